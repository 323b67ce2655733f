/**
 * The sheet all layers with shapes lie on, with the people on it.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import type { Layer } from '../../layer/layer.js';
import type { MeasureOnFaces } from './measure-on-faces.js';

/** The sheet all layers with shapes lie on. */
export interface Sheet {
  readonly arrangement: Arrangement;
  /** Where a layer stands in the arrangement. */
  positionOf(layer: Layer): number;
  readonly measures: readonly MeasureOnFaces[];
}
