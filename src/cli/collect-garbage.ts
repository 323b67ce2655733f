/**
 * Lets go of memory that nothing holds any more: V8 does not see how much of it lies outside of its heap, and is late.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** At once. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  // Code that V8 has made is good for the flags it was made with.
  setFlagsFromString('--no-expose-gc');
  gc();
}

/** A process that holds less, in bytes, is small beside what it is yet to take. */
const WORTH_COLLECTING = 256 * 2 ** 20;

/** Where the process holds so much that it is worth it. */
export function collectMuch(): void {
  if (process.memoryUsage.rss() >= WORTH_COLLECTING) collectGarbage();
}
