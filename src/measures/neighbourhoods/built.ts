/**
 * Everything known of the neighbourhoods that were built.
 */
import type { Layer } from '../../layer/layer.js';
import type { Measure } from '../../layer/people.js';
import type { Services } from './services-inside.js';
import type { LandOfBlocks } from './land-of-blocks.js';
import type { Link } from './link-parts.js';
import type { GroupedLand } from '../land/grouped-land.js';
import type { Solution } from './solve-parent.js';
import type { Problem } from './problem.js';

/** What is asked of the builder. */
export interface NeighbourhoodWishes {
  /** Blocks with shapes. */
  readonly blocks: Layer;
  readonly within: Layer;
  /** Units of `within` that are asked for; null for all. */
  readonly only: ReadonlySet<number> | null;
  /** Layers whose units should stay whole. */
  readonly kept: readonly Layer[];
  /** Neighbourhoods that are drawn already, to compare with. */
  readonly drawn: readonly Layer[];
  readonly measure: Measure;
  readonly low: number;
  readonly high: number;
  /** Neighbourhoods in each parent; null for as many as are best. */
  readonly number: number | null;
  readonly seed: number;
  /** Steps of the search in each parent. */
  readonly effort: number;
  readonly services: Services | null;
  readonly planar: boolean;
}

export interface Built {
  readonly wishes: NeighbourhoodWishes;
  /** The blocks that take part, and their land. */
  readonly blocks: Layer;
  readonly land: LandOfBlocks;
  /** People of each block; 0 where the file has no number. */
  readonly people: Float64Array;
  /** By kept layer the unit of each block, -1 for none. */
  readonly keptOf: readonly Int32Array[];
  readonly parents: readonly BuiltParent[];
  /** Neighbourhood of each block. */
  readonly neighbourhoodOf: Int32Array;
  readonly neighbourhoods: readonly Neighbourhood[];
  readonly grouped: GroupedLand;
  /** People of the file who are in no block that takes part, and blocks in none of the units of `within`. */
  readonly peopleElsewhere: number;
  readonly blocksElsewhere: number;
  /** Blocks that take part and have no number of people. */
  readonly blocksUncounted: readonly string[];
}

export interface BuiltParent {
  /** Its number in `within`. */
  readonly unit: number;
  /** Its blocks, as numbers into the blocks that take part. */
  readonly blocks: readonly number[];
  readonly problem: Problem;
  readonly solution: Solution;
  readonly links: readonly Link[];
  /** Its first neighbourhood; the others follow. */
  readonly first: number;
}

export interface Neighbourhood {
  readonly code: string;
  readonly name: string;
  readonly parent: BuiltParent;
  readonly blocks: readonly number[];
  readonly people: number;
  /** Metres of its whole border. */
  readonly perimeter: number;
}
