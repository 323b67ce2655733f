/**
 * One file of a run, opened once: its beginning for telling its format, its content as it comes or whole, its seal.
 */
import { mostUnpacked } from '../read/formats/most-unpacked.js';
import { isGzip } from '../read/formats/packed-kinds.js';
import type { Provenance } from '../result/provenance.js';
import { InputError } from '../trouble/input-error.js';
import { readProvenance } from './read-provenance.js';
import { nameOf, shownPath, type ByteStream, type FilePartsAhead, type Files, type Hasher } from './files.js';

/** What went through: size and hash of the bytes as they are on disk. */
export interface Seal {
  readonly bytes: number;
  /** SHA-256 in hexadecimal; where others work it out, whoever asks first may have to wait for it. */
  readonly sha256: string;
  /** Where the file came from, where it was fetched and is still what came. */
  readonly provenance?: Provenance;
}

/** Most bytes of a file that is held in memory as a whole. */
const LARGEST_WHOLE = 2 ** 31;

/** A file that was read to its end is kept in memory up to this size, for whoever asks again. */
const KEPT = 64 * 2 ** 20;

/** Bytes that a format is told by. */
const START = 4096;

/** Whoever knows the hash of a file; null where the file is another one by now. */
type FileHash = Pick<FilePartsAhead, 'sha256'>;

export class Input {
  /** As messages name it. */
  readonly name: string;
  /** Without folders, for results. */
  readonly shortName: string;
  /** Bytes on disk, or null where that is not known before the end. */
  readonly size: number | null;
  private stream: ByteStream | null;
  private hasher: Hasher;
  /** Who works out the hash instead, of what goes by. */
  private hashedBy: FileHash | null = null;
  private read = 0;
  /** Bytes taken from the stream and not handed on yet. */
  private readonly head: Uint8Array[] = [];
  private whole: Uint8Array | null = null;
  private sealed: Seal | null = null;
  private provenance: Promise<Provenance | null> | null = null;
  /** True once the content has gone to somebody. */
  private handedOn = false;

  constructor(
    readonly path: string,
    private readonly files: Files,
  ) {
    this.name = shownPath(path);
    this.shortName = nameOf(path);
    this.stream = files.open(path);
    this.size = this.stream.size;
    this.hasher = files.hasher();
  }

  /** The first bytes of the unpacked content, up to 4,096; nothing is lost for those who read afterwards. */
  async start(): Promise<Uint8Array> {
    if (this.whole !== null) return this.unpackedStart([this.whole]);
    this.reopen();
    let start = await this.unpackedStart(this.head);
    while (start.length < START && this.head.length < 64) {
      const chunk = await this.pull();
      if (chunk === null) break;
      this.head.push(chunk.slice());
      start = await this.unpackedStart(this.head);
    }
    return start;
  }

  /** What the first chunks of the file unpack to, or are, up to the bytes that a format is told by. */
  private async unpackedStart(chunks: readonly Uint8Array[]): Promise<Uint8Array> {
    const [first] = chunks;
    if (first === undefined) return new Uint8Array(0);
    if (!isGzip(first)) return joined(chunks.map((chunk) => chunk.subarray(0, START))).subarray(0, START);
    const packed = joined(chunks).subarray(0, 1 << 16);
    return (await this.files.gunzipStart(packed)).subarray(0, START);
  }

  /**
   * Hands every chunk of the unpacked content to `take`, which must not keep it. Gives the seal of the bytes on disk; where
   * `hashedBy` knows their hash, it is not worked out here.
   */
  async feed(take: (chunk: Uint8Array) => void, hashedBy: FileHash | null = null): Promise<Seal> {
    if (this.sealed === null) this.hashedBy = hashedBy;
    const first = this.head[0] ?? this.whole ?? (await this.pullFirst());
    this.handedOn = true;
    if (first === null) return await this.seal();
    if (isGzip(first)) {
      await this.feedUnpacked(take);
      return await this.seal();
    }
    if (this.whole !== null) {
      take(this.whole);
      return await this.seal();
    }
    while (this.head.length > 0) take(this.head.shift()!);
    for (;;) {
      const given = this.next();
      const chunk = given instanceof Promise ? await given : given;
      if (chunk === null) return await this.seal();
      take(chunk);
    }
  }

  /** The whole file as it is on disk, and its seal. Throws InputError for one too large for memory. */
  async bytes(): Promise<{ bytes: Uint8Array; seal: Seal }> {
    if (this.whole !== null) return { bytes: this.whole, seal: await this.seal() };
    this.refuseTooLarge(this.size ?? 0);
    this.reopen();
    const chunks: Uint8Array[] = this.head.splice(0);
    for (;;) {
      const chunk = await this.pull();
      if (chunk === null) break;
      chunks.push(chunk.slice());
      this.refuseTooLarge(this.read);
    }
    const bytes = joined(chunks);
    this.handedOn = true;
    if (bytes.length <= KEPT) this.whole = bytes;
    return { bytes, seal: await this.seal() };
  }

  /**
   * The seal of the file alone, read through where it was not yet: nothing is held, and whoever reads afterwards has it
   * from its beginning. Null for what goes by once.
   */
  async sealAlone(): Promise<Seal | null> {
    if (this.size === null) return null;
    if (this.sealed === null) {
      while ((await this.pull()) !== null);
      this.head.length = 0;
      this.handedOn = true;
    }
    return this.seal();
  }

  /** Whether the run may hold no more than so many bytes. */
  get isBounded(): boolean {
    return this.files.maxMemory !== undefined;
  }

