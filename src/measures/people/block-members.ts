/**
 * Blocks, the units they are in by layer, and their people.
 */
import type { Membership } from '../../layer/membership.js';
import type { BlockMeasure } from './block-measure.js';

export interface BlockMembers {
  /** Codes of all blocks of all layers, sorted. */
  readonly blocks: readonly string[];
  /** One entry a layer. */
  readonly memberships: readonly Membership[];
  /** For each layer, the index of each block in its membership, or -1. */
  readonly index: readonly Int32Array[];
  readonly measures: readonly BlockMeasure[];
}
