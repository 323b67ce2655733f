/**
 * What the arrangement needs of a layer: its polygons, and which unit each belongs to.
 */
import type { Accuracy } from '../layer/layer.js';
import type { Shapes } from '../layer/shapes.js';

export interface LandLayer {
  /** Number of units. */
  readonly unitCount: number;
  readonly shapes: Shapes;
  /** Unit of each feature, or -1 for a feature that belongs to no unit. */
  readonly featureUnit: Int32Array;
  /** How polygons of one feature combine where they overlap: even-odd (the rule), or union. */
  readonly fill: 'parity' | 'union';
  /** How far a boundary may lie from the true one: two polygons of a unit that differ by less are one. */
  readonly accuracy: Pick<Accuracy, 'metres' | 'finest'>;
}
