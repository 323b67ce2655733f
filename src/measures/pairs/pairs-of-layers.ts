/**
 * What the overlap table says of a pair, wherever it came from: land from shapes, people from blocks.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { compareCodes } from '../../trouble/order.js';

/** People of one measure in a pair. */
export interface Amount {
  readonly people: number;
  /** Blocks under the figure; null where a disclosure rule withholds their number. */
  readonly blocks: number | null;
  /** True where disclosure control took the count away; then it counts nothing. */
  readonly suppressed?: boolean;
}

export interface OverlapPair {
  /** Unit of each layer, or NO_UNIT in a remainder. */
  readonly a: number;
  readonly b: number;
  /** False for a sliver. */
  readonly material: boolean;
  /** Whether it would be material by half the tolerance and by twice it; known where the tolerance is an estimate. */
  readonly ifHalf?: boolean | undefined;
  readonly ifTwice?: boolean | undefined;
  /** People of each measure placed on it, where it is set aside and may be real: they are counted elsewhere. */
  readonly inPlace?: readonly number[];
  /** Square metres of all land of the pair; null where no shapes were read. */
  readonly area: number | null;
  /** The part of it in thin patches. */
  readonly sliverArea: number | null;
  /** Material patches (of a sliver pair: all), and the widest of them in metres. */
  readonly patches: number | null;
  readonly maxWidth: number | null;
  /** One entry a measure. */
  readonly amounts: readonly Amount[];
}

/**
 * What a disclosure rule withholds of a unit: nothing; some cell, so that shares of the unit would give it back; or all
 * its people, so that its total says nothing either.
 */
export type Withheld = 'nothing' | 'some' | 'all';

/** How a measure was placed on the pairs of two layers. */
export interface PlacedMeasure {
  readonly name: string;
  readonly basis: string;
  readonly method: string;
  /** Decimals that the placing deserves: 0 for whole people, 1 where blocks were shared by area. */
  readonly decimals: number;
  /** All people of the measure, whether or not they reached a unit. */
  readonly total: number;
  /** People of each unit of either layer, slivers settled. */
  readonly unitsA: Float64Array;
  readonly unitsB: Float64Array;
  /** What is withheld of each unit; absent where no disclosure rule is kept to. */
  readonly withheld?: { readonly a: readonly Withheld[]; readonly b: readonly Withheld[] };
}

/** The pairs of two layers with all that is needed to print them. */
export interface PairsOfLayers {
  /** Sorted by unit of the first layer, then of the second; remainders of either last. */
  readonly pairs: readonly OverlapPair[];
  /** Square metres of each unit; null where no shapes were read. */
  readonly areasA: Float64Array | null;
  readonly areasB: Float64Array | null;
  readonly measures: readonly PlacedMeasure[];
  /**
   * Square metres of units of the first and of the second layer that stand in more than one pair because the other
   * layer covers them more than once, counted from faces; absent where no shapes were read.
   */
  readonly twice?: { readonly a: number; readonly b: number };
  /** Whether any pair would be judged otherwise by half the tolerance or by twice it; absent where nobody has looked. */
  readonly anyInDoubt?: boolean;
}

/** What is asked of pairs by themselves. */
export type Crossed = Pick<PairsOfLayers, 'pairs' | 'areasA' | 'areasB'>;

/** Pairs column by column (pair-columns.ts). */
export interface PairColumns {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** 0 for a sliver. */
  readonly material: Uint8Array;
  /** Square metres, and metres of the widest piece; 0 where no shapes were read. */
  readonly area: Float64Array;
  readonly width: Float64Array;
  /** Whether a remainder is coast. */
  isCoast(place: number): boolean;
}

/** Pairs by unit of the first layer, then of the second; remainders last. */
export const comparePairs = (p: Pick<OverlapPair, 'a' | 'b'>, q: Pick<OverlapPair, 'a' | 'b'>): number =>
  compareUnits(p.a, q.a) || compareUnits(p.b, q.b);

/** Units by number, no unit after all of them. */
export const compareUnits = (u: number, v: number): number => compareCodes(lastIfNone(u), lastIfNone(v));

const lastIfNone = (unit: number): number => (unit === NO_UNIT ? Infinity : unit);
