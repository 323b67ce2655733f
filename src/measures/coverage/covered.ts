/**
 * What a coverage report is asked for, and everything its tables are made from.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import type { Layer } from '../../layer/layer.js';
import type { ToleranceRecord } from '../../result/result.js';
import type { Crossing } from '../crossing/crossing.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { CrossingRequest } from '../crossing/crossing-request.js';
import type { Standings } from '../pairs/relations.js';
import type { Cover, CoverTolerance } from './cover-pieces.js';
import type { Match } from './matches.js';
import type { ServiceCount, ServicesRequest } from './services.js';
import type { UnitForm } from './unit-forms.js';

export interface CoverageWishes extends CrossingRequest {
  /** Neighbourhoods first, then their parents, then the layers of --also. */
  readonly layers: readonly Layer[];
  readonly includeSlivers: boolean;
  readonly includeOutside: boolean;
  readonly sensitivity: boolean;
  /** Ends of the size bands, and sizes to flag against. */
  readonly bands: readonly number[];
  readonly flags: readonly number[];
  /** From this share in common on (0 to 1) two units are nearly the same. */
  readonly near: number;
  readonly services: ServicesRequest | null;
  /** Positions of the run (x, y after one another) as longitude and latitude. */
  readonly toDegrees: (positions: Float64Array) => Float64Array;
}

/** Everything the tables are made from. */
export interface Covered {
  readonly request: CoverageWishes;
  readonly layer: Layer;
  readonly parents: Layer;
  readonly crossing: Crossing;
  /** Neighbourhoods with their parents, and with each further layer. */
  readonly withParents: CrossedPair;
  readonly withOthers: readonly CrossedPair[];
  readonly standing: Standings;
  readonly cover: Cover;
  /** What gaps and double covers were judged by; null where no shapes were read. */
  readonly coverTolerance: CoverTolerance | null;
  /** Square metres and people of each neighbourhood in material double cover; absent for one that has none. */
  readonly doubleOfUnit: ReadonlyMap<number, { readonly area: number; readonly people: readonly number[] }>;
  /** Null where no shapes were read. */
  readonly forms: readonly UnitForm[] | null;
  /** For each neighbourhood the parent that holds most of it, or -1. */
  readonly mainParent: readonly number[];
  readonly matches: readonly Match[];
  readonly services: readonly ServiceCount[] | null;
  readonly tolerances: readonly ToleranceRecord[];
}

/** Arrangement of a report that has shapes. */
export const arrangementOf = (covered: Covered): Arrangement => covered.crossing.sheet!.arrangement;
