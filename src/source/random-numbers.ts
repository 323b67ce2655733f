/**
 * Numbers from 0 up to 1 that look random, the same for the same seed.
 */

/** A generator (mulberry32, Tommy Ettinger); without a seed it begins anywhere. */
export function randomNumbers(seed: number = Date.now() ^ (process.pid << 16)): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
