/**
 * Everything known of a derived footprint.
 */
import type { DeriveWishes } from './derive-wishes.js';
import type { GroupedLand } from '../land/grouped-land.js';
import type { Contest } from './winners.js';

/** Everything known of the blocks that take part and of the units. */
export interface Derived {
  readonly request: DeriveWishes;
  /** Codes of the blocks that take part, sorted. */
  readonly blocks: readonly string[];
  readonly contests: readonly Contest[];
  /** Unit of `within` that each block lies in, or -1; null without `within`. */
  readonly place: Int32Array | null;
  /** Unit of `within` that each derived unit belongs to, or -1; null without `within`. */
  readonly home: Int32Array | null;
  readonly units: readonly DerivedUnit[];
  readonly land: GroupedLand | null;
  /** Patients of the whole file, and of those who are in no row. */
  readonly patients: number;
  readonly patientsOutsideEngland: number;
  readonly patientsElsewhere: number;
  /** Patients of blocks that the shapes lack, and those blocks. */
  readonly patientsUnknown: number;
  readonly unknownBlocks: readonly string[];
}

/** One unit that was derived. */
export interface DerivedUnit {
  /** Its number in the lookup. */
  readonly unit: number;
  readonly code: string;
  readonly name: string;
  /** Blocks it won, as numbers into `blocks`. */
  readonly won: readonly number[];
  /** All its patients, wherever they live. */
  readonly registered: number;
  /** Its patients in blocks that it won. */
  readonly registeredInside: number;
  /** Its patients in all blocks that take part. */
  readonly registeredHere: number;
  /** Blocks won that lie in another unit of `within` than its own; null without. */
  readonly elsewhere: number | null;
}
