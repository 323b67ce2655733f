/**
 * Seeded random numbers: the same on every machine, for only 32-bit whole numbers are used (Marsaglia 2003, xorshift).
 */

export interface Random {
  /** A whole number from 0 to below `bound`. */
  readonly below: (bound: number) => number;
  /** Puts the first `length` entries of a list in random order. */
  readonly shuffle: (list: Int32Array, length: number) => void;
}

/** Random numbers from a seed and a word, such as the code of a parent: other words give other numbers. */
export function seededRandom(seed: number, word: string): Random {
  let state = mixed((seed ^ 0x9e3779b9) | 0);
  for (let i = 0; i < word.length; i++) state = mixed(state ^ word.charCodeAt(i));
  if (state === 0) state = 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const below = (bound: number): number => Math.floor((next() / 0x100000000) * bound);
  return {
    below,
    shuffle: (list, length) => {
      for (let i = length - 1; i > 0; i--) {
        const j = below(i + 1);
        const kept = list[i]!;
        list[i] = list[j]!;
        list[j] = kept;
      }
    },
  };
}

function mixed(value: number): number {
  let mixing = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  mixing = Math.imul(mixing ^ (mixing >>> 16), 0x45d9f3b);
  return mixing ^ (mixing >>> 16);
}
