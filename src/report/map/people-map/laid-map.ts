/**
 * What a map of people is laid out from, and what comes out.
 */
import type { Box, Disc } from './boxes.js';
import type { LaidLabel } from './place-beside.js';
import type { Inset } from './place-insets.js';
import type { Key, KeyRow } from './place-key.js';

/** What the picture is for: sizes differ. */
export type Medium = 'screen' | 'phone' | 'print';

/** A circle that is to be laid out. The order is the rank. */
export interface MapCircle {
  /** Pixels from the upper left corner of the frame. */
  readonly x: number;
  readonly y: number;
  readonly amount: number | null;
  /** The amount as it is printed; '' where no figure may be shown. */
  readonly figure: string;
  readonly name: string;
  /** The place that these people look to, which a cluster is named after; '' for none. */
  readonly towards: string;
  /** What stands below the name: `→ West Yorkshire`; '' for nothing. */
  readonly below: string;
  /** Number in the list of moves; null for circles by size. */
  readonly number: number | null;
  /** Whether these people are in nothing, which their number shows. */
  readonly isNone: boolean;
  /** A dot in an area that is drawn by itself, such as a gap; its size says nothing. */
  readonly isDot: boolean;
}

export interface MapScene {
  readonly width: number;
  readonly height: number;
  readonly medium: Medium;
  readonly circles: readonly MapCircle[];
  /** What circles count. */
  readonly counts: string;
  readonly keyRows: readonly KeyRow[];
  /** What follows figures of the key: ` ha`, or nothing for people. */
  readonly unit: string;
  /** Whether nothing is drawn in a box but sea. */
  readonly isFree: (box: Box) => boolean;
  /** Whether a box lies apart from the place that the map is about; true of every box where it is about none. */
  readonly isApart: (box: Box) => boolean;
  /** Whether the whole subject is in view: insets and margin columns are for that; a closer view has neither. */
  readonly isWhole: boolean;
  /** Buttons and scale bar: nothing is laid over them. */
  readonly blocked: readonly Box[];
  /** Frames of far islands, whose circles are labelled inside; none where all is one map. */
  readonly islands?: readonly Box[];
  /** Gaps and doubles: no text is laid over them. */
  readonly uncovered: readonly Box[];
  /** People and units of a cluster in words: `116,890 people in 5 councils`. */
  readonly sumOf: (circles: readonly number[]) => string;
}

/** A circle in its place. */
export interface LaidCircle extends Disc {
  /** Place in the rank. */
  readonly circle: number;
  readonly number: number | null;
}

export interface LaidInset extends Inset {
  readonly title: string;
  readonly sum: string;
  /** How many times larger than the picture. */
  readonly zoom: number;
  readonly laid: readonly LaidCircle[];
  readonly labels: readonly LaidLabel[];
}

export interface LaidMap {
  /** Largest first, so that small ones lie on top. */
  readonly circles: readonly LaidCircle[];
  readonly labels: readonly LaidLabel[];
  /** Clusters without an inset: what stands at their label. */
  readonly clusters: readonly { readonly circles: readonly number[]; readonly disc: Disc }[];
  readonly insets: readonly LaidInset[];
  /** On a ground of its own where something is drawn below it. */
  readonly key: (Key & { readonly box: Box; readonly hasGround: boolean }) | null;
}
