/**
 * Seeded chance without a sequence: a number from 0 up to 1 that depends on a word and some integers, nothing else.
 *
 * There is no state to step, so drawing one number more, or in another order, leaves all others as they were.
 */

const seed = 20240401;

/** Mixes one 32-bit integer into another; every bit of both reaches every bit of the result. */
function mix(state, value) {
  let x = Math.imul(state ^ value, 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 15), 0x297a2d39) + 0x6d2b79f5;
  x = Math.imul(x ^ (x >>> 12), 0x1b56c4f5);
  return x ^ (x >>> 16);
}

/** A number in [0, 1) for this word and these integers. */
export function chance(word, ...keys) {
  let state = seed;
  for (let i = 0; i < word.length; i++) state = mix(state, word.charCodeAt(i));
  for (const key of keys) state = mix(state, key | 0);
  return (mix(state, keys.length) >>> 0) / 4294967296;
}

/** The same, spread over [-1, 1). */
export const sway = (word, ...keys) => 2 * chance(word, ...keys) - 1;
