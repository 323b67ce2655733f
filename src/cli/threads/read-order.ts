/**
 * What the two threads say to one another while files are read: the first from their beginnings, the second from the end
 * of the last one, until they meet.
 *
 *     file 1   0 ► 1 ► 2 ►                     the first thread
 *     file 2                  ◄ 3 ◄ 4 ◄ 5      the second
 *
 * A place is one of the bytes of a file, every `STEP` of them; whoever takes it first reads what begins behind it.
 */
import type { MessagePort } from 'node:worker_threads';
import type { FeaturePart } from '../../read/geojson/feature-part.js';

/** Bytes from place to place. */
export const STEP = 1 << 20;

/** Where a place stands, in memory that both see. */
export const FREE = 0;
/** The first thread reads there, or has given up waiting. */
export const OF_FIRST = 1;
export const BEGUN = 2;
export const SENT = 3;
/** Nothing whole begins there, or it cannot be read. */
export const NOTHING = 4;

/** What tells whether a file is still the one it was. */
export interface FileMark {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}

/** The SHA-256 of a file, in memory that both see: the second thread works it out when it has nothing else to do. */
export interface SharedHash {
  /** One number: where it stands, as a place does. */
  readonly state: Int32Array<SharedArrayBuffer>;
  readonly digest: Uint8Array<SharedArrayBuffer>;
}

export interface FileToRead {
  readonly path: string;
  readonly mark: FileMark;
  /** Bytes from place to place. */
  readonly step: number;
  /** One for each place. */
  readonly states: Int32Array<SharedArrayBuffer>;
  readonly hash: SharedHash;
  /** Where parts are sent. */
  readonly port: MessagePort;
}

/** A part of a file that begins behind a place. */
export interface PartSent {
  readonly place: number;
  readonly part: FeaturePart;
}

/** Whether a file has the marks. */
export const isSameFile = (file: FileMark, mark: FileMark): boolean =>
  file.dev === mark.dev && file.ino === mark.ino && file.size === mark.size && file.mtimeMs === mark.mtimeMs;
