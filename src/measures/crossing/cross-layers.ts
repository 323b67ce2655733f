/**
 * Layers crossed with one another: what every report stands on.
 *
 * Layers with shapes are laid on one sheet, their patches judged by width and people placed on faces. Where a layer is
 * given by lookup only, all are crossed by their blocks and there is no land.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import type { Layer } from '../../layer/layer.js';
import type { Finding } from '../../trouble/finding.js';
import type { MeasureOnFaces } from '../people/place-on-faces.js';
import type { BlockMembers } from '../people/block-members.js';
import type { ToleranceRecord } from '../result.js';
import { crossByLookups } from './cross-by-lookups.js';
import { crossByShapes } from './cross-by-shapes.js';
import type { CrossingRequest } from './measure-request.js';
import type { PairsOfLayers } from './pairs-of-layers.js';
import type { ShapePairs } from './shape-pairs.js';

/** Two layers crossed. */
export interface CrossedPair {
  readonly a: Layer;
  readonly b: Layer;
  /** Pairs of units with land (where there are shapes) and people. */
  readonly land: PairsOfLayers;
  /** For each measure, people that reached no unit of either layer. */
  readonly lost: readonly number[];
  /** What there is to say of people in slivers and outside. */
  readonly sentences: readonly string[];
  /** Patches and how they were judged; null by lookup. */
  readonly shapes: ShapePairs | null;
  readonly tolerance: ToleranceRecord | null;
}

/** The sheet all layers with shapes lie on. */
export interface Sheet {
  readonly arrangement: Arrangement;
  /** Where a layer stands in the arrangement. */
  positionOf(layer: Layer): number;
  readonly measures: readonly MeasureOnFaces[];
}

export interface Crossing {
  readonly layers: readonly Layer[];
  /** Every two layers, first with second, first with third, second with third … */
  readonly pairs: readonly CrossedPair[];
  /** Null by lookup. */
  readonly sheet: Sheet | null;
  /** Blocks and their units in every layer; null where shapes were crossed. */
  readonly members: BlockMembers | null;
  /** Square metres of each layer's footprint; null without shapes. */
  readonly footprints: readonly (number | null)[];
  readonly findings: readonly Finding[];
}

/** Crosses all layers of a request. */
export function crossLayers(request: CrossingRequest): Crossing {
  return request.layers.every((layer) => layer.land !== null)
    ? crossByShapes(request)
    : crossByLookups(request);
}
