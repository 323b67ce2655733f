/**
 * Files that cannot be used are refused on the page in the command line's words, with buttons in place of its options.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INSTEAD } from '../../src/page/asking/hint-for-page.js';
import { badFiles } from '../cli/bad-files.js';
import { collection, councils, feature, icbs, polygon, square } from '../cli/small-files.js';
import { expectSameWords, refusalsOf, type Dropped } from './refusals.js';

const blocks = collection(
  [1, 2].map((n) => feature({ LSOA21CD: `E0100000${n}` }, polygon(square(-1.1 + n / 10, 52, 0.1)))),
);
const LAYERS = { 'icb.geojson': icbs, 'lad.geojson': councils };
const GROUND = { ...LAYERS, 'blocks.geojson': blocks };
const people = (rows: string): Dropped => ({ ...GROUND, 'people.csv': `LSOA21CD,residents\n${rows}` });
const rows = (...cells: readonly string[]): string =>
  cells.map((cell, i) => `E0100000${i + 1},${cell}\n`).join('');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is wrong, and the files. */
const wrong: readonly (readonly [string, Dropped])[] = [
  // Points are no boundaries, and of use all the same.
  ...badFiles
    .filter(([what]) => what !== 'has points only')
    .map(([what, text]) => [`boundaries: ${what}`, { 'bad.geojson': text }] as const),
  ['a cut download', { 'lad.geojson': collection([], { exceededTransferLimit: true }) }],
  ['longitudes from 0 to 360', { 'lad.geojson': collection([feature({ LAD24CD: 'E07000001' }, polygon(square(358, 52, 0.1))), feature({ LAD24CD: 'E07000002' }, polygon(square(200, 52, 0.1)))]) }], // prettier-ignore
  ['no field tells units apart', { 'a.geojson': collection([1, 2].map((n) => feature({ colour: 'red' }, polygon(square(n, 52, 0.1))))) }], // prettier-ignore
  [
    'GML',
    { 'a.gml': '<?xml version="1.0"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml"/>' },
  ],
  ['MapInfo', { 'a.tab': '!table\n!version 300\nDefinition Table\n' }],
  ['an old workbook', { 'a.xls': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) }],
  ['a damaged archive', { 'a.zip': utf8('PK\x03\x04 and no more') }],
  ['a damaged GeoPackage', { 'a.gpkg': utf8('SQLite format 3\0 and no more') }],
  ['a server’s error', { 'a.geojson': '{"error":{"code":400,"message":"Invalid query"}}' }],
  ['NHS numbers', { 'patients.csv': `nhs_number,LSOA21CD\n${'9434765919,E01000001\n'.repeat(5)}` }],
  ['an empty table', { 'people.csv': 'LSOA21CD,residents\n' }],
  ['percentages for people', { 'people.csv': 'LSOA21CD,pct_of_population\nE01000001,0.4\nE01000002,0.6\n' }],
  ['text where people are counted', people(rows('40', 'sixty'))],
  ['people below nought', people(rows('40', '-3'))],
  ['an area twice with different people', people(`${rows('40', '60')}E01000001,41\n`)],
  ['people of other areas', { ...GROUND, 'people.csv': 'LSOA21CD,residents\nE01009998,40\nE01009999,60\n' }],
  ['a proposal of units that are not there', { ...LAYERS, 'proposal.csv': 'operation,pieces,from,to\nmerge,Nowhere,,Somewhere\n' }], // prettier-ignore
  ['two systems that cannot be one', { 'icb.geojson': icbs, 'lad.geojson': collection([feature({ LAD24CD: 'E07000001' }, polygon(square(1e8, 1e8, 1e4)))], { crs: { type: 'name', properties: { name: 'EPSG:27700' } } }) }], // prettier-ignore
  ['members of two groups', { 'lookup.csv': `LSOA21CD,ICB24CD,LAD24CD\n${['1,1,1', '1,2,1', '2,2,2'].map((line) => { const [m, g, h] = line.split(','); return `E0100000${m},E5400000${g},E0700000${h}\n`; }).join('')}` }], // prettier-ignore
];

describe('the page refuses', () => {
  it.each(wrong)('%s, as the command line does', async (_what, files) => {
    const refusals = await refusalsOf(files);
    expect(refusals.length).toBeGreaterThan(0);
    for (const refusal of refusals) await expectSameWords(files, refusal);
  });
});

/** Refusals of reports and options that the page does not ask for. */
const ELSEWHERE = [
  ...['audit-matches-no-layer', 'audit-columns', 'neighbour-without-shapes', 'times-without-services'],
  ...['no-blocks-within', 'blocks-withheld', 'band-upside-down', 'only-without-within', 'practices-needed'],
  ...['no-such-field', 'grid-unusable', 'rule-needs-baseline', 'same-measure', 'under-needed'],
  ...['output-is-an-input', 'format-not-read', 'baseline-other-rule'],
];

it('every hint that names an option has a button, or other words on the page', () => {
  const without = sources('src')
    .filter((path) => !/^src\/(cli|sql|source|page)\//.test(path))
    .flatMap((path) => hintsIn(readFileSync(path, 'utf8')))
    .filter(({ hint }) => /--[a-z]/.test(hint) && !hint.includes('offers:'))
    .map(({ id }) => id)
    .filter((id) => INSTEAD[id] === undefined && !ELSEWHERE.includes(id));
  expect(without).toEqual([]);
});

const sources = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : [path];
  });

/** The hints in a text of the source with the id before each, and what stands in the same object after it. */
const hintsIn = (text: string): { readonly id: string; readonly hint: string }[] =>
  [
    ...text.matchAll(
      /\bid: '([\w-]+)',(?:(?!\bid: ')[^])*?\bhint:((?:(?!\n {2,4}\}\)?[;,]|\n {0,2}\}|\bid: ')[^])*)/g,
    ),
  ].map(([, id, hint]) => ({ id: id!, hint: hint! }));
