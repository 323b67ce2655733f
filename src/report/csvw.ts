/**
 * What stands beside a CSV for machines: CSV on the Web metadata (W3C, 2015), in `<file>.csv-metadata.json`.
 *
 * Columns with datatype and unit; which files went in, with their SHA-256; vintages, tolerance, area model, basis
 * and method of people; licence and tool version. The standard allows no terms of one's own without a web
 * address, so facts it has no word for are schema.org property values.
 */
import { attributionsOf } from '../result/attributions.js';
import { cellsIn, rowCount, withoutRows } from '../result/column-cells.js';
import type { Result } from '../result/result.js';
import type { Column, ColumnKind, Table } from '../result/table.js';
import { guardFormula } from '../result/format-cell.js';
import { shownText, shownTexts } from '../trouble/shown-text.js';

const OGL = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** Unit of a kind of column: its name, and its code in UN/CEFACT Recommendation 20 where it has one. */
const UNITS: Partial<Record<ColumnKind, { readonly name: string; readonly code?: string }>> = {
  hectares: { name: 'hectares', code: 'HAR' },
  percent: { name: 'percent', code: 'P1' },
  metres: { name: 'metres', code: 'MTR' },
  kilometres: { name: 'kilometres', code: 'KMT' },
  degrees: { name: 'degrees', code: 'DD' },
  people: { name: 'people' },
  share: { name: 'share of 1' },
};

/** The name of the metadata file that readers of the CSV look for. */
export const csvwFileName = (csvFileName: string): string => `${csvFileName}-metadata.json`;

/**
 * The metadata as a plain object, keys in a fixed order, all texts as they may be shown; `csvFileName` without folders.
 */
export function csvwMetadata(ofResult: Result, ofTable: Table, csvFileName: string): object {
  // Rows are many and only few of their texts are told here: these are shown where they are found.
  const result = shownTexts({ ...ofResult, tables: [] });
  const table = shownTexts({ ...withoutRows(ofTable), rows: [] });
  const rights = attributionsOf(result);
  const underOgl = rights.some((text) => /Open Government Licence/i.test(text));
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url: percentEncoded(shownText(csvFileName)),
    'dc:title': table.caption,
    'dc:description': result.summary.join(' '),
    ...(rights.length > 0 ? { 'dc:rights': rights } : {}),
    ...(underOgl ? { 'dc:license': { '@id': OGL } } : {}),
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      'schema:name': `${result.tool.name} ${result.command}`,
      'schema:softwareVersion': result.tool.version,
    },
    'prov:wasDerivedFrom': result.inputs.map((input) => ({
      '@type': 'schema:DataDownload',
      'schema:name': input.file,
      'schema:identifier': input.id,
      'schema:description': input.role,
      'schema:encodingFormat': input.format,
      ...(input.bytes === null ? {} : { 'schema:contentSize': `${input.bytes} B` }),
      ...(input.origin === undefined ? {} : { 'schema:contentUrl': input.origin.address }),
      ...(input.sha256 === null ? {} : { 'schema:sha256': input.sha256 }),
    })),
    'schema:additionalProperty': facts(result, basisAndMethod([ofTable, ...ofResult.tables])),
    dialect: { encoding: 'utf-8', header: true, lineTerminators: '\r\n' },
    tableSchema: { columns: table.columns.map(csvwColumn) },
  };
}

function csvwColumn(column: Column): object {
  const unit = UNITS[column.kind];
  return {
    name: variableName(column.heading),
    titles: guardFormula(column.heading),
    'dc:description': column.description,
    datatype: datatype(column),
    ...(unit === undefined ? {} : { 'schema:unitText': unit.name }),
    ...(unit?.code === undefined ? {} : { 'schema:unitCode': unit.code }),
  };
}

function datatype({ kind, decimals }: Column): string {
  if (kind === 'code' || kind === 'name' || kind === 'text') return 'string';
  if (kind === 'flag') return 'boolean';
  return decimals === 0 ? 'integer' : 'decimal';
}

function facts(result: Result, howCounted: readonly (readonly [string, string])[]): object[] {
  const fact = (name: string, value: string | number, more: object = {}): object => ({
    '@type': 'schema:PropertyValue',
    'schema:name': name,
    'schema:value': value,
    ...more,
  });
  return [
    ...result.layers.flatMap(({ id, vintage }) =>
      vintage === null ? [] : [fact(`vintage of ${id}`, vintage)],
    ),
    ...result.layers.flatMap(({ id, system }) =>
      system === null ? [] : [fact(`coordinate system of ${id}`, system)],
    ),
    ...(result.area_model === null ? [] : [fact('area model', result.area_model)]),
    ...result.tolerances.map(({ layers, metres, from }) =>
      fact(`tolerance between ${layers.join(' and ')}`, metres, {
        'schema:unitText': 'metres',
        'schema:unitCode': 'MTR',
        'schema:description': from,
      }),
    ),
    ...howCounted.map(([heading, text]) => fact(heading, text)),
    ...result.notes.map((note) => fact('note', note)),
  ];
}

/** What was counted and how it was placed, by heading, as the columns for it say in the first table that says it. */
function basisAndMethod(tables: readonly Table[]): [string, string][] {
  const found = new Map<string, Set<string>>();
  for (const table of tables) {
    table.columns.forEach(({ heading, about }, i) => {
      if ((about.role !== 'basis' && about.role !== 'method') || found.has(heading)) return;
      const texts = new Set<string>();
      const cellOf = cellsIn(table, i);
      for (let row = 0; row < rowCount(table); row++) {
        const cell = cellOf(row);
        if (typeof cell === 'string' && cell !== '') texts.add(cell);
      }
      if (texts.size > 0) found.set(heading, texts);
    });
  }
  return [...found].map(([heading, texts]) => [
    shownText(heading),
    [...texts].map(shownText).sort().join('; '),
  ]);
}

/** A heading as the standard lets a column be named: letters, digits and _, all else as %XX, no _ in front. */
function variableName(heading: string): string {
  return percentEncoded(heading, /[A-Za-z0-9_]/).replace(/^_/, '%5F');
}

/** The UTF-8 bytes of a text, those that `kept` does not hold as %XX. */
function percentEncoded(text: string, kept = /[A-Za-z0-9_.~-]/): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      return byte < 0x80 && kept.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
