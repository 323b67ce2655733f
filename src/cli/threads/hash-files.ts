/**
 * The second thread's part of sealing files: their hashes, while nothing else is asked of it.
 */
import { setImmediate } from 'node:timers/promises';
import { hashFile } from './hash-file.js';
import { BEGUN, FREE, NOTHING, SENT, type FileToRead } from './read-order.js';

/** Hashes files that the first thread has not come to; it looks up after each piece for other orders. */
export async function hashFiles(files: readonly FileToRead[]): Promise<void> {
  for (const { path, mark, hash } of files) {
    if (Atomics.compareExchange(hash.state, 0, FREE, BEGUN) !== FREE) continue;
    let outcome = NOTHING;
    try {
      const pieces = hashFile(path, mark);
      let piece = pieces.next();
      for (; piece.done !== true; piece = pieces.next()) await setImmediate();
      if (piece.value !== null) {
        hash.digest.set(piece.value);
        outcome = SENT;
      }
    } catch {
      // The first thread hashes it, and tells what is wrong with it.
    }
    Atomics.store(hash.state, 0, outcome);
    Atomics.notify(hash.state, 0);
  }
}
