/**
 * A place for what was made of files, lent to a run: it may hold what an earlier run made of the same bytes.
 *
 * Keys say all that the thing depends on, but for the tool itself, which whoever lends the cache looks after. What is
 * got is what was put, or nothing. Nobody's number is put in.
 */
import type { Packed } from '../layer/packed.js';

export interface Cache {
  /** What was put under a key; null where there is nothing, or nothing that can be trusted. Never throws. */
  get(key: string): Packed | null;
  /** Keeps something under a key, where it can. Never throws. */
  put(key: string, packed: Packed): void;
}
