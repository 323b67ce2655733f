/**
 * The map of a result: units simplified for drawing, as shared arcs.
 */
import type { Table } from './table.js';

/** A unit as it is drawn: polygons of rings of arcs. Arc i runs as written, arc ~i (that is, -1 - i) backwards. */
export interface MapUnit {
  readonly code: string;
  readonly name: string;
  /** The outer ring of each polygon, then its holes; none for a unit without land. */
  readonly polygons: readonly (readonly (readonly number[])[])[];
}

/** A layer as it is drawn. */
export interface MapLayer {
  readonly id: string;
  /** Units without polygons because they share no land with another layer; absent for none. */
  readonly outOfSight?: number;
  /** There where no unit has polygons because the layer has more borders than a page holds. */
  readonly tooDense?: true;
  readonly units: readonly MapUnit[];
}

/** Units of layers simplified for drawing. Neighbours share arcs, so that no gap opens between them. */
export interface MapRecord {
  /** Degrees of one step; positions are whole steps of longitude and latitude from west and south. */
  readonly step: number;
  readonly west: number;
  readonly south: number;
  /** x and y of the first position, then the differences from each position to the next. */
  readonly arcs: readonly (readonly number[])[];
  readonly layers: readonly MapLayer[];
  /** Pairs of units that overlap, where no table of the result lists them: a table like that of `overlap` for each two layers. */
  readonly pairs: readonly Table[];
}
