/**
 * Layers crossed with one another, every two of them: what every report stands on.
 */
import type { Layer } from '../../layer/layer.js';
import type { Finding } from '../../trouble/finding.js';
import type { BlockMembers } from '../people/block-members.js';
import type { Sheet } from '../people/sheet.js';
import type { CrossedPair } from './crossed-pair.js';

/** Layers crossed with one another, every two of them. */
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
