/**
 * What is asked of a crossing: layers, people, tolerance.
 */
import type { Blocks } from '../../layer/blocks.js';
import type { Layer } from '../../layer/layer.js';
import type { Measure } from '../../layer/people.js';
import type { Disclosure } from '../../layer/disclosure.js';

/** A measure and where its blocks are; null where layers know their blocks by lookup. */
export interface MeasureRequest {
  readonly measure: Measure;
  readonly blocks: Blocks | null;
}

export interface CrossingRequest {
  /** Two or more layers; those with land all in one coordinate system. */
  readonly layers: readonly Layer[];
  /** True where that system is British National Grid. */
  readonly planar: boolean;
  readonly tolerance: number | 'auto';
  readonly measures: readonly MeasureRequest[];
  /** Applied to every cell before anything is made of it; null for none. */
  readonly disclosure?: Disclosure | null;
}
