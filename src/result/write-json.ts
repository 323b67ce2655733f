/**
 * The result document as JSON text; schema/result.schema.json describes it.
 *
 * Keys stand in one fixed order. Figures are written as the result holds them, rounded when it was made
 * (round-result.ts), so JSON and CSV say the same. A row is an object keyed by heading. Text is as it came: the guard against spreadsheet formulas belongs to CSV alone.
 */
import type { MapRecord } from './map-record.js';
import type { ReportRecord, Result } from './result.js';
import type { About, Table } from './table.js';
import { originOf } from './provenance.js';
import { InputError } from '../trouble/input-error.js';
import { layoutJson } from './layout-json.js';
import {
  ABOUT_PARTS,
  COLUMN_FIELDS,
  DISCLOSURE_FIELDS,
  LAW_FIELDS,
  RECORD_LISTS,
  type Fields,
} from './result-fields.js';

/** The whole result as JSON text that ends with a line feed. Throws an InputError where two columns share a heading. */
export function writeJson(result: Result): string {
  const list = (name: keyof typeof RECORD_LISTS): unknown[] =>
    result[name].map((record) => orderedRecord(record, RECORD_LISTS[name]));
  const document = {
    document: result.document,
    version: result.version,
    tool: { name: result.tool.name, version: result.tool.version },
    command: result.command,
    ...(result.title === undefined ? {} : { title: result.title }),
    ...(result.subtitle === undefined ? {} : { subtitle: result.subtitle }),
    inputs: result.inputs.map(({ reading, origin, ...input }) => ({
      ...orderedRecord(input, RECORD_LISTS.inputs),
      ...(origin === undefined ? {} : { origin: originOf(origin) }),
      ...(reading === undefined ? {} : { reading }),
    })),
    layers: list('layers'),
    ...(result.disclosure === undefined
      ? {}
      : { disclosure: orderedRecord(result.disclosure, DISCLOSURE_FIELDS) }),
    area_model: result.area_model,
    tolerances: list('tolerances'),
    summary: result.summary,
    notes: result.notes,
    tables: result.tables.map(writtenTable),
    reconciliation: list('reconciliation'),
    sensitivity: list('sensitivity'),
    findings: list('findings'),
    rules: list('rules'),
    ...(result.verification === undefined
      ? {}
      : { verification: result.verification.map((law) => orderedRecord(law, LAW_FIELDS)) }),
    ...(result.shapes === undefined ? {} : { shapes: result.shapes }),
    ...(result.reports === undefined ? {} : { reports: result.reports.map(writtenReport) }),
  };
  const text = layoutJson(document);
  if (result.map === undefined) return `${text}\n`;
  return `${text.slice(0, -'\n}'.length)},\n  "map": ${JSON.stringify(writtenMap(result.map))}\n}\n`;
}

const writtenReport = ({ name, command, layers, tables, headline }: ReportRecord): object => ({
  name,
  command,
  layers,
  tables,
  headline,
});

/** A map is all figures: it stands on one line. */
const writtenMap = ({ step, west, south, arcs, layers, pairs, pieces, dots }: MapRecord): object => ({
  step,
  west,
  south,
  arcs,
  layers,
  pairs: pairs.map(writtenTable),
  ...(pieces === undefined
    ? {}
    : {
        pieces: pieces.map((piece) => ({
          layers: piece.layers,
          codes: piece.codes,
          longitude: piece.longitude,
          latitude: piece.latitude,
          box: piece.box,
        })),
      }),
  ...(dots === undefined
    ? {}
    : {
        dots: {
          each: dots.each,
          measure: dots.measure,
          step: dots.step,
          west: dots.west,
          south: dots.south,
          steps: dots.steps,
        },
      }),
});

function orderedRecord(record: object, fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(fields).map((key) => [key, (record as Record<string, unknown>)[key]]),
  );
}

const orderedAbout = (about: About): About =>
  Object.fromEntries(
    ABOUT_PARTS.flatMap((part) => (about[part] === undefined ? [] : [[part, about[part]] as const])),
  );

function writtenTable(table: Table): object {
  refuseTwins(table);
  return {
    name: table.name,
    ...(table.title === undefined ? {} : { title: table.title }),
    caption: table.caption,
    columns: table.columns.map((column) => ({
      ...orderedRecord(column, COLUMN_FIELDS),
      about: orderedAbout(column.about),
      ...(column.words === undefined ? {} : { words: column.words }),
    })),
    rows: table.rows.map((row) =>
      Object.fromEntries(table.columns.map((column, i) => [column.heading, row[i] ?? null])),
    ),
  };
}

/** Two columns of one heading would lose one of them in rows keyed by heading. */
function refuseTwins(table: Table): void {
  const seen = new Set<string>();
  for (const { heading } of table.columns) {
    if (seen.has(heading)) {
      throw new InputError({
        id: 'heading-twice',
        message: `the table ${table.name} has two columns headed ${heading}`,
        hint: 'Give the layer, the measure or the kept field another name, so that every heading is there once.',
      });
    }
    seen.add(heading);
  }
}
