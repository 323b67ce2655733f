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

/** Units of layers simplified for drawing. Neighbours share arcs, so that no gap opens between them. */
export interface MapRecord {
  /** Degrees of one step; positions are whole steps of longitude and latitude from west and south. */
  readonly step: number;
  readonly west: number;
  readonly south: number;
  /** x and y of the first position, then the differences from each position to the next. */
  readonly arcs: readonly (readonly number[])[];
  readonly layers: readonly { readonly id: string; readonly units: readonly MapUnit[] }[];
  /** Pairs of units that overlap, where no table of the result lists them: a table like that of `overlap` for each two layers. */
  readonly pairs: readonly Table[];
}
