/**
 * What a metric of two layers is: a function over the matrix and the words that go with it.
 *
 * A figure that judges the units of one layer comes in two directions: `A to B` says how units of A lie in units of B,
 * `B to A` the other way. The second is the first over the transposed matrix.
 */
import { transpose, type OverlapMatrix } from './matrix.js';

export type Direction = 'A to B' | 'B to A' | 'both';

/** One figure of two layers. */
export interface Metric {
  /** Stable short name; unique together with the direction. */
  readonly id: string;
  /** What it is, in analysts' words. */
  readonly name: string;
  /** The formula as plain text: n cell, a row total (A), b column total (B), T total, p a part's share of its unit. */
  readonly formula: string;
  /** Author and year, or `coterminous` where the wording is ours. */
  readonly source: string;
  readonly direction: Direction;
  /** `amount` is hectares or people, whichever the matrix holds. */
  readonly unit: 'share' | 'bits' | 'number' | 'amount';
  /** True for those listed unless more are asked for. */
  readonly headline: boolean;
  /** True where the matrix must hold whole people. */
  readonly peopleOnly: boolean;
  /** The figure; the matrix must hold something. */
  readonly compute: (matrix: OverlapMatrix) => number;
}

type Words = Pick<Metric, 'id' | 'name' | 'formula' | 'source' | 'unit'> & { peopleOnly?: boolean };
type Compute = Metric['compute'];

/** A figure of the two layers together. */
export function both(words: Words, compute: Compute): Metric {
  return { peopleOnly: false, ...words, direction: 'both', headline: false, compute };
}

/** A figure of the units of A, and the same of the units of B. */
export function ofA(words: Words, compute: Compute): Metric[] {
  return [
    { ...both(words, compute), direction: 'A to B' },
    { ...both(words, (matrix) => compute(transpose(matrix))), direction: 'B to A' },
  ];
}

/** A headline figure of the units of B, and the same of the units of A on request. */
export function ofB(words: Words, compute: Compute): Metric[] {
  return [
    { ...both(words, compute), direction: 'B to A', headline: true },
    { ...both(words, (matrix) => compute(transpose(matrix))), direction: 'A to B' },
  ];
}
