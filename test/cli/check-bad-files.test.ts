/** Damaged and hostile files of every format: exit 2, one clear line, bounded memory and time. */
import { execFileSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { haveRealData, realData } from '../real-data.js';
import { makeFolder, runCommand } from './run-command.js';
import { icbs } from './small-files.js';

const folder = makeFolder({ 'icbs.geojson': icbs });
afterAll(() => folder.remove());
const run = (file: string): ReturnType<typeof runCommand> =>
  runCommand(['check', file], { cwd: folder.path });
const put = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder.path, name), content);

/** One line that begins with `error:` and names the file. */
async function refused(name: string, ...said: readonly string[]): Promise<void> {
  const { code, stderr, stdout } = await run(name);
  expect(stderr).toContain(`error: ${name}`);
  for (const text of said) expect(stderr).toContain(text);
  expect(code).toBe(2);
  expect(stdout).toBe('');
}

describe('files that are not what they are called', () => {
  const noise = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919 + ((i * i) % 253)) % 256);
  it.each([
    'noise.geojson',
    'noise.shp',
    'noise.gpkg',
    'noise.fgb',
    'noise.zip',
    'noise.parquet',
    'noise.bin',
  ])('binary noise as %s', async (name) => {
    put(name, noise);
    await refused(name);
  });

  it.each(['sparse.geojson', 'sparse.gpkg', 'sparse.shp', 'sparse.csv', 'sparse.zip'])(
    'ten gigabytes of nothing as %s, refused by its beginning',
    async (name) => {
      put(name, '');
      truncateSync(join(folder.path, name), 10 * 2 ** 30);
      await refused(name, 'does not begin like');
    },
  );

  it('ten gigabytes that begin like a GeoPackage, refused by their size', async () => {
    put('large.gpkg', 'SQLite format 3\u0000');
    truncateSync(join(folder.path, 'large.gpkg'), 10 * 2 ** 30);
    await refused('large.gpkg', '10.0 GiB', 'GeoJSON');
  });

  it('ten gigabytes that begin like GeoJSON, refused where they stop being it', async () => {
    put('large.geojson', '{"type":"FeatureCollection","features":[');
    truncateSync(join(folder.path, 'large.geojson'), 10 * 2 ** 30);
    await refused('large.geojson', 'byte 40', '0x00');
  });

  it('an archive without a boundary file, and one whose only file leads out of it', async () => {
    put('no-shp.zip', zipSync({ 'a.dbf': new Uint8Array(10), 'a.prj': new Uint8Array(3) }));
    await refused('no-shp.zip', 'no boundary file');
    put('path.zip', zipSync({ '../../outside.geojson': new TextEncoder().encode(icbs) }));
    await refused('path.zip', 'leads out of the archive');
  });

  it('a database that is no GeoPackage', async () => {
    const made = join(folder.path, 'plain.gpkg');
    const { default: initSqlJs } = await import('sql.js');
    const database = new (await initSqlJs()).Database();
    database.run('create table plain (a)');
    writeFileSync(made, database.export());
    await refused('plain.gpkg', 'not a GeoPackage');
  });
});

describe('sound but extreme files', () => {
  it('a ring of a million vertices', async () => {
    const places = Array.from({ length: 1_000_000 }, (_, i) => {
      const angle = (2 * Math.PI * i) / 1_000_000;
      const wave = 1 + 0.1 * Math.sin(1000 * angle);
      return `[${(-1 + 0.5 * wave * Math.cos(angle)).toFixed(8)},${(52 + 0.3 * wave * Math.sin(angle)).toFixed(8)}]`;
    });
    put(
      'million.geojson',
      `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ICB24CD":"E54000001","ICB24NM":"Big"},"geometry":{"type":"Polygon","coordinates":[[${places.join(',')},${places[0]!}]]}}]}`,
    );
    const { code, stderr } = await run('million.geojson');
    expect(stderr).toContain('1 ICB: nothing wrong was found');
    expect(code).toBe(0);
  });

  it('a property of twenty megabytes', async () => {
    put('huge.geojson', icbs.replace('"Ash"', `"${'x'.repeat(20_000_000)}"`));
    const { code, stderr } = await run('huge.geojson');
    expect(stderr).toContain('2 ICBs: nothing wrong was found');
    expect(code).toBe(0);
  });
});

describe.skipIf(!haveRealData)('published files cut short', () => {
  it.each([
    ['Integrated_Care_Boards_April_2023_EN_BSC.fgb', 'cut.fgb'],
    ['Integrated_Care_Boards_April_2023_EN_BSC.geojsonl', 'cut.geojsonl'],
    ['Integrated_Care_Boards_April_2023_EN_BSC.zip', 'cut.zip'],
    ['Integrated_Care_Boards_April_2023_EN_BSC_BNG.geojson', 'cut.geojson'],
    ['boundaries_2023_2024_BSC.gpkg', 'cut.gpkg'],
    ['Local_Authority_Districts_May_2025_UK_BGC_quantised.topojson', 'cut.topojson'],
  ])('%s', async (path, name) => {
    const whole = readFileSync(realData(`formats/${path}`));
    put(name, whole.subarray(0, Math.floor(whole.length * 0.6)));
    await refused(name, 'again');
  });

  it('a Shapefile without .dbf has no codes, one without .prj tells its system from its numbers', async () => {
    const parts = unzipSync(readFileSync(realData('formats/Integrated_Care_Boards_April_2023_EN_BSC.zip')));
    const part = (ending: string): Uint8Array =>
      parts[Object.keys(parts).find((name) => name.endsWith(ending))!]!;
    put('alone.shp', part('.shp'));
    const alone = await run('alone.shp');
    expect(alone.code).toBe(0);
    expect(alone.stdout).toContain('no-code-field,error');
    expect(alone.stdout).toContain('attributes-missing');
    const refusedElsewhere = await runCommand(['overlap', 'alone.shp', 'icbs.geojson'], { cwd: folder.path });
    expect(refusedElsewhere.code).toBe(2);
    put('unplaced.shp', part('.shp'));
    put('unplaced.dbf', part('.dbf'));
    const unplaced = await run('unplaced.shp');
    expect(unplaced.code).toBe(0);
    expect(unplaced.stderr).toContain('its positions fit British National Grid');
  });

  it('gzip cut short', async () => {
    put('cut.geojson.gz', readFileSync(realData('bgc/LSOA21_BGC_EW.geojson.gz')).subarray(0, 1_000_000));
    await refused('cut.geojson.gz', 'cut short');
  });
});

it('memory stays bounded on ten gigabytes', () => {
  put('bounded.bin', '');
  truncateSync(join(folder.path, 'bounded.bin'), 10 * 2 ** 30);
  const line = `"${process.execPath}" --max-old-space-size=128 "${join(process.cwd(), 'bin/coterminous.js')}" check bounded.bin 2>&1 || true`;
  expect(execFileSync('bash', ['-c', line], { cwd: folder.path }).toString()).toContain(
    'in no format that is known',
  );
});
