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

/** Bytes that the process has grown by when it is worth it. */
const WORTH_COLLECTING = 64 * 2 ** 20;
/** Bytes that it held after the last time, what was still to be handed back among them; to begin with, as small maps take. */
let held = 192 * 2 ** 20;

/** Where the process has grown so much that it is worth it. */
export function collectMuch(): void {
  if (process.memoryUsage.rss() - held < WORTH_COLLECTING) return;
  collectGarbage();
  held = process.memoryUsage.rss();
}
