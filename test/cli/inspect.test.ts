/** `coterminous inspect`: what is in a file, for people and as JSON. */
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';
import { collection, feature, icbs, polygon, square } from './small-files.js';

const folder = makeFolder({
  'icbs.geojson': icbs,
  'metres.geojson': collection([
    feature({ id: 1 }, polygon([[8_927_626, 3_040_627], [8_958_266, 3_040_627], [8_958_266, 3_065_297], [8_927_626, 3_040_627]])), // prettier-ignore
  ]),
  'nothing.geojson': collection([
    feature({ dummy: 0 }, polygon(square(0, 52, 1))),
    feature({ dummy: 0 }, null),
  ]),
  'patients.csv': 'ward,age\nElm,41\nFir,52\nElm,7\n',
  'noise.bin': Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251),
});
afterAll(() => folder.remove());
const run = (...argv: string[]): ReturnType<typeof runCommand> =>
  runCommand(['inspect', ...argv], { cwd: folder.path });

describe('inspect', () => {
  it('tells kind, codes, names, system and extent of a layer', async () => {
    const { code, stdout, stderr } = await run('icbs.geojson');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^next: coterminous [^\n]+\n$/);
    for (const line of [
      'kind       ICBs (icb), 2024',
      'units      2 units, 2 features',
      'codes      ICB24CD: E54000001, E54000002',
      'names      ICB24NM: Ash, Birch',
      'system     EPSG:4326 WGS 84 longitude and latitude (detected)',
      'shapes     2 polygons, 2 rings, 10 vertices',
      'bounds     -1.0000 to -0.8000, 52.0000 to 52.1000',
    ]) {
      expect(stdout).toContain(`  ${line}\n`);
    }
  });

  it('is silent about values where samples are not wanted', async () => {
    const { stdout } = await run('--no-samples', 'patients.csv', 'icbs.geojson');
    expect(stdout).toContain('ward');
    for (const value of ['Elm', '41', 'Birch', 'E54000001']) expect(stdout).not.toContain(value);
    expect((await run('patients.csv')).stdout).toContain('Elm, Fir');
  });

  it('says what it cannot tell instead of refusing the file', async () => {
    const metres = await run('metres.geojson');
    expect(metres.code).toBe(0);
    expect(metres.stdout).toContain('does not say which coordinate system it is in');
    expect(metres.stdout).toContain('--crs');
    const nothing = await run('nothing.geojson');
    expect(nothing.code).toBe(0);
    expect(nothing.stdout).toContain('no field of codes was recognised');
    expect(nothing.stdout).toContain('null-geometry: 1');
  });

  it('gives JSON without folders or clock', async () => {
    const { stdout } = await run('--json', 'icbs.geojson');
    const { document, files } = JSON.parse(stdout) as {
      document: string;
      files: { file: string; format: string; layers: Record<string, unknown>[] }[];
    };
    expect(document).toBe('coterminous-inspection');
    expect(files[0]).toMatchObject({ file: 'icbs.geojson', format: 'geojson' });
    expect(files[0]!.layers[0]).toMatchObject({
      kind: 'icb',
      vintage: '2024',
      units: 2,
      system: 'EPSG:4326',
      vertices: 10,
    });
    expect(stdout).not.toContain(folder.path);
  });

  it('refuses what is no boundary file, and names one that is not there', async () => {
    const noise = await run('noise.bin');
    expect(noise.code).toBe(2);
    expect(noise.stderr).toContain('noise.bin');
    expect((await run('missing.geojson')).code).toBe(2);
  });
});
