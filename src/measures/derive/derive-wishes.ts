/**
 * What is asked of a derivation.
 */
import type { Layer } from '../../layer/layer.js';
import type { Lookup } from '../../layer/membership.js';
import type { Measure } from '../../layer/people.js';
import type { ToLongitudeLatitude } from '../land/to-longitude-latitude.js';

/** A footprint to be derived from weights of blocks. */
export interface DeriveWishes {
  /** Units and the weight of every block in each. */
  readonly lookup: Lookup;
  /** Id of the layer derived: `pcn`, `footprint`. */
  readonly id: string;
  /** What a unit is called: `network`, `unit`. */
  readonly noun: string;
  /** Shapes of the blocks, or null. */
  readonly blocks: Layer | null;
  /** The layer whose area is asked for, or null; `only` names some of its units. */
  readonly within: Layer | null;
  readonly only: ReadonlySet<number> | null;
  readonly planar: boolean;
  /** People of the blocks; the first counts as theirs. */
  readonly measures: readonly Measure[];
  /** Unit of `within` that each unit belongs to, by code of the unit, where a practice map tells. */
  readonly homes: ReadonlyMap<string, string>;
  /** Codes of units that stand for no unit (unallocated, unmapped). */
  readonly unallocated: ReadonlySet<string>;
  /** Whether those may win blocks. */
  readonly unallocatedMayWin: boolean;
  /** Whether blocks outside England take part. */
  readonly includeOutside: boolean;
  /** Per cent of patients or of blocks that may be without a partner. */
  readonly allowUnmatched: number;
  readonly toDegrees: ToLongitudeLatitude;
}
