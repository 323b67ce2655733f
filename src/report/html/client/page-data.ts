/**
 * What the page carries for its script, as JSON that nothing executes.
 *
 *     writer ──► PageData ──► <script type="application/json"> ──► Page ──► map, card, search, tables
 */
import type { ColumnKind } from '../../../result/table.js';
import type { MapCircle } from '../../map/people-map/laid-map.js';
import type { SumWords } from '../../map/people-map/sum-text.js';
import type { KeyRow } from '../../map/people-map/place-key.js';
import type { PairText } from '../pair-text.js';

export interface LayerData {
  readonly id: string;
  /** Several units, one unit: `ICBs`, `ICB`. */
  readonly many: string;
  readonly one: string;
  /** 0 for the thickest line, which lies on top, while its area lies below those of the others. */
  readonly style: number;
  /** Codes and names of its units, and their polygons, as `short-text.ts` writes them. */
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly polygons: string;
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
  /** The table as the CSV file has it, or those of its rows that the page carries. */
  readonly csv: string;
  readonly columns: readonly ColumnData[];
  /** Columns that hold codes of a layer, with its number. */
  readonly codes: readonly (readonly [number, number])[];
  /** For each row what it shows on the map: `u:0:CODE`, `s:4`, or nothing. */
  readonly targets: readonly string[];
}

/** Units of two layers that overlap. */
export interface PairsData {
  readonly a: number;
  readonly b: number;
  /** The one of them whose units may overlap, so that what a unit shares with several of them is no sum; or -1. */
  readonly overlapping: number;
  readonly measures: readonly string[];
  /** Pairs as `pair-text.ts` writes them. */
  readonly rows: PairText;
}

export interface PageData {
  /** Circles over the map; null for none. */
  readonly people: PeopleData | null;
  readonly step: number;
  readonly west: number;
  readonly south: number;
  /** As `short-text.ts` writes them. */
  readonly arcs: string;
  readonly layers: readonly LayerData[];
  readonly shapes: readonly ShapeData[];
  readonly tables: readonly TableData[];
  readonly pairs: readonly PairsData[];
  /** Units in two or more units of another layer: number of the layer, of the unit. */
  readonly shared: readonly (readonly [number, number])[];
  /** The unit that the map is fitted to: number of the layer, of the unit; null for all that is drawn. */
  readonly place: readonly [number, number] | null;
  /** Number of the layer whose land is filled as that of neighbourhoods; -1 for none. */
  readonly told: number;
}

/** Circles of people over the map. */
export interface PeopleData {
  readonly counts: string;
  /** Number of the layer whose borders are drawn strongest; -1 for none. */
  readonly borders: number;
  readonly keyRows: readonly KeyRow[];
  readonly words: SumWords;
  /** In the order of their ranks. */
  readonly points: readonly (Omit<MapCircle, 'x' | 'y'> & {
    /** Longitude and latitude. */
    readonly at: readonly [number, number];
    /** What is chosen with it: `u:0:CODE`; '' for nothing. */
    readonly target: string;
    /** Units whose common land is tinted: `u:1:CODE` within `u:0:CODE`; '' for none. */
    readonly tint: readonly [string, string];
  })[];
}
