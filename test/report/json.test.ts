import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/result/result.js';
import { writeJson } from '../../src/result/write-json.js';
import { parseResult } from '../../src/result/parse-result.js';
import { RECORD_LISTS } from '../../src/result/result-fields.js';
import { writeCsv } from '../../src/report/csv.js';
import { troubleOf } from '../trouble-of.js';
import { sampleWithMap } from './sample-map.js';
import { column, sampleResult } from './sample-result.js';

const schema = JSON.parse(readFileSync('schema/result.schema.json', 'utf8')) as {
  definitions: Record<string, { properties: object }>;
  properties: Record<string, { items?: { $ref?: string } }>;
};
const valid = new Ajv({ allErrors: true }).compile(schema);
const text = writeJson(sampleResult);

/** JSON of any shape. */
type Loose = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** The sample's JSON with one part changed. */
const changed = (change: (document: Loose) => void): string => {
  const document = JSON.parse(text);
  change(document);
  return JSON.stringify(document);
};

describe('the result as JSON', () => {
  test('obeys the published schema', () => {
    valid(JSON.parse(text));
    expect(valid.errors).toBeNull();
  });

  test('a map obeys the schema, comes back as it was, and is refused where an arc is missing', () => {
    const written = writeJson(sampleWithMap);
    valid(JSON.parse(written));
    expect(valid.errors).toBeNull();
    const { pairs, ...drawn } = parseResult(written).map!;
    expect({ ...drawn, pairs: sampleWithMap.map!.pairs }).toEqual(sampleWithMap.map);
    expect(pairs.map(({ rows }) => rows.length)).toEqual([2]);
    const broken = JSON.parse(written) as Loose;
    broken['map'].arcs.pop();
    expect(troubleOf(() => parseResult(JSON.stringify(broken)))).toMatchObject({
      id: 'result-damaged',
      place: 'map',
    });
  });

  test.each<[string, (document: Loose) => void]>([
    ['a missing part', (d) => delete d['findings']],
    ['an unknown part', (d) => (d['clock'] = '12:00')],
    ['another version', (d) => (d['version'] = 2)],
    ['a hash that is none', (d) => (d['inputs'][0].sha256 = 'abc')],
    ['a list as a cell', (d) => (d['tables'][0].rows[0].people = [1])],
    ['rows of a reading that are no number', (d) => (d['inputs'].at(-1).reading.read = 'many')],
    ['a reading without its fields', (d) => delete d['inputs'].at(-1).reading.fields],
    ['an unknown severity', (d) => (d['findings'][0].severity = 'fatal')],
  ])('the schema refuses %s', (_, change) => {
    expect(valid(JSON.parse(changed(change)))).toBe(false);
  });

  test('the schema names the fields that are written, in the same order', () => {
    for (const [list, fields] of Object.entries(RECORD_LISTS)) {
      const definition = schema.properties[list]!.items!.$ref!.replace('#/definitions/', '');
      const written = [...Object.keys(fields), ...(list === 'inputs' ? ['reading', 'origin'] : [])];
      expect(Object.keys(schema.definitions[definition]!.properties), list).toEqual(written);
    }
    const underRule = writeJson({
      ...sampleWithMap,
      title: 'A',
      subtitle: 'B',
      disclosure: { under: 8, round: 5 },
    });
    expect(Object.keys(schema.properties).filter((part) => part !== 'reports')).toEqual(
      Object.keys(JSON.parse(underRule)),
    );
    expect(parseResult(underRule).disclosure).toEqual({ under: 8, round: 5 });
    const { reading } = (JSON.parse(text) as Loose)['inputs'].at(-1);
    expect(Object.keys(schema.definitions['reading']!.properties)).toEqual(Object.keys(reading));
  });

  test('says the same figures as the CSV', () => {
    const table = sampleResult.tables[0]!;
    const rows = JSON.parse(text).tables[0].rows as Record<string, unknown>[];
    const again = {
      ...table,
      rows: rows.map((row) => table.columns.map(({ heading }) => row[heading] as string)),
    };
    expect(writeCsv(again)).toBe(writeCsv(table));
  });

  test('reads back to a result that writes the same bytes', () => {
    const read = parseResult(text, 'result.json');
    expect(writeJson(read)).toBe(text);
    expect(read.tables[0]!.rows).toHaveLength(sampleResult.tables[0]!.rows.length);
    expect(read.findings[0]!.area_ha).toBe(12.35);
    const set = { tables: [], findings: [], reconciliation: [], sensitivity: [], layers: [], shapes: [] };
    expect({ ...read, ...set }).toEqual({
      ...sampleResult,
      tables: [],
      findings: [],
      reconciliation: [],
      sensitivity: [],
      shapes: [],
      layers: [],
    });
  });

  test('does not depend on the order in which a record was put together', () => {
    const turned = {
      ...sampleResult,
      inputs: sampleResult.inputs.map((i) => Object.fromEntries(Object.entries(i).reverse())),
    };
    expect(writeJson(turned as unknown as Result)).toBe(text);
  });

  test('has one row of a table a line, so that two results can be compared line by line', () => {
    const lines = text.split('\n').filter((line) => line.includes('"icb_code": "E54000022"'));
    expect(lines).toHaveLength(2);
  });

  test('refuses to lose a column to another of the same heading', () => {
    const twins = {
      name: 'overlap',
      caption: '',
      columns: [column('people', 'people'), column('people', 'people')],
      rows: [],
    };
    expect(troubleOf(() => writeJson({ ...sampleResult, tables: [twins] })).id).toBe('heading-twice');
  });
});

describe('a saved result that cannot be read', () => {
  test.each([
    ['result-not-json', '{"document": '],
    ['result-unknown', '{"type": "FeatureCollection"}'],
    ['result-unknown', '[1]'],
    ['result-version', changed((d) => (d['version'] = 2))],
    ['result-version', changed((d) => delete d['version'])],
    ['result-damaged', changed((d) => delete d['summary'])],
    ['result-damaged', changed((d) => (d['layers'][1].units = 'many'))],
    ['result-damaged', changed((d) => (d['tolerances'][0].layers = ['icb']))],
  ])('is refused as %s with file and hint', (id, broken) => {
    const trouble = troubleOf(() => parseResult(broken, 'old.json'));
    expect(trouble).toMatchObject({ id, file: 'old.json' });
    expect(trouble.hint).toMatch(/\.$/);
  });

  test('is told where it goes wrong', () => {
    const broken = changed((d) => delete d['tables'][1].rows[2].people);
    expect(troubleOf(() => parseResult(broken)).place).toBe('tables[1].rows[2].people');
    const wrong = changed((d) => (d['layers'][1].units = null));
    expect(troubleOf(() => parseResult(wrong)).place).toBe('layers[1].units');
  });
});
