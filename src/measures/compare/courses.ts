/**
 * What a timeline is: vintages, the steps between them, and how each lies against layers that stay as they are.
 */
import type { Layer } from '../../layer/layer.js';
import type { AlignmentFigures } from '../alignment/alignment-figures.js';
import type { Changes } from '../changes/changes.js';
import type { Effect } from '../changes/effect.js';

/** The alignment of one vintage with a layer that stays as it is. */
export interface Moment {
  readonly layer: Layer;
  readonly figures: AlignmentFigures;
}

/** A layer that stays as it is, and every vintage held against it, in order. */
export interface Course {
  readonly other: Layer;
  /** Which stands first in the alignments: units of the second are shared between units of the first. */
  readonly first: Effect['first'];
  readonly moments: readonly Moment[];
}

export interface Timeline {
  /** The vintages in the order given, earliest first. */
  readonly vintages: readonly Layer[];
  /** One less than vintages. */
  readonly steps: readonly Changes[];
  readonly courses: readonly Course[];
}