  /** Throws InputError for so many bytes as cannot be held whole: those of the file, or what it unpacks to. */
  refuseTooLarge(size: number): void {
    const { maxMemory = Infinity } = this.files;
    if (size > LARGEST_WHOLE) throw tooLarge(this.name, size);
    if (size > maxMemory) throw overMemory(this.name, 'is read whole, and is larger', maxMemory);
  }

  /** Holds the file in memory, unless it is large, before its content goes by in chunks: it will be asked for again. */
  async keep(): Promise<void> {
    if (this.size === null || this.size <= KEPT) await this.bytes();
  }

  /** Lets go of the bytes: nobody is expected to ask again. */
  release(): void {
    this.whole = null;
  }

  private async feedUnpacked(take: (chunk: Uint8Array) => void): Promise<void> {
    try {
      let unpacked = 0;
      const { maxMemory = Infinity } = this.files;
      for await (const chunk of this.files.gunzip(this.rest())) {
        unpacked += chunk.length;
        if (unpacked > maxMemory) throw overMemory(this.name, 'unpacks to more', maxMemory);
        // What is packed comes in by chunks as well: a file is judged by what of it was read.
        if (unpacked > mostUnpacked(this.size ?? this.read, Infinity))
          throw packedTooWell(this.name, unpacked / (this.size ?? this.read));
        take(chunk);
      }
    } catch (error) {
      throw error instanceof InputError ? error : packedDamaged(this.name, error);
    }
  }

  private async *rest(): AsyncIterable<Uint8Array> {
    if (this.whole !== null) {
      yield this.whole;
      return;
    }
    while (this.head.length > 0) yield this.head.shift()!;
    for (;;) {
      const chunk = await this.pull();
      if (chunk === null) return;
      yield chunk;
    }
  }

  private async pullFirst(): Promise<Uint8Array | null> {
    this.reopen();
    const chunk = await this.pull();
    if (chunk !== null) this.head.push(chunk.slice());
    return this.head[0] ?? null;
  }

  private async pull(): Promise<Uint8Array | null> {
    return this.next();
  }

  /** The next raw bytes, hashed; null at the end. */
  private next(): Uint8Array | null | Promise<Uint8Array | null> {
    if (this.stream === null) return null;
    const given = this.stream.next();
    return given instanceof Promise ? given.then((chunk) => this.took(chunk)) : this.took(given);
  }

  private took(chunk: Uint8Array | null): Uint8Array | null {
    if (chunk === null) {
      this.finish();
      return null;
    }
    if (this.hashedBy === null) this.hasher.update(chunk);
    this.read += chunk.length;
    return chunk;
  }

  private finish(): void {
    const { hashedBy } = this;
    const seal =
      hashedBy === null
        ? { bytes: this.read, sha256: this.hasher.digest() }
        : sealLater(this.name, this.read, hashedBy);
    this.hashedBy = null;
    this.stream?.close();
    this.stream = null;
    if (this.sealed !== null && this.sealed.sha256 !== seal.sha256) throw fileChanged(this.name);
    this.sealed = seal;
  }

  /** Starts anew where the content has gone by and was too large to keep; it must be the same as before. */
  private reopen(): void {
    if (this.stream !== null || this.whole !== null || !this.handedOn) return;
    if (this.size === null) throw goneBy(this.name);
    this.stream = this.files.open(this.path);
    this.hasher = this.files.hasher();
    this.read = 0;
    this.head.length = 0;
    this.handedOn = false;
  }

  private async seal(): Promise<Seal> {
    if (this.sealed === null) throw new Error(`${this.name} was not read to its end`);
    this.provenance ??= readProvenance(this.path, this.sealed, this.files);
    const provenance = await this.provenance;
    return provenance === null ? this.sealed : { ...this.sealed, provenance };
  }
}

/** A seal whose hash is asked for when it is wanted. */
function sealLater(file: string, bytes: number, hashedBy: FileHash): Seal {
  let known: string | null = null;
  return {
    bytes,
    get sha256() {
      known ??= hashedBy.sha256();
      if (known === null) throw fileChanged(file);
      return known;
    },
  };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const overMemory = (file: string, how: string, most: number): InputError =>
  new InputError({
    id: 'over-memory',
    file,
    message: `it ${how} than the ${(most / 2 ** 20).toFixed(1)} MiB that --max-memory allows`,
    hint: 'Allow more, or give a smaller file',
  });

const tooLarge = (file: string, size: number): InputError =>
  new InputError({
    id: 'file-too-large',
    file,
    message: `it is ${(size / 2 ** 30).toFixed(1)} GiB, and files of this format are read whole, up to ${LARGEST_WHOLE / 2 ** 30} GiB`,
    hint: 'Give boundaries as GeoJSON and people as a CSV of points, which are read piece by piece; people by code with one row a small area',
  });

function packedDamaged(file: string, error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string' && typeof code !== 'number') return error;
  return new InputError({
    id: 'gzip-damaged',
    file,
    message: 'its gzip data is damaged or cut short',
    hint: 'Download it again',
  });
}

const packedTooWell = (file: string, ratio: number): InputError =>
  new InputError({
    id: 'unpacks-too-large',
    file,
    message: `it unpacks to more than ${Math.floor(ratio)} times its size, as no map does: it is made to fill the memory, or padded`,
    hint: 'If it is to be trusted, unpack it first and give the file inside.',
  });

/** A file that was not the same all the time. */
export const fileChanged = (file: string): InputError =>
  new InputError({
    id: 'file-changed',
    file,
    message: 'it changed while it was read',
    hint: 'Run again when whatever writes it has ended',
  });

const goneBy = (file: string): InputError =>
  new InputError({
    id: 'pipe-read-twice',
    file,
    message: 'it is a pipe too large to be kept, and is wanted twice',
    hint: 'Write it into a file first',
  });
