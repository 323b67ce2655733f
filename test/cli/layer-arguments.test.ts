/** How layers are named on the command line: ids, vintages, awkward file names, chosen fields. */
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { collection, councils, feature, icbs, polygon, square } from './small-files.js';

/** The council's square, in metres of British National Grid, in a file that does not say so. */
const metres = collection([
  feature({ ref: 'M1', title: 'Square', owner: 'Nobody' }, polygon(square(468_000, 230_000, 9000))),
]);
const colours = collection([
  feature({ shade: 'red', label_en: 'Rose', depth: 3 }, polygon(square(-1, 52, 0.1))),
  feature({ shade: 'blue', label_en: 'Sky', depth: 4 }, polygon(square(-0.9, 52, 0.1))),
]);

let folder: ReturnType<typeof makeFolder>;
beforeAll(() => {
  folder = makeFolder({
    'icbs.geojson': icbs,
    'councils.geojson': councils,
    'older.geojson': icbs.replaceAll('ICB24', 'ICB23'),
    'councils.geojson.gz': gzipSync(councils),
    'a=b#c:d.geojson': icbs,
    'metres.geojson': metres,
    'colours.geojson': colours,
    'lines.geojsonl': [JSON.parse(icbs).features[0], JSON.parse(icbs).features[1]]
      .map((each) => JSON.stringify(each))
      .join('\n'),
    'lookup.csv':
      'LSOA21CD,LAD24CD,LAD24NM\nE01000001,E07000001,Elm\nE01000002,E07000001,Elm\nE01000003,E07000002,Fir\n',
    'weights.csv':
      'LSOA21CD,pcn_code,share\nE01000001,U1,1\nE01000002,U1,0.25\nE01000002,U2,0.75\nE01000003,U2,1\n',
    'people.csv': 'LSOA21CD,Total\nE01000001,10\nE01000002,20\nE01000003,40\n',
  });
});
afterAll(() => folder.remove());

const overlap = (argv: readonly string[]): Promise<Ran> =>
  runCommand(['overlap', ...argv, '--quiet'], { cwd: folder.path });

/** Rows of the CSV by heading; fails where the command did. */
async function rowsOf(argv: readonly string[]): Promise<Record<string, string>[]> {
  const ran = await overlap(argv);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  return parse<Record<string, string>>(ran.stdout, { columns: true });
}

const PAIRS = [
  ['E54000001', 'E07000001'],
  ['E54000002', 'E07000002'],
];

describe.concurrent('a layer', () => {
  it('is called by its kind, recognised from its fields', async () => {
    const rows = await rowsOf(['icbs.geojson', 'councils.geojson']);
    expect(rows.map((row) => [row['icb_code'], row['ltla_code']])).toEqual(PAIRS);
  });

  it('is called by the id it is given', async () => {
    const rows = await rowsOf(['health=icbs.geojson', 'local=councils.geojson']);
    expect(rows.map((row) => [row['health_code'], row['local_code']])).toEqual(PAIRS);
  });

  it('is called by its kind and year where two vintages of a kind are there', async () => {
    const [row] = await rowsOf(['older.geojson', 'icbs.geojson']);
    expect(Object.keys(row!)).toEqual(
      expect.arrayContaining(['icb_2023_code', 'icb_2024_code', 'icb_2024_ha']),
    );
  });

  it('is called by its file where no field tells a kind', async () => {
    const [row] = await rowsOf(['colours.geojson', 'icbs.geojson', '--code', 'colours=shade']);
    expect([row!['colours_code'], row!['icb_code']]).toEqual(['blue', 'E54000002']);
  });

  it('may have = # : in its name', async () => {
    expect((await rowsOf(['a=b#c:d.geojson', 'councils.geojson'])).length).toBe(2);
    const [row] = await rowsOf(['x=a=b#c:d.geojson', 'councils.geojson']);
    expect(row!['x_code']).toBe('E54000001');
  });

  it('may be gzipped or newline-delimited', async () => {
    const plain = await overlap(['icbs.geojson', 'councils.geojson']);
    expect((await overlap(['icbs.geojson', 'councils.geojson.gz'])).stdout).toBe(plain.stdout);
    expect((await overlap(['lines.geojsonl', 'councils.geojson'])).stdout).toBe(plain.stdout);
  });

  it('takes its codes, names and kept fields from where it is told', async () => {
    const rows = await rowsOf([
      'icbs.geojson',
      'c=colours.geojson',
      ...['--code', 'c=depth', '--name', 'c=label_en', '--keep', 'c=shade', '--keep', 'icb=ICB24NM'],
    ]);
    expect(rows.map((row) => [row['c_code'], row['c_name'], row['c_shade'], row['icb_ICB24NM']])).toEqual([
      ['3', 'Rose', 'red', 'Ash'],
      ['4', 'Sky', 'blue', 'Birch'],
    ]);
    expect(Object.keys(rows[0]!).slice(-3)).toEqual(['icb_ICB24NM', 'c_shade', 'in_doubt']);
  });

  it('is in the system it is told, over what its numbers look like', async () => {
    const near = await rowsOf(['icbs.geojson', 'metres.geojson', '--include-outside']);
    expect(near.some((row) => row['relation'] !== 'outside')).toBe(true);
    // The same numbers as Web Mercator lie in the Atlantic.
    const far = await rowsOf([
      'icbs.geojson',
      'metres.geojson',
      '--include-outside',
      '--crs',
      'metres=EPSG:3857',
    ]);
    expect(far.map((row) => row['relation'])).toEqual(['outside', 'outside', 'outside']);
  });

  it('may be a lookup, with weights or without: people and no land', async () => {
    const rows = await rowsOf([
      ...['lookup.csv:LSOA21CD:LAD24CD', 'net=weights.csv:LSOA21CD:pcn_code:share', '--people', 'people.csv'],
    ]);
    expect(rows.map((row) => [row['ltla_name'], row['net_code'], row['people'], row['overlap_ha']])).toEqual([
      ['Elm', 'U1', '15.0', ''],
      ['Elm', 'U2', '15.0', ''],
      ['Fir', 'U2', '40.0', ''],
    ]);
    expect(rows.map((row) => row['people_method']!.split(';')[0])).toEqual(
      Array(3).fill('weighted membership'),
    );
  });

  it('may be one of the embedded layers of England, of either vintage', async () => {
    const [shared2024, shared2026] = await Promise.all(
      ['england:icb', 'england:icb@2026'].map(async (icb) => {
        const rows = await rowsOf([icb, 'england:ltla']);
        const times = new Map<string, number>();
        for (const { ltla_code: code } of rows) times.set(code!, (times.get(code!) ?? 0) + 1);
        return [...times.values()].filter((n) => n > 1).length;
      }),
    );
    expect([shared2024, shared2026]).toEqual([12, 5]);
  });
});
