/**
 * Blocks: the small areas that carry people, and where they are.
 *
 * Polygons are a layer like any other; points are population-weighted centroids, postcodes or addresses.
 */
import type { Layer } from './layer.js';

export type Blocks = PolygonBlocks | PointBlocks;

export interface PolygonBlocks {
  readonly form: 'polygons';
  /** Its units are the blocks. */
  readonly layer: Layer;
}

export interface PointBlocks {
  readonly form: 'points';
  /** Codes of the blocks, sorted, distinct. */
  readonly codes: readonly string[];
  /** x, y of each, in the common system of the run; NaN for a block without coordinates. */
  readonly positions: Float64Array;
  /** `best fit (population-weighted centroid)` or `point in area`. */
  readonly method: string;
  /** What they are called in messages. */
  readonly source: string;
  /** Where they were counted as they went by; left out where each is a point of its own. */
  readonly onFaces?: PointsOnFaces;
}

/** Points that were counted on the faces of a sheet: each that stands here stands for all of its face. */
export interface PointsOnFaces {
  /** The arrangement whose faces these are. */
  readonly sheet: object;
  readonly faces: Int32Array;
  /** How many points each stands for. */
  readonly points: Float64Array;
  /** Points that touch several faces of as many layers. */
  readonly onBorders: number;
}

/** Codes of the blocks. */
export const blockCodes = (blocks: Blocks): readonly string[] =>
  blocks.form === 'polygons' ? blocks.layer.codes : blocks.codes;

/** Codes of the blocks that are nowhere: points without coordinates. */
export const blocksWithoutPlace = (blocks: Blocks): ReadonlySet<string> =>
  new Set(
    blocks.form === 'polygons'
      ? []
      : blocks.codes.filter((_, block) => Number.isNaN(blocks.positions[2 * block]!)),
  );

/** What blocks are called in messages. */
export const blockSource = (blocks: Blocks): string =>
  blocks.form === 'points'
    ? `points of ${blocks.source}`
    : blocks.layer.id === 'blocks'
      ? 'blocks'
      : `blocks of ${blocks.layer.id}`;
