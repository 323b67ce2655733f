/**
 * A saved result read back, so that it can be rendered again or serve as a baseline.
 *
 * Everything is checked against the same fields that are written: a document of another version, or one that was
 * changed by hand into something else, is refused with the place where it goes wrong.
 */
import type { MapRecord } from './map-record.js';
import type { Result } from './result.js';
import type { ShapeGeometry, ShapeRecord } from './shape-record.js';
import type { Cell, Column, Table } from './table.js';
import { InputError } from '../trouble/input-error.js';
import { isDrawing } from './check-drawing.js';
import { COLUMN_FIELDS, RECORD_LISTS, type Field, type Fields } from './result-fields.js';

type Unchecked = Readonly<Record<string, unknown>>;

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
  return {
    document: 'coterminous-result',
    version: 1,
    tool: { name: 'coterminous', version: reading.text(tool['version'], 'tool.version') },
    command: reading.text(json['command'], 'command'),
    inputs: list('inputs'),
    layers: list('layers'),
    area_model: json['area_model'] === null ? null : reading.text(json['area_model'], 'area_model'),
    tolerances: list('tolerances'),
    summary: reading.list(json['summary'], 'summary').map((item, i) => reading.text(item, `summary[${i}]`)),
    notes: reading.list(json['notes'], 'notes').map((item, i) => reading.text(item, `notes[${i}]`)),
    tables: reading.list(json['tables'], 'tables').map((item, i) => readTable(reading, item, `tables[${i}]`)),
    reconciliation: list('reconciliation'),
    sensitivity: list('sensitivity'),
    findings: list('findings'),
    rules: list('rules'),
    ...(json['shapes'] === undefined
      ? {}
      : {
          shapes: reading
            .list(json['shapes'], 'shapes')
            .map((item, i) => readShape(reading, item, `shapes[${i}]`)),
        }),
    ...(json['map'] === undefined ? {} : { map: readMap(reading, json['map']) }),
  };
}

function readMap(reading: Reading, item: unknown): MapRecord {
  const map = reading.record(item, 'map');
  if (!isDrawing(map)) throw reading.damaged('map', 'a map of arcs and layers');
  const { step, west, south, arcs, layers } = map;
  const pairs = reading.list(map['pairs'], 'map.pairs');
  return {
    step,
    west,
    south,
    arcs,
    layers,
    pairs: pairs.map((pair, i) => readTable(reading, pair, `map.pairs[${i}]`)),
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

function readTable(reading: Reading, item: unknown, place: string): Table {
  const table = reading.record(item, place);
  const columns = reading
    .list(table['columns'], `${place}.columns`)
    .map((column, i) => reading.fields(column, COLUMN_FIELDS, `${place}.columns[${i}]`) as unknown as Column);
  return {
    name: reading.text(table['name'], `${place}.name`),
    caption: reading.text(table['caption'], `${place}.caption`),
    columns,
    rows: reading.list(table['rows'], `${place}.rows`).map((row, i) => {
      const cells = reading.record(row, `${place}.rows[${i}]`);
      return columns.map(({ heading }) => reading.cell(cells, heading, `${place}.rows[${i}].${heading}`));
    }),
  };
}

/** Checks of one document; a failed one names the file and the place in it. */
class Reading {
  constructor(private readonly file: string | undefined) {}

  trouble(id: string, message: string, hint: string, place?: string): InputError {
    return new InputError({
      id,
      message,
      hint,
      ...(this.file === undefined ? {} : { file: this.file }),
      ...(place === undefined ? {} : { place }),
    });
  }

  json(text: string): unknown {
    try {
      return JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw this.trouble(
        'result-not-json',
        `this is not JSON (${reason})`,
        'Give the JSON file that --json or -o x.json wrote.',
      );
    }
  }

  damaged(place: string, wanted: string): InputError {
    return this.trouble(
      'result-damaged',
      `the saved result is damaged: ${wanted} is missing here`,
      'Write it again; schema/result.schema.json says what belongs there.',
      place,
    );
  }

  record(value: unknown, place: string): Unchecked {
    if (!isRecord(value)) throw this.damaged(place, 'an object');
    return value;
  }

  list(value: unknown, place: string): unknown[] {
    if (!Array.isArray(value)) throw this.damaged(place, 'a list');
    return value;
  }

  text(value: unknown, place: string): string {
    if (typeof value !== 'string') throw this.damaged(place, 'a text');
    return value;
  }

  cell(row: Unchecked, heading: string, place: string): Cell {
    const value = Object.hasOwn(row, heading) ? row[heading] : undefined;
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    )
      return value;
    throw this.damaged(place, 'a text, a number, true, false or null');
  }

  fields(value: unknown, fields: Fields, place: string): Unchecked {
    const record = this.record(value, place);
    return Object.fromEntries(
      Object.entries(fields).map(([key, field]) => {
        const part = record[key];
        if (!fits(part, field))
          throw this.damaged(`${place}.${key}`, `a ${field.type}${field.orNull ? ' or null' : ''}`);
        return [key, part];
      }),
    );
  }
}

function fits(value: unknown, { type, orNull }: Field): boolean {
  if (value === null) return orNull;
  if (type !== 'two strings') return typeof value === type;
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

const isRecord = (value: unknown): value is Unchecked =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
