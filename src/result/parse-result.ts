/**
 * A saved result read back, so that it can be rendered again or serve as a baseline.
 *
 * Everything is checked against the same fields that are written: a document of another version, or one that was
 * changed by hand into something else, is refused with the place where it goes wrong.
 */
import type { MapRecord } from './map-record.js';
import { checkInputReading, saysReading } from './input-reading.js';
import type {
  DisclosureRecord,
  InputRecord,
  LayerRecord,
  ReportRecord,
  Result,
  VerifiedLaw,
} from './result.js';
import { isOrigin, originOf } from './provenance.js';
import type { ShapeGeometry, ShapeRecord } from './shape-record.js';
import type { Column, Table } from './table.js';
import { isDrawing } from './check-drawing.js';
import { isOld, withAbout, type OldColumn } from './about-of-old.js';
import { isRecord, Reading, type Unchecked } from './reading.js';
import {
  COLUMN_FIELDS,
  DISCLOSURE_FIELDS,
  LAW_FIELDS,
  OLD_COLUMN_FIELDS,
  RECORD_LISTS,
  type Fields,
} from './result-fields.js';

/** The result that `writeJson` wrote. `file` names it in messages. Throws an InputError for anything else. */
export function parseResult(text: string, file?: string): Result {
  const reading = new Reading(file);
  const json = reading.json(text);
  if (!isRecord(json) || json['document'] !== 'coterminous-result') {
    throw reading.trouble(
      'result-unknown',
      'this is not a saved result',
      'Give the JSON file that --json or -o x.json wrote.',
    );
  }
  if (json['version'] !== 1) {
    throw reading.trouble(
      'result-version',
      `this result is of version ${JSON.stringify(json['version']) ?? 'unknown'}, and only version 1 can be read`,
      'Write it again with this release, or read it with the release that wrote it.',
    );
  }
  const tool = reading.record(json['tool'], 'tool');
  const list = <T>(name: keyof typeof RECORD_LISTS): T[] =>
    reading
      .list(json[name], name)
      .map((item, i) => reading.fields(item, RECORD_LISTS[name], `${name}[${i}]`) as T);
  const layers = list<LayerRecord>('layers');
  return {
    document: 'coterminous-result',
    version: 1,
    tool: { name: 'coterminous', version: reading.text(tool['version'], 'tool.version') },
    command: reading.text(json['command'], 'command'),
    ...ifSaid(reading, json, 'title'),
    ...ifSaid(reading, json, 'subtitle'),
    inputs: list<InputRecord>('inputs').map((input, i) => withReading(reading, json, input, i)),
    layers,
    ...(json['disclosure'] === undefined
      ? {}
      : {
          disclosure: reading.fields(
            json['disclosure'],
            DISCLOSURE_FIELDS,
            'disclosure',
          ) as unknown as DisclosureRecord,
        }),
    area_model: json['area_model'] === null ? null : reading.text(json['area_model'], 'area_model'),
    tolerances: list('tolerances'),
    summary: reading.list(json['summary'], 'summary').map((item, i) => reading.text(item, `summary[${i}]`)),
    notes: reading.list(json['notes'], 'notes').map((item, i) => reading.text(item, `notes[${i}]`)),
    tables: reading
      .list(json['tables'], 'tables')
      .map((item, i) => readTable(reading, item, `tables[${i}]`, layers)),
    reconciliation: list('reconciliation'),
    sensitivity: list('sensitivity'),
    findings: list('findings'),
    rules: list('rules'),
    ...(json['verification'] === undefined
      ? {}
      : {
          verification: reading
            .list(json['verification'], 'verification')
            .map(
              (item, i) => reading.fields(item, LAW_FIELDS, `verification[${i}]`) as unknown as VerifiedLaw,
            ),
        }),
    ...(json['shapes'] === undefined
      ? {}
      : {
          shapes: reading
            .list(json['shapes'], 'shapes')
            .map((item, i) => readShape(reading, item, `shapes[${i}]`)),
        }),
    ...(json['reports'] === undefined
      ? {}
      : {
          reports: reading
            .list(json['reports'], 'reports')
            .map((item, i) => readReport(reading, item, `reports[${i}]`)),
        }),
    ...(json['map'] === undefined ? {} : { map: readMap(reading, json['map'], layers) }),
  };
}

/** A text that may be left out. */
const ifSaid = <K extends string>(
  reading: Reading,
  record: Unchecked,
  key: K,
  place = '',
): { [P in K]?: string } =>
  record[key] === undefined
    ? {}
    : ({ [key]: reading.text(record[key], `${place === '' ? '' : `${place}.`}${key}`) } as {
        [P in K]: string;
      });

