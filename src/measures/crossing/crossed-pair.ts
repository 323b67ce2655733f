/**
 * Two layers crossed: their pairs of units, and how those came about.
 */
import type { Layer } from '../../layer/layer.js';
import type { ToleranceRecord } from '../../result/result.js';
import type { PairsOfLayers } from '../pairs/pairs-of-layers.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';
import type { Aside } from '../people/asides.js';

/** Two layers crossed. */
export interface CrossedPair {
  readonly a: Layer;
  readonly b: Layer;
  /** Pairs of units with land (where there are shapes) and people. */
  readonly land: PairsOfLayers;
  /** For each measure, people that reached no unit of either layer. */
  readonly lost: readonly number[];
  /** People in slivers and outside, one entry a measure, and what there is to say of them. */
  readonly asides: readonly Aside[];
  readonly sentences: readonly string[];
  /** Patches and how they were judged; null by lookup. */
  readonly shapes: ShapePairs | null;
  readonly tolerance: ToleranceRecord | null;
}
