/**
 * What is asked of a crossing: layers, people, tolerance.
 */
import type { KnownResidents } from '../../layer/known-residents.js';
import type { Layer } from '../../layer/layer.js';
import type { Disclosure } from '../../layer/disclosure.js';
import type { arrangeOnce } from '../land/layer-arrangement.js';
import type { MeasureRequest } from '../people/measure-request.js';
import type { Place } from '../people/place-polygons.js';

/** What is to be crossed, and how. */
export interface CrossingRequest {
  /** Two or more layers; those with land all in one coordinate system. */
  readonly layers: readonly Layer[];
  /** True where that system is British National Grid. */
  readonly planar: boolean;
  readonly tolerance: number | 'auto';
  readonly measures: readonly MeasureRequest[];
  /** What is known beforehand of the residents of layers; nothing where it is absent. */
  readonly known?: ReadonlyMap<Layer, KnownResidents>;
  /** How polygon blocks that borders cut are placed; `area` if not given. */
  readonly place?: Place;
  /** Applied to every cell before anything is made of it; null for none. */
  readonly disclosure?: Disclosure | null;
  /** Lays layers and blocks on one sheet, where that is not to be made anew. */
  readonly arrange?: typeof arrangeOnce;
}
