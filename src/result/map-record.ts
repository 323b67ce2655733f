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

/** Where a circle for two units of two layers stands: on the piece of land they have in common with most people. */
export interface MapPiece {
  /** Ids of the two layers, and the code of a unit of each. */
  readonly layers: readonly [string, string];
  readonly codes: readonly [string, string];
  /** A point inside the piece, on top of its people where those may be shown; degrees, five places. */
  readonly longitude: number;
  readonly latitude: number;
  /** West, south, east, north of the piece, rounded outwards. */
  readonly box: readonly [number, number, number, number];
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
  /** Pairs of units that have a piece of their own; in any other pair it is the smaller unit. Absent in older documents. */
  readonly pieces?: readonly MapPiece[];
}
