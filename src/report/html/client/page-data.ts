/**
 * What the page carries for its script, as JSON that nothing executes.
 *
 *     writer ──► PageData ──► <script type="application/json"> ──► Page ──► map, card, search, tables
 */
import type { ColumnKind } from '../../../result/table.js';

/** Code, name, short name ('' where it is the same), polygons of rings of arcs. */
export type UnitData = readonly [string, string, string, readonly (readonly (readonly number[])[])[]];

export interface LayerData {
  readonly id: string;
  /** Several units, one unit: `ICBs`, `ICB`. */
  readonly many: string;
  readonly one: string;
  /** 0 for the thickest line, which lies on top, while its area lies below those of the others. */
  readonly style: number;
  readonly units: readonly UnitData[];
}

/** The shape of a row of a table. */
export interface ShapeData {
  readonly table: string;
  readonly row: number;
  readonly form: 'area' | 'line';
  readonly title: string;
  /** Rings or lines, encoded like arcs. */
  readonly lines: string;
}

/** Kind and decimals of a column, the decimals its cells are read with, and what ids in it are called. */
export type ColumnData = readonly [
  kind: ColumnKind,
  decimals: number | null,
  places: number | null,
  words?: Readonly<Record<string, string>>,
];

export interface TableData {
  readonly name: string;
  /** The table as the CSV file has it. */
  readonly csv: string;
  readonly columns: readonly ColumnData[];
  /** Columns that hold codes of a layer, with its number. */
  readonly codes: readonly (readonly [number, number])[];
  /** For each row what it shows on the map: `u:0:CODE`, `s:4`, or nothing. */
  readonly targets: readonly string[];
}

/** Units of two layers that overlap: unit of either, hectares, people by measure. */
export interface PairsData {
  readonly a: number;
  readonly b: number;
  /** The one of them whose units may overlap, so that what a unit shares with several of them is no sum; or -1. */
  readonly overlapping: number;
  readonly measures: readonly string[];
  readonly rows: readonly (readonly [number, number, string, number | null, readonly (number | null)[]])[];
}

export interface PageData {
  readonly step: number;
  readonly west: number;
  readonly south: number;
  readonly arcs: string;
  readonly layers: readonly LayerData[];
  readonly shapes: readonly ShapeData[];
  readonly tables: readonly TableData[];
  readonly pairs: readonly PairsData[];
  /** Units in two or more units of another layer: number of the layer, of the unit. */
  readonly shared: readonly (readonly [number, number])[];
}
