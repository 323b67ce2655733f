/**
 * Pairs of units as short text and back: numbers of units as differences, figures as whole numbers of their least part.
 */
import { decodeLines, encodeLines } from './line-text.js';

/** Unit of either layer, how they lie to one another, hectares, people by measure; null where a figure is not known. */
export type PairRow = readonly [number, number, string, number | null, readonly (number | null)[]];

export interface PairText {
  /** How two units may lie to one another. */
  readonly relations: readonly string[];
  /** Decimals of hectares, then of each measure. */
  readonly decimals: readonly number[];
  /** Of every pair in turn: both units, the relation, then each figure and one, or 0 where it is not known. */
  readonly text: string;
}

/** Decimals that figures of a result have at most. */
const MOST_DECIMALS = 6;

/** The pairs as text. */
export function encodePairs(rows: readonly PairRow[]): PairText {
  const relations = [...new Set(rows.map(([, , relation]) => relation))];
  const figures = rows.map(([, , , hectares, people]) => [hectares, ...people]);
  const decimals = (figures[0] ?? []).map((_, i) => decimalsOf(figures.map((row) => row[i] ?? null)));
  let [a, b] = [0, 0];
  const numbers = rows.flatMap(([first, second, relation], r) => {
    const line = [
      first - a,
      second - b,
      relations.indexOf(relation),
      ...figures[r]!.map((value, i) => (value === null ? 0 : Math.round(value * 10 ** decimals[i]!) + 1)),
    ];
    [a, b] = [first, second];
    return line;
  });
  return { relations, decimals, text: encodeLines([numbers]) };
}

/** The pairs that `encodePairs` was given. */
export function decodePairs({ relations, decimals, text }: PairText): PairRow[] {
  const numbers = decodeLines(text)[0] ?? [];
  const rows: PairRow[] = [];
  let [a, b] = [0, 0];
  for (let i = 0; i < numbers.length; i += 3 + decimals.length) {
    a += numbers[i]!;
    b += numbers[i + 1]!;
    const [hectares = null, ...people] = decimals.map((places, f) => {
      const value = numbers[i + 3 + f]!;
      return value === 0 ? null : (value - 1) / 10 ** places;
    });
    rows.push([a, b, relations[numbers[i + 2]!]!, hectares, people]);
  }
  return rows;
}

/** The decimals with which all of some figures can be written. */
function decimalsOf(values: readonly (number | null)[]): number {
  for (let places = 0; places < MOST_DECIMALS; places++) {
    const scale = 10 ** places;
    if (values.every((value) => value === null || Math.round(value * scale) / scale === value)) return places;
  }
  return MOST_DECIMALS;
}
