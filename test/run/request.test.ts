/**
 * Requests: their schema, their checks, and that every door makes the same ones.
 */
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRequest } from '../../src/run/check-request.js';
import { parseCounts } from '../../src/run/counts-source.js';
import { layerText, parseLayer } from '../../src/run/layer-source.js';
import { requestSchema } from '../../src/run/request-schema.js';
import type { LayerSource, Request } from '../../src/run/request.js';
import { toolVersion } from '../../src/result/tool-version.js';

const layers: readonly LayerSource[] = [{ path: 'icb.geojson' }, { england: 'ltla' }];
const valid: readonly Request[] = [
  { command: 'overlap', layers },
  { command: 'overlap', layers, tolerance: 'auto', people: [{ path: 'p.csv', column: 'Total' }], map: true },
  { command: 'overlap', layers, tolerance: 12.5, code: { icb: 'ICB24CD' }, keep: { icb: ['A', 'B'] } },
  { command: 'align', layers, bands: [2, 10], least: 75, neighbour: { path: 'wales.geojson' } },
  { command: 'coverage', neighbourhoods: layers[0]!, within: layers[1]!, near: 90 },
  { command: 'partners', place: 'Essex' },
  { command: 'check', layers, allowedGaps: { path: 'lakes.geojson' } },
  { command: 'compare', before: layers[0]!, after: layers[1]! },
  { command: 'scenario', scenarios: [{ path: 'plan.yaml' }], sizeGuide: { least: 300_000 } },
  { command: 'suggest', layers, test: 'P2', documents: ['scenario'] },
  {
    command: 'suggest neighbourhoods',
    within: layers[0]!,
    size: { least: 30_000, most: 50_000 },
    keepWhole: [layers[1]!],
    documents: ['lookup'],
  },
  { command: 'derive', kind: 'pcn', patients: { path: 'r.csv', member: 'A', group: 'B', weight: 'C' } },
  { command: 'differencing', layers, under: 10, disclosure: { under: 8, round: 5 } },
  { command: 'render', path: 'saved.json', rules: ['shared_units max 12'] },
  { command: 'report', reports: [{ name: 'one', request: { command: 'check', layers } }] },
];

/** What is no request, and what is said of it. */
const wrong: readonly (readonly [string, unknown, string])[] = [
  ['nothing', undefined, 'a request wants keys and values, and here is nothing'],
  ['a text', 'overlap', "a request wants keys and values, and here is 'overlap'"],
  ['no command', { layers }, "the request lacks the key 'command'"],
  ['a command that is none', { command: 'overlay', layers }, "command is 'overlay'"],
  ['no layers', { command: 'overlap' }, "the request lacks the key 'layers'"],
  ['an empty list of layers', { command: 'overlap', layers: [] }, 'layers has too few entries'],
  ['a layer that is a text', { command: 'check', layers: ['a.geojson'] }, 'layers[1] wants'],
  ['a layer without a path', { command: 'check', layers: [{ id: 'a' }] }, 'layers[1] wants'],
  [
    'an id that is none',
    { command: 'check', layers: [{ id: '1', path: 'a' }] },
    'layers[1].id wants another form',
  ],
  ['a key that is none', { command: 'check', layers, tolerence: 1 }, "'tolerence' is no key of a request"],
  ['a key of JavaScript’s own', { command: 'check', layers, constructor: 1 }, "'constructor' is no key"],
  ['a tolerance below 0', { command: 'check', layers, tolerance: -1 }, 'tolerance wants 0 or more'],
  ['a share over 100', { command: 'align', layers, least: 101 }, 'least wants 100 or less'],
  ['no number', { command: 'align', layers, least: NaN }, 'least wants a number'],
  [
    'a fault in a report',
    { command: 'report', reports: [{ name: 'one', request: { command: 'check' } }] },
    "reports[1].request lacks the key 'layers'",
  ],
];

describe('a request', () => {
  it.each(valid.map((request) => [JSON.stringify(request), request] as const))('holds: %s', (_, request) => {
    expect(() => checkRequest(request)).not.toThrow();
  });

  it.each(wrong)('is refused with the place and what to do: %s', (_, value, message) => {
    expect(() => checkRequest(value)).toThrow(message);
  });

  it('is held alike by the shipped schema and another reader of schemas', () => {
    const shipped = JSON.parse(readFileSync('schema/request.schema.json', 'utf8')) as object;
    expect(shipped).toEqual(JSON.parse(JSON.stringify(requestSchema)));
    const validate = new Ajv({ schemaId: 'auto' }).compile(shipped);
    for (const request of valid) expect(validate(request), JSON.stringify(validate.errors)).toBe(true);
    for (const [name, value] of wrong) {
      // JSON has no such numbers and no value that is not there.
      if (value !== undefined && name !== 'no number') expect(validate(value), name).toBe(false);
    }
  });
});

describe('a LAYER', () => {
  const there = new Set(['a.geojson', 'lk.zip', 'a.csv', 'odd=name#1.csv', 'C:\\maps\\b.shp']);
  const exists = (path: string): boolean => there.has(path);
  const cases: readonly (readonly [string, LayerSource])[] = [
    ['a.geojson', { path: 'a.geojson' }],
    ['icb=a.geojson', { id: 'icb', path: 'a.geojson' }],
    ['a.geojson#inner', { path: 'a.geojson', inner: 'inner' }],
    ['a.csv:LSOA:ICB', { path: 'a.csv', member: 'LSOA', group: 'ICB' }],
    [
      'pcn=a.csv:LSOA:PCN:patients',
      { id: 'pcn', path: 'a.csv', member: 'LSOA', group: 'PCN', weight: 'patients' },
    ],
    ['lk.zip#a.csv:LSOA:ICB', { path: 'lk.zip', inner: 'a.csv', member: 'LSOA', group: 'ICB' }],
    ['england:icb', { england: 'icb' }],
    ['new=england:icb@2026', { id: 'new', england: 'icb', year: '2026' }],
    ['-', { path: '-' }],
    ['-:LSOA:ICB', { path: '-', member: 'LSOA', group: 'ICB' }],
    ['odd=name#1.csv', { path: 'odd=name#1.csv' }],
    ['C:\\maps\\b.shp', { path: 'C:\\maps\\b.shp' }],
    ['missing.geojson', { path: 'missing.geojson' }],
  ];

  it.each(cases)('is read and written alike: %s', (text, source) => {
    expect(parseLayer(text, exists)).toEqual(source);
    expect(layerText(source)).toBe(text);
  });

  it('that names one column, or four, is refused', () => {
    expect(() => parseLayer('a.csv:LSOA', exists)).toThrow('does not name two columns');
    expect(() => parseLayer('a.csv::ICB', exists)).toThrow('does not name two columns');
  });
});

describe('a table of people', () => {
  const exists = (path: string): boolean => ['p.csv', 'book.xlsx'].includes(path);
  it.each([
    ['p.csv', { path: 'p.csv' }],
    ['p.csv:Total', { path: 'p.csv', column: 'Total' }],
    ['residents=p.csv:Total', { name: 'residents', path: 'p.csv', column: 'Total' }],
    ['book.xlsx#Sheet 1:All', { path: 'book.xlsx', inner: 'Sheet 1', column: 'All' }],
    ['-', { path: '-' }],
    ['-:Total', { path: '-', column: 'Total' }],
  ])('is read: %s', (text, source) => {
    expect(parseCounts(text, exists)).toEqual(source);
  });
});

describe('the tool', () => {
  it('gives the version of its package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(toolVersion).toBe(version);
  });
});
