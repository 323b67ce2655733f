/**
 * One measure on the sheet: where its blocks are and how many people they hold.
 */
import type { Finding } from '../../trouble/finding.js';
import type { BlockShares } from './block-shares.js';

/** One measure on the sheet. */
export interface MeasureOnFaces {
  readonly name: string;
  readonly basis: string;
  /** How the people were placed, in the field's words. */
  readonly method: string;
  readonly shares: BlockShares;
  /** Code of each block that is a polygon; null where blocks are points, or cells of a run. */
  readonly codes: readonly string[] | null;
  /** x and y of each block that is a point, in the units of the sheet; null where blocks are polygons. */
  readonly positions: Float64Array | null;
  /** People of each block; NaN for unknown. */
  readonly values: Float64Array;
  /** People whose block is not among the blocks. */
  readonly unmatched: number;
  readonly findings: readonly Finding[];
  /** What there is to say of the placing; nothing under a disclosure rule. */
  readonly sentences: readonly string[];
  /** True where a disclosure rule made cells of the run its blocks: then it does not say where in a cell people live. */
  readonly ofCells?: true;
}
