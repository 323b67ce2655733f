/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * What the page carries for its script, as JSON that nothing executes, and what the parts of the script share.
 *
 *     writer ──► PageData ──► <script type="application/json"> ──► Page ──► map, card, search, tables
 */

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

export interface TableData {
  readonly name: string;
  /** The table as the CSV file has it. */
  readonly csv: string;
  /** Kind and decimals of each column. */
  readonly columns: readonly (readonly [string, number | null])[];
  /** Columns that hold codes of a layer, with its number. */
  readonly codes: readonly (readonly [number, number])[];
  /** For each row what it shows on the map: `u:0:CODE`, `s:4`, or nothing. */
  readonly targets: readonly string[];
}

/** Units of two layers that overlap: unit of either, hectares, people by measure. */
export interface PairsData {
  readonly a: number;
  readonly b: number;
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

/** A line or ring on the map plane: x, y after one another, in kilometres. */
export type PlaneLine = Float64Array;

/** Least x and y, greatest x and y, in kilometres. */
export type Box = readonly [number, number, number, number];

export interface UnitView {
  readonly layer: number;
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly rings: readonly (readonly number[])[];
  /** Arcs of the outer ring of its largest polygon. */
  readonly outer: readonly number[];
  readonly box: Box;
}

export interface ShapeView {
  readonly number: number;
  readonly data: ShapeData;
  readonly lines: readonly PlaneLine[];
  readonly box: Box;
}

/** A unit or a shape that was chosen. */
export type Target =
  { readonly kind: 'unit'; readonly unit: UnitView } | { readonly kind: 'shape'; readonly shape: ShapeView };

/** The map as it is drawn, for the parts of the script that move it, name its units and choose on it. */
export interface MapView {
  readonly frame: HTMLElement;
  readonly svg: SVGSVGElement;
  /** The middle of the view in kilometres, pixels a kilometre, and its size in pixels. */
  readonly view: { x: number; y: number; scale: number; width: number; height: number };
  /** Shows the view after it was changed. */
  readonly update: () => void;
  /** Whether a box lies in or near the view. */
  readonly touches: (box: Box) => boolean;
  readonly isShared: (unit: UnitView) => boolean;
  readonly isShown: (layer: number) => boolean;
  readonly hover: (target: Target | null) => void;
  /** What each switch turns on and off. */
  readonly parts: Record<string, readonly Element[]>;
  readonly svgElement: <K extends keyof SVGElementTagNameMap>(
    tag: K,
    attributes: Readonly<Record<string, string>>,
    parent: Element,
  ) => SVGElementTagNameMap[K];
  /** Called when the map has come to rest. */
  readonly onRest: (() => void)[];
}

/** What all parts of the script share; each part adds what it is for. */
export interface Page {
  readonly data: PageData;
  arcs: PlaneLine[];
  units: UnitView[];
  shapes: ShapeView[];
  /** Longitude and latitude (or ring positions) to the map plane. */
  project: (longitude: number, latitude: number) => [number, number];
  unitOf: (layer: number, code: string) => UnitView | undefined;
  targetOf: (text: string) => Target | null;
  textOf: (target: Target) => string;
  /** Null on a page without a map. */
  map: MapView | null;
  chosen: Target | null;
  /** Called when something was chosen, or nothing any more. */
  readonly onChoose: ((target: Target | null, mover: Mover) => void)[];
  choose: (target: Target | null, mover: Mover) => void;
  /** Brings a box into view. */
  showBox: (box: Box) => void;
  say: (text: string) => void;
  make: <K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes?: Readonly<Record<string, string>>,
    ...children: (Node | string)[]
  ) => HTMLElementTagNameMap[K];
  cells: (table: number) => string[][];
  display: (text: string, kind: string, decimals: number | null) => string;
  number: (value: number, decimals?: number) => string;
  /** Opens a table at its row and goes there. */
  goToRow: (table: number, row: number) => void;
  rowsOf: (target: Target) => { readonly table: number; readonly rows: number[] }[];
}

/** Where a choice came from; the map does not move for one made on it. */
export type Mover = 'map' | 'search' | 'table' | 'card' | 'chart';
