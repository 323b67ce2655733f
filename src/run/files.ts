/**
 * What the rim lends a run so that it can read: how files are found, told apart and opened.
 *
 * The run itself touches no disk. On a command line these are Node's files (`src/cli/node-files.ts`), in a browser or
 * a worker they are bytes in memory (`memory-files.ts`).
 */

import type { Converter } from '../read/formats/converter.js';
import type { PartsAhead } from '../read/geojson/parts-ahead.js';
import type { Cache } from './cache.js';

/** The bytes of one file as they come, in order, once. */
export interface ByteStream {
  /** Size in bytes, or null where it is not known before the end: standard input, a pipe. */
  readonly size: number | null;
  /**
   * The next bytes, valid until the next call; null at the end. A plain value where they are there at once, so that a
   * large file is read without waiting between its chunks. Throws InputError where the file cannot be read.
   */
  next(): Uint8Array | null | Promise<Uint8Array | null>;
  /** Lets go of the file before its end. */
  close(): void;
}

/** A SHA-256 in the making. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** In hexadecimal. */
  digest(): string;
}

/** The path that stands for standard input. */
export const STANDARD_INPUT = '-';

/** Parts of a file that are read while others read its beginning. */
export interface FilePartsAhead extends PartsAhead {
  /** Whether the file is still the one that they are of. */
  isUnchanged(): boolean;
  /** The SHA-256 of the file in hexadecimal, waited for where it has to be; null where the file is another one by now. */
  sha256(): string | null;
}

export interface Files {
  /** Whether a path names something that is there. */
  exists(path: string): boolean;
  /** The same text for every spelling of one file, links followed; of a file that is not there, of its place. */
  identity(path: string): string;
  /**
   * Brings what lies at an address of the web onto this machine; gives its path. Absent where nothing is fetched. Throws
   * InputError where it cannot be had.
   */
  fetch?(address: string): Promise<string>;
  /** Opens a file, or standard input for `-`. Throws InputError where it is missing, a folder or may not be read. */
  open(path: string): ByteStream;
  /** The path of a file that comes with the tool, below `data/`: `england/atoms.csv`. */
  packaged(path: string): string;
  /** A path below a folder, or as it is where it stands by itself. */
  below(folder: string, path: string): string;
  /** Names of what lies in a folder, a folder's with a / at its end, in order; null for what is none. Absent where there are none. */
  list?(path: string): readonly string[] | null;
  /** A program of others for formats that nothing here reads; absent where there is none. */
  readonly converter?: Converter;
  /** Where what is made of files is kept from run to run; absent where nothing is. */
  readonly cache?: Cache;
  /** Most bytes that the run may hold, and that a file may unpack to; absent where it is not bounded. */
  readonly maxMemory?: number;
  /**
   * Nodes of each strip that maps are worked in; absent where only maps are that one memory does not hold, or that would
   * take more than `maxMemory` otherwise. Answers are the same.
   */
  readonly stripNodes?: number;
  /** Bytes on disk over which a text table of people at points goes by in pieces; absent for 64 MiB. */
  readonly passingOver?: number;
  /** Has files read ahead that will be wanted, in this order. Absent where nobody is there to do it. */
  readAhead?(paths: readonly string[]): void;
  /** What is read ahead of a file, for whoever reads it now; null where nothing is. */
  partsOf?(path: string): FilePartsAhead | null;
  hasher(): Hasher;
  /** What the first bytes of a gzip file unpack to. Never throws. */
  gunzipStart(packed: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** Unpacks gzip, chunk by chunk; a chunk may be read over once the next one is asked for. */
  gunzip(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /**
   * What a whole gzip file unpacks to, its checksum looked at; null where that is more than `limit` bytes or anything is
   * wrong, which is then told by whoever unpacks it otherwise. Left out where there is no faster way.
   */
  gunzipWhole?(packed: Uint8Array, limit: number): Promise<Uint8Array | null>;
  /** Has packed tables unpacked that will be wanted, in this order. Absent where nobody is there to do it. */
  unpackAhead?(paths: readonly string[]): void;
}

/**
 * Whether a word is an address of the web with a path, and nothing more: what is named inside with # and columns of a
 * lookup stand after it.
 */
export const isWebAddress = (word: string): boolean => /^https?:\/\/[^\s/?#]+\/[^\s#:]*$/i.test(word);

/** The name of a file without its folders; standard input is called by these words. */
export const nameOf = (path: string): string =>
  path === STANDARD_INPUT
    ? 'standard input'
    : path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** The folder a path lies in, with its / at the end; blank for the current one. */
export const folderOf = (path: string): string => path.slice(0, path.length - nameOf(path).length);

/** A path as messages name it. */
export const shownPath = (path: string): string => (path === STANDARD_INPUT ? 'standard input' : path);

/** The same without folders. */
export const shownName = (path: string): string => shownPath(nameOf(path));
