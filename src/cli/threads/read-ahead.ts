/**
 * Files that the second thread reads ahead for the first.
 *
 * The first waits for a part that was begun, which takes some milliseconds; if it takes much longer, the first reads it
 * itself, and so it does with all that the second did not come to. What is read does not depend on any of this.
 */
import { MessageChannel, receiveMessageOnPort, type Worker } from 'node:worker_threads';
import type { FeaturePart } from '../../read/geojson/feature-part.js';
import type { FilePartsAhead } from '../../run/files.js';
import { hashFile } from './hash-file.js';
import { lookAtPath } from './look-at-path.js';
import {
  BEGUN,
  FREE,
  isSameFile,
  OF_FIRST,
  SENT,
  STEP,
  type FileToRead,
  type PartSent,
} from './read-order.js';
import type { Order } from './thread-messages.js';

/** Smaller files are read sooner than one thread has asked the other. */
export const WORTH_READING_AHEAD = 250_000;

/** Most files that are read ahead at a time: those of a report, not all of a folder of reports. */
const MOST_FILES = 3;

/** Files that can be read from their middle: not packed, and text. */
const IN_PARTS = /\.(geo)?json$/i;

/** Most milliseconds that a part which was begun is waited for. */
const PATIENCE_MS = 300;

/** What the thread reads, by path, until it is asked for. */
export class ReadingAhead {
  private readonly files = new Map<string, FilePartsAhead>();

  constructor(
    private readonly worker: Pick<Worker, 'postMessage'>,
    private readonly step = STEP,
    private readonly least = WORTH_READING_AHEAD,
  ) {}

  /** Asks for files, in the order in which they will be wanted. */
  begin(paths: readonly string[]): void {
    const asked: FileToRead[] = [];
    for (const path of new Set(paths)) {
      if (asked.length === MOST_FILES) break;
      if (this.files.has(path) || !IN_PARTS.test(path)) continue;
      const mark = lookAtPath(path);
      if (mark?.isFile() !== true || mark.size < this.least) continue;
      const { port1, port2 } = new MessageChannel();
      port1.unref();
      const places = Math.ceil(mark.size / this.step);
      const { dev, ino, size, mtimeMs } = mark;
      const file = {
        path,
        mark: { dev, ino, size, mtimeMs },
        step: this.step,
        states: new Int32Array(new SharedArrayBuffer(4 * places)),
        hash: {
          state: new Int32Array(new SharedArrayBuffer(4)),
          digest: new Uint8Array(new SharedArrayBuffer(32)),
        },
      };
      asked.push({ ...file, port: port2 });
      this.files.set(path, partsOf(file, port1));
    }
    if (asked.length === 0) return;
    const order: Order = { order: 'read', files: asked };
    this.worker.postMessage(
      order,
      asked.map(({ port }) => port),
    );
  }

  /** The parts of a file, for whoever reads it next; null where it was not asked for. */
  take(path: string): FilePartsAhead | null {
    const parts = this.files.get(path) ?? null;
    this.files.delete(path);
    return parts;
  }
}

function partsOf(
  { path, mark, step, states, hash }: Omit<FileToRead, 'port'>,
  port: Parameters<typeof receiveMessageOnPort>[0],
): FilePartsAhead {
  const sent = new Map<number, FeaturePart>();
  return {
    places: Array.from(states, (_, place) => place * step),
    partAt: (place) => {
      if (Atomics.compareExchange(states, place, FREE, OF_FIRST) === FREE) return null;
      Atomics.wait(states, place, BEGUN, PATIENCE_MS);
      if (Atomics.compareExchange(states, place, BEGUN, OF_FIRST) !== SENT) return null;
      while (!sent.has(place)) {
        const { message } = receiveMessageOnPort(port) as { message: PartSent };
        sent.set(message.place, message.part);
      }
      const part = sent.get(place)!;
      sent.delete(place);
      return part;
    },
    isUnchanged: () => {
      const now = lookAtPath(path);
      return now !== null && isSameFile(now, mark);
    },
    sha256: () => {
      if (Atomics.compareExchange(hash.state, 0, FREE, OF_FIRST) !== FREE) {
        Atomics.wait(hash.state, 0, BEGUN, PATIENCE_MS);
        if (Atomics.load(hash.state, 0) === SENT) return hexOf(hash.digest);
      }
      const pieces = hashFile(path, mark);
      let piece = pieces.next();
      while (piece.done !== true) piece = pieces.next();
      return piece.value === null ? null : hexOf(piece.value);
    },
  };
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
