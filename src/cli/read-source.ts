/**
 * Files and standard input as bytes, with a hash made on the way, and every way they can fail as one clear message.
 */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isGzip } from '../read/formats/is-gzip.js';
import { InputError } from '../trouble/input-error.js';

export interface Source {
  /** As the user named it; `standard input` for -. */
  readonly name: string;
  /** File name without folders, for the result document. */
  readonly shortName: string;
  /** The bytes as they are on disk, gzipped or not, in chunks. */
  readonly stream: () => Readable;
  /** Size in bytes, or null where it is not known before reading: standard input, a pipe. */
  readonly size: number | null;
  /** Path of an ordinary file, or null. */
  readonly path: string | null;
  /** Files beside it with the same name and other endings: `.dbf`, `.prj`. */
  readonly beside: (extension: string) => Source | null;
}

/** What went through: size and hash of the bytes on disk. */
export interface Seal {
  readonly bytes: number;
  readonly sha256: string;
}

const CHUNK = 1 << 20;

/** A file as a source. Throws InputError where it is missing, a folder, or cannot be read. */
export function fileSource(path: string): Source {
  let size: number | null;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw directory(path);
    size = stat.isFile() ? stat.size : null;
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(path, error);
  }
  return {
    name: path,
    shortName: basename(path),
    stream: () => createReadStream(path, { highWaterMark: CHUNK }),
    size,
    path: size === null ? null : path,
    beside: (extension) => {
      const other = join(dirname(path), basename(path, extname(path)) + extension);
      return existsSync(other) ? fileSource(other) : null;
    },
  };
}

/** Standard input as a source; it can be read once. */
export function stdinSource(): Source {
  return {
    name: 'standard input',
    shortName: '-',
    stream: () => process.stdin,
    size: null,
    path: null,
    beside: () => null,
  };
}

/** Whether a path names something. */
export const exists = (path: string): boolean => existsSync(path);

/** Hands every chunk of the unpacked content to `take`; returns the seal of the bytes on disk. */
export async function readUnpacked(source: Source, take: (chunk: Uint8Array) => void): Promise<Seal> {
  const plain = source.path === null ? null : readPlainFile(source.path, take);
  if (plain !== null) return plain;
  const seal = new Sealer();
  const raw = source.stream();
  try {
    const first = await firstChunk(raw);
    if (first === null) return seal.finish();
    seal.add(first);
    if (!isGzip(first)) {
      take(first);
      for await (const chunk of raw) {
        seal.add(chunk as Uint8Array);
        take(chunk as Uint8Array);
      }
      return seal.finish();
    }
    const gunzip = createGunzip({ chunkSize: CHUNK });
    const feed = feedAll(raw, first, seal, gunzip);
    for await (const chunk of gunzip) take(chunk as Uint8Array);
    await feed;
    return seal.finish();
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(source.name, error);
  } finally {
    if (source.size !== null) raw.destroy();
  }
}

/** Reads an ordinary file that is not gzipped, without waiting between its chunks; null for a gzipped one. */
function readPlainFile(path: string, take: (chunk: Uint8Array) => void): Seal | null {
  const seal = new Sealer();
  const buffer = new Uint8Array(CHUNK);
  let file = -1;
  try {
    file = openSync(path, 'r');
    for (let isFirst = true; ; isFirst = false) {
      const read = readSync(file, buffer, 0, CHUNK, null);
      if (read === 0) return seal.finish();
      const chunk = buffer.subarray(0, read);
      if (isFirst && isGzip(chunk)) return null;
      seal.add(chunk);
      take(chunk);
    }
  } catch (error) {
    throw error instanceof InputError || (error as { code?: string }).code === undefined
      ? error
      : unreadable(path, error);
  } finally {
    if (file >= 0) closeSync(file);
  }
}

/** Most bytes of a file that is held in memory as a whole. */
const LARGEST_WHOLE = 2 ** 31;

/** The whole of a source as it is on disk, and its seal. Throws InputError for one too large for memory. */
export async function readWhole(source: Source): Promise<{ bytes: Uint8Array; seal: Seal }> {
  if (source.size !== null && source.size > LARGEST_WHOLE) throw tooLarge(source.name, source.size);
  const seal = new Sealer();
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of source.stream()) {
      seal.add(chunk as Uint8Array);
      chunks.push(chunk as Uint8Array);
    }
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(source.name, error);
  }
  return { bytes: joined(chunks), seal: seal.finish() };
}

/** The first bytes of a source's unpacked content, to tell its format by; the source must be a file. */
export async function peek(source: Source, length = 4096): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const enough = new Error('enough');
  let have = 0;
  try {
    await readUnpacked(source, (chunk) => {
      chunks.push(chunk.slice(0, length));
      have += chunk.length;
      if (have >= length) throw enough;
    });
  } catch (error) {
    if (!(have >= length)) throw error;
  }
  return joined(chunks).subarray(0, length);
}

class Sealer {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;

  add(chunk: Uint8Array): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
  }

  finish(): Seal {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

async function firstChunk(stream: Readable): Promise<Uint8Array | null> {
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) return chunk as Uint8Array;
  return null;
}

async function feedAll(
  raw: Readable,
  first: Uint8Array,
  seal: Sealer,
  gunzip: ReturnType<typeof createGunzip>,
): Promise<void> {
  try {
    gunzip.write(first);
    for await (const chunk of raw) {
      seal.add(chunk as Uint8Array);
      if (!gunzip.write(chunk)) await new Promise<void>((resolve) => gunzip.once('drain', () => resolve()));
    }
    gunzip.end();
  } catch (error) {
    gunzip.destroy(error as Error);
  }
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

const tooLarge = (file: string, size: number): InputError =>
  new InputError({
    id: 'file-too-large',
    file,
    message: `it is ${(size / 2 ** 30).toFixed(1)} GiB, and files of this format are read whole, up to ${LARGEST_WHOLE / 2 ** 30} GiB`,
    hint: 'Export the layer you need as GeoJSON, which is read piece by piece',
  });

const directory = (file: string): InputError =>
  new InputError({
    id: 'is-a-folder',
    file,
    message: 'it is a folder, not a file',
    hint: 'Name a file in it',
  });

function unreadable(file: string, error: unknown): InputError {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new InputError({
      id: 'file-missing',
      file,
      message: 'there is no such file',
      hint: 'Check the spelling and the folder; see `coterminous help layers` for what a layer can be',
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new InputError({
      id: 'file-unreadable',
      file,
      message: 'it may not be read',
      hint: 'Check its permissions',
    });
  }
  if (code.startsWith('Z_')) {
    return new InputError({
      id: 'gzip-damaged',
      file,
      message: 'its gzip data is damaged or cut short',
      hint: 'Download it again',
    });
  }
  if (!(error instanceof Error) || code === '') throw error;
  return new InputError({
    id: 'file-unreadable',
    file,
    message: `it cannot be read (${code})`,
    hint: 'Check the file and the disk it is on',
  });
}
