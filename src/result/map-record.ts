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

/** People as dots, each at random inside a small area in which so many people are counted. */
export interface MapDots {
  /** People that a dot stands for, and what they are called in the tables. */
  readonly each: number;
  readonly measure: string;
  /** Degrees of one step; positions are whole steps of longitude and latitude from west and south. */
  readonly step: number;
  readonly west: number;
  readonly south: number;
  /**
   * x and y of the first dot, then the differences from each dot to the next. Every k-th of them, from that with number
   * ⌊k / 2⌋ on, stands for k times as many people.
   */
  readonly steps: readonly number[];
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
  /** Absent where nobody is counted by small areas with shapes, and under a disclosure rule. */
  readonly dots?: MapDots;
}
