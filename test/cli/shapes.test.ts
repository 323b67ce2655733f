/**
 * Shapes of rows out of commands: what is drawn, for which rows, and only where an output asks for it.
 *
 * Areas are measured again on geodesics: over a region they differ from lines of longitude and latitude by less than
 * one part in ten thousand.
 */
import { parse } from 'csv-parse/sync';
import geodesic from 'geographiclib-geodesic';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/result/result.js';
import { makeFolder, runCommand } from './run-command.js';

const region = (name: string): string => resolve('data/region', name);
const folder = makeFolder();
afterAll(() => folder.remove());

interface Feature {
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}
type Rings = readonly (readonly (readonly [number, number])[])[];

/** Runs a command that is to end well, in the folder. */
async function made(...argv: readonly string[]): Promise<void> {
  const { code, stderr } = await runCommand([...argv, '--quiet'], { cwd: folder.path });
  expect(code, stderr).toBe(0);
}
const textOf = (name: string): string => readFileSync(join(folder.path, name), 'utf8');
const featuresOf = (name: string): readonly Feature[] =>
  (JSON.parse(textOf(name)) as { features: Feature[] }).features;

/** Hectares on the ellipsoid, holes taken out. */
function hectaresOf({ geometry: { type, coordinates } }: Feature): number {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as readonly Rings[];
  const squareMetres = polygons.flat().reduce((sum, ring) => {
    const polygon = geodesic.Geodesic.WGS84.Polygon(false);
    for (const [x, y] of ring.slice(0, -1)) polygon.AddPoint(y, x);
    return sum + polygon.Compute(false, true).area!;
  }, 0);
  return squareMetres / 10_000;
}

/** Every row of a table has its feature, in its order, with its cells and its hectares. */
function expectRowsDrawn(csv: string, features: readonly Feature[], amount: string): void {
  const rows = parse<Record<string, string>>(textOf(csv), { columns: true });
  expect(features.length).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(0);
  rows.forEach((row, r) => {
    const { properties } = features[r]!;
    for (const [heading, cell] of Object.entries(row)) {
      const own = properties[heading];
      if (typeof own === 'number') expect(own).toBe(Number(cell));
      else expect(String(own ?? '')).toBe(cell);
    }
    const drawn = hectaresOf(features[r]!);
    expect(Math.abs(drawn - Number(properties[amount]))).toBeLessThan(0.01 + 1e-4 * drawn);
  });
}

const PEOPLE = [
  '--people',
  `residents=${region('residents.csv')}`,
  '--blocks',
  region('blocks.geojson'),
] as const;
const LAYERS = [region('icb.geojson'), region('ltla.geojson')] as const;

describe('overlap', () => {
  test('draws the land of each pair, slivers and all', async () => {
    await made('overlap', ...LAYERS, ...PEOPLE, '-o', 'o.geojson', '-o', 'o.csv');
    expectRowsDrawn('o.csv', featuresOf('o.geojson'), 'overlap_ha');
  });

  test('draws slivers and land outside where they are rows', async () => {
    const older = [region('icb_older.geojson'), region('icb_generalised_BSC.geojson')];
    const wishes = ['--include-slivers', '--include-outside'];
    await made('overlap', ...older, ...wishes, '-o', 'w.geojson', '-o', 'w.csv');
    const relations = new Set(featuresOf('w.geojson').map(({ properties }) => properties['relation']));
    expect([...relations]).toEqual(expect.arrayContaining(['sliver', 'outside']));
    expectRowsDrawn('w.csv', featuresOf('w.geojson'), 'overlap_ha');
  });

  test('of three layers draws each combination', async () => {
    await made('overlap', ...LAYERS, region('pfa.geojson'), '-o', 't.geojson', '-o', 't.csv');
    expectRowsDrawn('t.csv', featuresOf('t.geojson'), 'area_ha');
  });

  test('of some units draws theirs', async () => {
    await made('overlap', ...LAYERS, '--only', 'Skelmoor', '-o', 's.geojson', '-o', 's.csv');
    expectRowsDrawn('s.csv', featuresOf('s.geojson'), 'overlap_ha');
  });

  test('under a disclosure rule tells what the table tells', async () => {
    await made('overlap', ...LAYERS, ...PEOPLE, '--disclosure', 'nhs', '-o', 'd.geojson', '-o', 'd.csv');
    expectRowsDrawn('d.csv', featuresOf('d.geojson'), 'overlap_ha');
  });
});

