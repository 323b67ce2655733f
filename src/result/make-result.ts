/**
 * Puts what a report found and what it was made from into one result document.
 */
import { tellingUnder, type Disclosure } from '../layer/disclosure.js';
import type { Layer } from '../layer/layer.js';
import { shortWords } from '../layer/unit-words.js';
import type { Finding } from '../trouble/finding.js';
import type { Note } from '../trouble/note.js';
import { sayNotes } from '../trouble/say-notes.js';
import { isToldInRecord } from '../trouble/reading-record.js';
import { withColumnWords } from './column-words.js';
import { recordFindings } from './record-findings.js';
import { recordInput, type ReadInput } from './record-input.js';
import { recordLayer } from './record-layer.js';
import type { ReconciliationLine, Result, SensitivityPoint, ToleranceRecord } from './result.js';
import type { Table } from './table.js';
import { toolVersion } from './tool-version.js';

/** What a report found, and what it was made from. */
export interface Made {
  readonly command: string;
  readonly inputs: readonly ReadInput[];
  readonly layers: readonly Layer[];
  readonly areaModel: string | null;
  /** How the inputs were read. */
  readonly notes: readonly Note[];
  /** The rule that the notes are told by; null where everything may be told. */
  readonly disclosure: Disclosure | null;
  readonly found: {
    readonly tables: readonly Table[];
    readonly tolerances: readonly ToleranceRecord[];
    readonly reconciliation: readonly ReconciliationLine[];
    readonly sensitivity: readonly SensitivityPoint[];
    readonly findings: readonly Finding[];
    readonly summary: readonly string[];
    /** Square metres of each layer's footprint; null for a layer without shapes. */
    readonly footprints: readonly (number | null)[];
  };
}

/** The result document of a command. Here notes become sentences, but for those that the records of inputs tell. */
export function makeResult({ command, inputs, layers, areaModel, notes, disclosure, found }: Made): Result {
  const short = shortWords(layers);
  const records = layers.map((layer, l) => recordLayer(layer, found.footprints[l] ?? null, short(layer.id)));
  return {
    document: 'coterminous-result',
    version: 1,
    tool: { name: 'coterminous', version: toolVersion },
    command,
    inputs: inputs.map((input) => recordInput(input, disclosure)),
    layers: records,
    ...(disclosure === null ? {} : { disclosure: { under: disclosure.under, round: disclosure.round } }),
    area_model: areaModel,
    tolerances: found.tolerances,
    summary: found.summary,
    notes: sayNotes(
      notes.filter((note) => !isToldInRecord(note)),
      tellingUnder(disclosure),
    ),
    tables: withColumnWords(found.tables, records),
    reconciliation: found.reconciliation,
    sensitivity: found.sensitivity,
    findings: recordFindings(found.findings),
    rules: [],
  };
}
