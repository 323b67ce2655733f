/**
 * A layer: a set of units, each with a code and a name, and the land or the blocks that are theirs.
 *
 * A layer read from shapes has land; one read from a lookup has a membership of blocks; one can have both.
 * Units are sorted by code, so a unit's number and the order of its code are one thing.
 */
import type { Finding } from '../trouble/finding.js';
import type { Note } from '../trouble/note.js';
import type { ReadingRecord } from '../trouble/reading-record.js';
import type { CoordinateSystem } from './coordinate-system.js';
import type { Membership } from './membership.js';
import type { Shapes } from './shapes.js';
import type { UnitWords } from './unit-words.js';

export interface Layer {
  /** Short name used in headings, e.g. `icb`; unique in a run. */
  readonly id: string;
  /** Id of its kind, or null. */
  readonly kind: string | null;
  /** What it is called, and its units; what is not known goes by kind or id. */
  readonly title?: string;
  readonly called?: UnitWords;
  /** Year of the boundaries, e.g. `2024`, or null. */
  readonly vintage: string | null;
  /** Codes of the units, sorted, distinct. */
  readonly codes: readonly string[];
  /** Names of the units, in the same order; the code where there is no name. */
  readonly names: readonly string[];
  /** ODS codes, '' where one is missing; null where the source has none. */
  readonly ods: readonly string[] | null;
  /** Further fields carried along with --keep. */
  readonly kept: readonly { readonly field: string; readonly values: readonly string[] }[];
  readonly codeField: string;
  readonly nameField: string | null;
  readonly land: Land | null;
  readonly membership: Membership | null;
  readonly findings: readonly Finding[];
  /** Choices made while reading. */
  readonly notes: readonly Note[];
  /** How its file was read, where it came from one. */
  readonly reading?: ReadingRecord;
}

/** Where the units lie. */
export interface Land {
  readonly shapes: Shapes;
  /** Unit of each feature, or -1. */
  readonly featureUnit: Int32Array;
  readonly system: CoordinateSystem;
  readonly accuracy: Accuracy;
  /** How polygons of one feature combine where they overlap. */
  readonly fill: 'parity' | 'union';
}

/** How far a boundary may lie from the true one. */
export interface Accuracy {
  /** Null where nothing states it: then it is measured against the layers it meets. */
  readonly metres: number | null;
  /** A phrase for people: `generalised to 20 m, by the file name`, `not stated`. */
  readonly from: string;
  /** Metres below which its positions cannot be told apart: the last decimal of its coordinates, a transformation. */
  readonly finest: number;
  /** The suffix of published resolutions and extents (`BFE`, `BGC`), upper case, where the file's name has one. */
  readonly suffix?: string;
}
