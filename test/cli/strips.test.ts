/** Strips, forced small: what a command writes is the same to the byte, whatever it is asked and in whatever format. */
import { resolve } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import * as strips from '../../src/arrangement/strips/lay-in-strips.js';
import { haveRealData, realData } from '../real-data.js';
import { makeFolder, runCommand } from './run-command.js';
import { councils, icbs } from './small-files.js';

const { path, remove } = makeFolder({ 'icbs.geojson': icbs, 'councils.geojson': councils });
afterAll(remove);

const region = (file: string): string => resolve('data/region', file);
const laid = vi.spyOn(strips, 'layInStrips');

/** What is written with strips of so many nodes; how many maps were worked in strips goes before it. */
async function written(argv: readonly string[], nodes: number | null): Promise<[maps: number, text: string]> {
  laid.mockClear();
  const env = nodes === null ? {} : { COTERMINOUS_STRIP_NODES: String(nodes) };
  const ran = await runCommand([...argv, '--quiet'], { cwd: path, env });
  if (ran.code !== 0) throw new Error(ran.stderr);
  return [laid.mock.calls.length, ran.stdout];
}

/** Nodes of each strip: from one strip to some fifty, on maps of up to 20,000 vertices. */
const sizes = [20_000, 3_000, 1_000, 150];
const people = ['--people', `residents=${region('residents.csv')}`, '--blocks', region('blocks.geojson')];
const layers = [region('icb.geojson'), region('ltla.geojson')];

describe('the region', () => {
  test.each([
    ['overlap as CSV', ['overlap', ...layers, ...people, '--include-slivers', '--format', 'csv']],
    ['overlap as JSON', ['overlap', ...layers, ...people, '--format', 'json']],
    ['a page with a map', ['overlap', ...layers, '--format', 'html']],
    ['align on three layers', ['align', ...layers, region('ward.geojson'), ...people, '--format', 'json']],
    ['check', ['check', region('icb_older.geojson'), region('pcn.geojson'), '--format', 'json']],
    ['clipped', ['overlap', ...layers, '--clip', region('cauth.geojson'), '--format', 'csv']],
  ])('%s', { timeout: 300_000 }, async (_, argv) => {
    const [none, whole] = await written(argv, null);
    expect(none).toBe(0);
    for (const nodes of sizes) {
      const [maps, text] = await written(argv, nodes);
      expect(maps).toBeGreaterThan(0);
      expect(text === whole, `strips of ${nodes}`).toBe(true);
    }
  });
});

describe.runIf(haveRealData)('ICBs and councils of England', () => {
  const real = ['ICB24_BGC_from_LSOA21.geojson', 'LAD25_BGC_UK_from_WD25.geojson.gz'].map((name) =>
    realData(`bgc/${name}`),
  );

  test.each(['csv', 'json'])('as %s', { timeout: 300_000 }, async (format) => {
    const argv = ['overlap', ...real, '--include-slivers', '--format', format];
    const [, whole] = await written(argv, null);
    for (const nodes of [1_000_000, 200_000, 60_000, 8_000]) {
      const [maps, text] = await written(argv, nodes);
      expect([maps, text === whole], `strips of ${nodes}`).toEqual([1, true]);
    }
  });
});

describe('COTERMINOUS_STRIP_NODES', () => {
  const argv = ['overlap', 'icbs.geojson', 'councils.geojson', '--format', 'csv'];

  test.each(['0', '-1', '1.5', 'many', '1e3'])('of %j is refused', async (said) => {
    const ran = await runCommand(argv, { cwd: path, env: { COTERMINOUS_STRIP_NODES: said } });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(`is no number of nodes: ${said}`)]);
  });

  test('of one has every row of nodes a strip of its own', async () => {
    const [, whole] = await written(argv, null);
    expect(await written(argv, 1)).toEqual([1, whole]);
  });
});
