/**
 * The result document: everything one run found, as plain data.
 *
 * Reports see nothing else, so a saved result can be rendered again. No clock, no absolute path, no random number:
 * the same inputs give the same bytes. Its published form is schema/result.schema.json.
 */
import type { Severity } from '../trouble/finding.js';

/** What a column holds; decides how it is written and described. */
export type ColumnKind =
  | 'code'
  | 'name'
  | 'text'
  | 'count'
  | 'hectares'
  | 'percent'
  | 'metres'
  | 'kilometres'
  | 'people'
  | 'share'
  | 'degrees'
  | 'number'
  | 'flag';

export interface Column {
  /** The heading, part of the contract. */
  readonly heading: string;
  readonly kind: ColumnKind;
  /** Decimals written; null for as many as needed (metrics). Meaningless for text. */
  readonly decimals: number | null;
  /** What the column says, one sentence, for people and for the metadata beside a CSV. */
  readonly description: string;
}

/** A cell; null is written as blank. Numbers are unrounded; writers round. */
export type Cell = string | number | boolean | null;

export interface Table {
  /** The name given to --table, e.g. `overlap`. */
  readonly name: string;
  /** One sentence: what one row is. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One input file. */
export interface InputRecord {
  /** Id of the layer or measure it gave. */
  readonly id: string;
  /** `layer`, `people`, `blocks`, `lookup`, `recode` … */
  readonly role: string;
  /** File name without its folders, and inner layer if any. */
  readonly file: string;
  readonly format: string;
  readonly bytes: number;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/** One layer as it was understood. */
export interface LayerRecord {
  readonly id: string;
  readonly kind: string | null;
  readonly title: string;
  readonly vintage: string | null;
  readonly units: number;
  readonly positions: number;
  /** Name of the coordinate system, and how it is known (`stated`, `detected`, `given`); null without shapes. */
  readonly system: string | null;
  readonly systemKnownBy: string | null;
  /** Nominal accuracy in metres and where it came from; null without shapes. */
  readonly accuracyMetres: number | null;
  readonly accuracyFrom: string | null;
  readonly codeField: string;
  readonly nameField: string | null;
  readonly areaHectares: number | null;
  readonly attribution: string;
}

/** A finding as it stands in the result: with its stable id, hectares instead of square metres. */
export interface FindingRecord {
  readonly id: string;
  readonly layer: string;
  readonly finding: string;
  readonly severity: Severity;
  readonly code: string;
  readonly name: string;
  readonly other_code: string;
  readonly area_ha: number | null;
  readonly width_m: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly detail: string;
}

/** One line of the reconciliation: does what was reported add up to what came in? */
export interface ReconciliationLine {
  /** Layer id. */
  readonly layer: string;
  /** `hectares` or a measure's name. */
  readonly quantity: string;
  /** What the layer itself holds. */
  readonly total: number;
  /** What the rows of the table hold (material pairs). */
  readonly in_rows: number;
  /** Set aside as slivers. */
  readonly in_slivers: number;
  /** Outside the other layer: remainder rows and coast. */
  readonly outside: number;
  /** Units wholly outside the other layer's footprint, left out of the rows. */
  readonly left_out: number;
  /** Counted more than once because the other layer covers it twice. */
  readonly multiply_covered: number;
  /** total − (in_rows + in_slivers + outside + left_out − multiply_covered); zero but for rounding. */
  readonly difference: number;
}

export interface ToleranceRecord {
  /** The two layers it is for. */
  readonly layers: readonly [string, string];
  readonly metres: number;
  /** Where it came from, a phrase for people. */
  readonly from: string;
}

/** Material pairs at one tolerance. */
export interface SensitivityPoint {
  readonly layers: readonly [string, string];
  readonly tolerance_m: number;
  readonly material_pairs: number;
  readonly sliver_pairs: number;
  readonly sliver_ha: number;
}

/** How a rule given by --fail-on, a config or a baseline came out. */
export interface RuleRecord {
  readonly rule: string;
  readonly met: boolean;
  readonly detail: string;
}

/** A geometry in longitude and latitude, as GeoJSON (RFC 7946) has it: outer rings counter-clockwise. */
export type ShapeGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly [number, number])[])[] }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
    }
  | { readonly type: 'LineString'; readonly coordinates: readonly (readonly [number, number])[] };

/** The shape of one row of a table. */
export interface ShapeRecord {
  /** Name of the table. */
  readonly table: string;
  /** The cells of the row by heading. */
  readonly properties: Readonly<Record<string, Cell>>;
  readonly geometry: ShapeGeometry;
}

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

export interface Result {
  readonly document: 'coterminous-result';
  readonly version: 1;
  readonly tool: { readonly name: 'coterminous'; readonly version: string };
  /** The command, e.g. `overlap`. */
  readonly command: string;
  readonly inputs: readonly InputRecord[];
  readonly layers: readonly LayerRecord[];
  /** `ellipsoid (WGS84)`, `planar (British National Grid)` …; null where no shapes were read. */
  readonly area_model: string | null;
  readonly tolerances: readonly ToleranceRecord[];
  /** Sentences for people, in order: the first one is the headline. */
  readonly summary: readonly string[];
  /** Notes on how inputs were read; they went to standard error too. */
  readonly notes: readonly string[];
  /** The command's main table first. */
  readonly tables: readonly Table[];
  readonly reconciliation: readonly ReconciliationLine[];
  readonly sensitivity: readonly SensitivityPoint[];
  readonly findings: readonly FindingRecord[];
  readonly rules: readonly RuleRecord[];
  /** Shapes of rows, where a command draws any: misaligned patches, deviating border. */
  readonly shapes?: readonly ShapeRecord[];
  /** Where an output draws one: the layers' units, simplified. */
  readonly map?: MapRecord;
}
