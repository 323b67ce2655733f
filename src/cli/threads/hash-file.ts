/**
 * The SHA-256 of a file that is still the one it was, piece by piece, so that other work can be done in between.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isSameFile, STEP, type FileMark } from './read-order.js';

/** Hashes piece after piece; gives the digest, or null where the file is another one. */
export function* hashFile(path: string, mark: FileMark): Generator<void, Uint8Array | null> {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = new Uint8Array(STEP);
    for (;;) {
      const read = readSync(file, buffer);
      if (read === 0) break;
      hash.update(buffer.subarray(0, read));
      yield;
    }
    return isSameFile(fstatSync(file), mark) ? hash.digest() : null;
  } finally {
    closeSync(file);
  }
}
