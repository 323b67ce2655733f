/**
 * The result document: everything one run found, as plain data.
 *
 * Reports see nothing else, so a saved result can be rendered again. No clock, no absolute path, no random number:
 * the same inputs give the same bytes. Its published form is schema/result.schema.json.
 */
import type { Severity } from '../trouble/finding.js';
import type { InputReading } from './input-reading.js';
import type { Origin } from './provenance.js';
import type { MapRecord } from './map-record.js';
import type { ShapeRecord } from './shape-record.js';
import type { Table } from './table.js';

/** One input file. */
export interface InputRecord {
  /** Id of the layer or measure it gave. */
  readonly id: string;
  /** `layer`, `people`, `blocks`, `lookup`, `recode` … */
  readonly role: string;
  /** File name without its folders, and inner layer if any. */
  readonly file: string;
  readonly format: string;
  /** Null where a disclosure rule keeps it back, as the seal. */
  readonly bytes: number | null;
  /**
   * SHA-256 of the file's bytes, in hexadecimal; null for counts under a disclosure rule: with it whoever knows most of a
   * file could try the rest.
   */
  readonly sha256: string | null;
  /** Where it was fetched from; absent for files of which nothing is known. */
  readonly origin?: Origin;
  /** How it was read; absent where nothing is made of it (a grid, a baseline), and in documents saved before. */
  readonly reading?: InputReading;
}

/** One layer as it was understood. */
export interface LayerRecord {
  readonly id: string;
  readonly kind: string | null;
  readonly title: string;
  /** What one of its units is called, and several, apart from those of the other layers: `ICB of 2023`. */
  readonly one: string;
  readonly many: string;
  /** One of its units where room is short: `council`. */
  readonly short: string;
  /** One and several whatever other layers there are: `ICB`, `ICBs`. */
  readonly noun: string;
  readonly nouns: string;
  readonly vintage: string | null;
  readonly units: number;
  readonly positions: number;
  /** Name of the coordinate system, and how it is known (`stated`, `detected`, `given`); null without shapes. */
  readonly system: string | null;
  readonly systemKnownBy: string | null;
  /** Stated accuracy in metres (null where none is stated) and where it came from (null without shapes). */
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

/** Counts of 1 to `under` − 1 are suppressed, others rounded to a multiple of `round`. */
export interface DisclosureRecord {
  readonly under: number;
  readonly round: number;
}

export interface ToleranceRecord {
  /** The two layers it is for. */
  readonly layers: readonly [string, string];
  readonly metres: number;
  /** Where it came from, a phrase for people. */
  readonly from: string;
  /** Whether it was measured, because no one stated it: then what lies between half of it and twice it is in doubt. */
  readonly estimated: boolean;
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

/** A law that the figures of a run obey, looked at by other means than those that made them. */
export interface VerifiedLaw {
  /** The law, a sentence without a full stop. */
  readonly law: string;
  /** How many things were compared. */
  readonly checked: number;
  /** The largest deviation, and what rounding explains there. */
  readonly largest: number;
  readonly allowed: number;
  readonly unit: string;
  readonly held: boolean;
}

/** One of several reports in a combined result, so that it can be told by itself. */
export interface ReportRecord {
  readonly name: string;
  readonly command: string;
  /** Ids of its layers. */
  readonly layers: readonly string[];
  /** Names that its tables have in the combined result, by their own. */
  readonly tables: Readonly<Record<string, string>>;
  /** Its own first sentence. */
  readonly headline: string;
}

/** A document that is handed on with a result and is no part of its saved form: the layer of a scenario, a scenario, a lookup. */
export interface ResultDocument {
  readonly role: 'layer' | 'inverse' | 'scenario' | 'lookup';
  /** GeoJSON for a layer, CSV for a lookup, else YAML. */
  readonly text: string;
}

export interface Result {
  readonly document: 'coterminous-result';
  readonly version: 1;
  readonly tool: { readonly name: 'coterminous'; readonly version: string };
  /** The command, e.g. `overlap`. */
  readonly command: string;
  /** The title that the request gives it, and a line under it. */
  readonly title?: string;
  readonly subtitle?: string;
  readonly inputs: readonly InputRecord[];
  readonly layers: readonly LayerRecord[];
  /** The disclosure rule that every count was published by; absent where there is none. A blank count is suppressed. */
  readonly disclosure?: DisclosureRecord;
  /** `ellipsoid (WGS84)`, `planar (British National Grid)` …; null where no shapes were read. */
  readonly area_model: string | null;
  readonly tolerances: readonly ToleranceRecord[];
  /** Sentences for people, in order: the first one is the headline. */
  readonly summary: readonly string[];
  /** Notes on how inputs were read beside what their records say; they went to standard error too. */
  readonly notes: readonly string[];
  /** The command's main table first. */
  readonly tables: readonly Table[];
  readonly reconciliation: readonly ReconciliationLine[];
  readonly sensitivity: readonly SensitivityPoint[];
  readonly findings: readonly FindingRecord[];
  readonly rules: readonly RuleRecord[];
  /** Where it was asked for: the laws of the run, and how far anything is from them. */
  readonly verification?: readonly VerifiedLaw[];
  /** Shapes of rows, where a command draws any: misaligned patches, deviating border. */
  readonly shapes?: readonly ShapeRecord[];
  /** Where an output draws one: the layers' units, simplified. */
  readonly map?: MapRecord;
  /** The reports that it was put together from; only where there are several. */
  readonly reports?: readonly ReportRecord[];
  /** Where a request asks for any. */
  readonly documents?: readonly ResultDocument[];
}