/** An input with where it came from and how it was read, where the document says it. */
function withReading(reading: Reading, json: Unchecked, input: InputRecord, i: number): InputRecord {
  const item = reading.list(json['inputs'], 'inputs')[i];
  return {
    ...input,
    ...originIn(reading, item, `inputs[${i}].origin`),
    ...(saysReading(item)
      ? { reading: checkInputReading(reading, item.reading, `inputs[${i}].reading`) }
      : {}),
  };
}

function originIn(reading: Reading, item: unknown, place: string): Pick<InputRecord, 'origin'> {
  const origin = isRecord(item) ? item['origin'] : undefined;
  if (origin === undefined) return {};
  if (isOrigin(origin)) return { origin: originOf(origin) };
  throw reading.trouble(
    'result-broken',
    `${place} is not where a file came from`,
    'Write the result again with the command that made it.',
  );
}

function readReport(reading: Reading, item: unknown, place: string): ReportRecord {
  const report = reading.record(item, place);
  const text = (part: string): string => reading.text(report[part], `${place}.${part}`);
  const tables = reading.record(report['tables'], `${place}.tables`);
  return {
    name: text('name'),
    command: text('command'),
    layers: reading
      .list(report['layers'], `${place}.layers`)
      .map((id, i) => reading.text(id, `${place}.layers[${i}]`)),
    tables: Object.fromEntries(
      Object.entries(tables).map(([own, name]) => [own, reading.text(name, `${place}.tables.${own}`)]),
    ),
    headline: text('headline'),
  };
}

function readMap(reading: Reading, item: unknown, records: readonly LayerRecord[]): MapRecord {
  const map = reading.record(item, 'map');
  if (!isDrawing(map)) throw reading.damaged('map', 'a map of arcs and layers');
  const { step, west, south, arcs, layers, pieces, dots } = map;
  const pairs = reading.list(map['pairs'], 'map.pairs');
  return {
    step,
    west,
    south,
    arcs,
    layers,
    pairs: pairs.map((pair, i) => readTable(reading, pair, `map.pairs[${i}]`, records)),
    ...(pieces === undefined ? {} : { pieces }),
    ...(dots === undefined ? {} : { dots }),
  };
}

function readShape(reading: Reading, item: unknown, place: string): ShapeRecord {
  const shape = reading.record(item, place);
  const cells = reading.record(shape['properties'], `${place}.properties`);
  const geometry = reading.record(shape['geometry'], `${place}.geometry`);
  const depth = POSITION_DEPTH[reading.text(geometry['type'], `${place}.geometry.type`)];
  if (depth === undefined || !arePositions(geometry['coordinates'], depth))
    throw reading.damaged(`${place}.geometry`, 'a polygon, several polygons or a line');
  return {
    table: reading.text(shape['table'], `${place}.table`),
    properties: Object.fromEntries(
      Object.keys(cells).map((heading) => [
        heading,
        reading.cell(cells, heading, `${place}.properties.${heading}`),
      ]),
    ),
    geometry: geometry as unknown as ShapeGeometry,
  };
}

/** How many lists stand around each position. */
const POSITION_DEPTH: Readonly<Record<string, number>> = { LineString: 1, Polygon: 2, MultiPolygon: 3 };

function arePositions(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.every((item) => arePositions(item, depth - 1));
  return value.length === 2 && value.every((item) => typeof item === 'number');
}

function readTable(reading: Reading, item: unknown, place: string, layers: readonly LayerRecord[]): Table {
  const table = reading.record(item, place);
  const columns = readColumns(reading, table['columns'], `${place}.columns`, layers);
  return {
    name: reading.text(table['name'], `${place}.name`),
    ...ifSaid(reading, table, 'title', place),
    caption: reading.text(table['caption'], `${place}.caption`),
    columns,
    rows: reading.list(table['rows'], `${place}.rows`).map((row, i) => {
      const cells = reading.record(row, `${place}.rows[${i}]`);
      return columns.map(({ heading }) => reading.cell(cells, heading, `${place}.rows[${i}].${heading}`));
    }),
  };
}

/** The columns; those of an older document are told by their headings what they are about. */
function readColumns(
  reading: Reading,
  value: unknown,
  place: string,
  layers: readonly LayerRecord[],
): Column[] {
  const list = reading.list(value, place).map((column, i) => reading.record(column, `${place}[${i}]`));
  const read = <T>(fields: Fields): T[] =>
    list.map((column, i) => reading.fields(column, fields, `${place}[${i}]`) as T);
  if (isOld(list)) return withAbout(read<OldColumn>(OLD_COLUMN_FIELDS), layers);
  return read<Column>(COLUMN_FIELDS).map((column, i) => {
    const given = list[i]!['words'];
    if (given === undefined) return column;
    const words = Object.entries(reading.record(given, `${place}[${i}].words`)).map(
      ([id, word]) => [id, reading.text(word, `${place}[${i}].words.${id}`)] as const,
    );
    return { ...column, words: Object.fromEntries(words) };
  });
}
