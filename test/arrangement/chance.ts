/**
 * Chance that repeats: the same seed gives the same rolls.
 */
export interface Chance {
  /** A number from 0 up to 1. */
  next(): number;
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number;
  /** True once in so many times. */
  once(inTimes: number): boolean;
  /** One of a list. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[];
}

/** Rolls from a seed (a Weyl sequence, mixed by two multiplications). */
export function chance(seed: number): Chance {
  let state = Math.imul(seed, 0x9e3779b1) ^ 0x6a09e667;
  const next = (): number => {
    state = (state + 0x61c88647) | 0;
    let h = Math.imul(state ^ (state >>> 16), 0x7feb352d);
    h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
    return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    once: (inTimes) => whole(1, inTimes) === 1,
    pick: (list) => list[whole(0, list.length - 1)]!,
    shuffled: (list) => {
      const order = [...list];
      for (let i = order.length - 1; i > 0; i--) {
        const j = whole(0, i);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      return order;
    },
  };
}
