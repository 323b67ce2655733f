/**
 * One measure on the blocks of lookups.
 */

/** One measure with its people on the same blocks as the memberships. */
export interface BlockMeasure {
  readonly name: string;
  readonly basis: string;
  readonly method: string;
  readonly decimals: number;
  /** People of each block, in the order of `blocks`; NaN for unknown. */
  readonly values: Float64Array;
  /** Small areas that each block stands for. */
  readonly counts: Float64Array | null;
  /** All people of the measure, those of unknown blocks included. */
  readonly total: number;
}
