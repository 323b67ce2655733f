/**
 * The kernel that reads positions (src/kernel/positions.ts), and the window of a file that lies in its memory.
 *
 *     piece of the file   ░░░░░░░░░░░░░░▓▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░░
 *     window                            from        to           copied in where reading goes on behind it
 */
import { type CoordinateRun, HARD_NUMBER, MORE } from './coordinate-run.js';
import { positionsCode } from './positions-code.js';

/** What the kernel has: addresses in its memory, and how it is called. */
interface PositionKernel {
  readonly memory: WebAssembly.Memory;
  readonly window: WebAssembly.Global;
  readonly numbers: WebAssembly.Global;
  readonly standing: WebAssembly.Global;
  readonly WINDOW: WebAssembly.Global;
  /** Reads from one sign of the window to another; gives the sign it stopped at. */
  readPositions(from: number, end: number): number;
}

/** No plain number is longer. */
const LONGEST_PLAIN = 40;

let shared: PositionReader | null = null;

/** The one of this thread: its memory costs more than reading a small file. Whoever begins a piece has it forget the last. */
export const positionReader = (): PositionReader => (shared ??= new PositionReader());

/** Reads runs of positions. */
export class PositionReader {
  private readonly kernel: PositionKernel;
  private readonly room: Uint8Array;
  private readonly numbers: Float64Array;
  private readonly standing: Int32Array;
  /** The piece that the window is of, and the part of it. */
  private piece: Uint8Array | null = null;
  private from = 0;
  private to = 0;

  constructor() {
    const code = Uint8Array.from(atob(positionsCode), (sign) => sign.charCodeAt(0));
    const instance = new WebAssembly.Instance(new WebAssembly.Module(code));
    this.kernel = instance.exports as unknown as PositionKernel;
    const { memory, window, numbers, standing, WINDOW } = this.kernel;
    const size = WINDOW.value as number;
    this.room = new Uint8Array(memory.buffer, window.value as number, size);
    this.numbers = new Float64Array(memory.buffer, numbers.value as number, size / 2 + 1);
    this.standing = new Int32Array(memory.buffer, standing.value as number, 10);
  }

  /** Forgets the piece: what it holds may be written over. */
  forget(): void {
    this.piece = null;
  }

  /**
   * Positions and what stands between them, from byte `from` of a piece up to a byte that is neither, which it gives;
   * `run.outcome` says why: MORE (all bytes used), HARD_NUMBER, ODD.
   */
  read(run: CoordinateRun, bytes: Uint8Array, from: number): number {
    let at = from;
    for (;;) {
      if (this.piece !== bytes || at < this.from || at >= this.to) this.show(bytes, at);
      at = this.from + this.readWindow(run, at - this.from);
      // A number that the window cuts is read again, with what follows.
      const isCut = run.outcome === HARD_NUMBER && this.to < bytes.length && at > this.from;
      if (isCut && this.to - at < LONGEST_PLAIN) this.show(bytes, at);
      else if (run.outcome !== MORE || at === bytes.length) return at;
    }
  }

  private show(bytes: Uint8Array, from: number): void {
    this.piece = bytes;
    this.from = from;
    this.to = Math.min(bytes.length, from + this.room.length);
    this.room.set(bytes.subarray(from, this.to));
  }

  private readWindow(run: CoordinateRun, from: number): number {
    const { standing } = this;
    standing[0] = run.state;
    standing[1] = run.depth;
    standing[2] = run.positionDepth;
    standing[3] = run.dimension;
    const at = this.kernel.readPositions(from, this.to - this.from);
    run.state = standing[0];
    run.depth = standing[1];
    run.positionDepth = standing[2];
    run.dimension = standing[3];
    if (standing[5]! > 0) run.passOver(standing[5]!, run.count + standing[6]!);
    run.take(this.numbers, standing[4]!);
    if (standing[7]! > 0) {
      run.lineFeeds += standing[7]!;
      run.lineFeedEnd = this.from + standing[8]!;
    }
    run.outcome = standing[9]!;
    return at;
  }
}
