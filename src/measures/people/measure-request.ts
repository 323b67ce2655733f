/**
 * What is asked of a crossing: layers, people, tolerance.
 */
import type { Blocks } from '../../layer/blocks.js';
import type { Measure } from '../../layer/people.js';

/** A measure and where its blocks are; null where layers know their blocks by lookup. */
export interface MeasureRequest {
  readonly measure: Measure;
  readonly blocks: Blocks | null;
}