describe('other commands', () => {
  test('compare draws what changed hands', async () => {
    const vintages = [region('icb_older.geojson'), region('icb.geojson')];
    await made('compare', ...vintages, '-o', 'c.geojson', '--table', 'transfers', '-o', 'c.csv');
    expectRowsDrawn('c.csv', featuresOf('c.geojson'), 'area_ha');
  });

  test.each(['gaps', 'doubles'])('coverage draws %s', async (table) => {
    const layers = [region('neighbourhoods.geojson'), '--within', region('ltla.geojson')];
    await made('coverage', ...layers, '-o', 'v.geojson', '--table', table, '-o', 'v.csv');
    const own = featuresOf('v.geojson').filter(({ properties }) => properties['table'] === table);
    expectRowsDrawn('v.csv', own, 'area_ha');
  });
});

describe('what is drawn for whom', () => {
  const shapesIn = (name: string): number | undefined => (JSON.parse(textOf(name)) as Result).shapes?.length;

  test('nothing where no output names a format of shapes, into a folder neither', async () => {
    await made('overlap', ...LAYERS, '-o', 'plain.json', '-o', 'plain.html');
    expect(shapesIn('plain.json')).toBeUndefined();
    await made('overlap', ...LAYERS, '-o', 'all/');
    expect(shapesIn('all/overlap.json')).toBeUndefined();
    expect(() => textOf('all/overlap.geojson')).toThrow('ENOENT');
  });

  test.each(['geojson', 'gpkg', 'geoparquet'])('shapes where one is %s', async (format) => {
    await made('overlap', ...LAYERS, '-o', 'asked.json', '-o', `asked.${format}`);
    expect(shapesIn('asked.json')).toBe(15);
  });

  test('a saved result with shapes gives every format of them again, one without says what to do', async () => {
    await made('overlap', ...LAYERS, '-o', 'saved.json', '-o', 'saved.gpkg', '-o', 'saved.geojson');
    await made('render', 'saved.json', '-o', 'again.gpkg', '-o', 'again.geojson');
    for (const format of ['gpkg', 'geojson']) {
      const [saved, again] = ['saved', 'again'].map((name) =>
        readFileSync(join(folder.path, `${name}.${format}`)),
      );
      expect(saved!.equals(again!), format).toBe(true);
    }
    await made('overlap', ...LAYERS, '-o', 'bare.json');
    const refused = await runCommand(['render', 'bare.json', '-o', 'bare.gpkg'], { cwd: folder.path });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('bare.gpkg: this result of overlap holds no shapes');
    expect(refused.stderr).toContain('run again with -o pieces.geojson');
  });

  test('a page and a topology are the same whether shapes are written beside them or not', async () => {
    await made('overlap', ...LAYERS, '-o', 'alone.html', '-o', 'alone.topojson');
    await made('overlap', ...LAYERS, '-o', 'beside.html', '-o', 'beside.topojson', '-o', 'beside.gpkg');
    for (const ending of ['html', 'topojson']) {
      expect(textOf(`beside.${ending}`) === textOf(`alone.${ending}`), ending).toBe(true);
    }
  });

  test('a GeoPackage of pieces is a layer for the next command', async () => {
    await made('overlap', ...LAYERS, '-o', 'layer.gpkg');
    const { code, stderr } = await runCommand(['inspect', 'layer.gpkg'], { cwd: folder.path });
    expect(code, stderr).toBe(0);
  });
});
