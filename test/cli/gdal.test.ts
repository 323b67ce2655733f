/**
 * File geodatabases, GML and MapInfo through GDAL itself, where the package gdal3.js is installed: the same units and
 * areas as from GeoJSON, and a refusal of whatever is not whole.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { doorOfGdal } from '../../src/cli/gdal/door-of-gdal.js';
import { openInGdal, secondsFor } from '../../src/cli/gdal/open-in-gdal.js';
import { haveRealData, realData } from '../real-data.js';
import { makeFolder, type Ran } from './run-command.js';
import { runProcess } from './run-process.js';
import { collection, feature, icbs, polygon, square } from './small-files.js';

/** GDAL starts anew for each command. */
vi.setConfig({ testTimeout: 300_000 });

const door = doorOfGdal();
if (door === null) console.warn('Tests of GDAL are skipped: gdal3.js is not installed.');

const WARDS = [
  ['E05000001', 'Ynys Môn', -1],
  ['E05000002', 'Château', -0.95],
  ['E05000003', 'Elm', -0.9],
] as const;

const geojson = collection(
  WARDS.map(([WD24CD, WD24NM, west]) => feature({ WD24CD, WD24NM }, polygon(square(west, 52, 0.05)))),
);

/** GML in longitude and latitude by an address that puts latitude first. */
const gml = (wards: typeof WARDS | readonly (typeof WARDS)[number][] = WARDS): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<w:FeatureCollection xmlns:w="http://wards.example/w" xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="all">',
    ...wards.map(
      ([code, name, west], i) =>
        `<w:member><w:ward gml:id="w.${i}"><w:WD24CD>${code}</w:WD24CD><w:WD24NM>${name}</w:WD24NM><w:number>00${i}</w:number><w:geometry><gml:Polygon srsName="urn:ogc:def:crs:EPSG::4326" gml:id="p.${i}"><gml:exterior><gml:LinearRing><gml:posList>${square(
          west,
          52,
          0.05,
        )
          .map(([x, y]) => `${y} ${x}`)
          .join(
            ' ',
          )}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></w:geometry></w:ward></w:member>`,
    ),
    '</w:FeatureCollection>\n',
  ].join('\n');

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const mif = latin1(
  `Version 300\nCharset "WindowsLatin1"\nDelimiter ","\nCoordSys Earth Projection 1, 104\nColumns 2\n  WD24CD Char(9)\n  WD24NM Char(40)\nData\n\n${WARDS.map(
    ([, , west]) =>
      `Region 1\n  5\n${square(west, 52, 0.05)
        .map((position) => position.join(' '))
        .join('\n')}\n`,
  ).join('')}`,
);
const mid = latin1(WARDS.map(([code, name]) => `"${code}","${name}"\n`).join(''));

const folder = makeFolder({
  'icbs.geojson': icbs,
  'wards.geojson': geojson,
  'wards.gml': gml(),
  'cut.gml': gml().slice(0, -90),
  'broken.gml': gml().replace('</w:WD24NM>', '</w:WD24>'),
  'empty.gml': gml([]),
  'wards.mif': mif,
  'wards.mid': mid,
  'short/wards.mif': mif,
  'short/wards.mid': mid.subarray(0, 40),
  'mif.zip': zipSync({ 'wards.mif': mif, 'wards.mid': mid }),
});
afterAll(() => folder.remove());
const run = (...argv: string[]): Promise<Ran> => runProcess(argv, { cwd: folder.path });
const overlap = (layer: string): Promise<Ran> => run('overlap', 'icbs.geojson', layer, '--quiet');

/** Writes a file geodatabase of layers of GeoJSON files, by GDAL in a process of its own. */
function makeGeodatabase(name: string, layers: Readonly<Record<string, string>>): void {
  const script = `
    const [door, name, layers] = JSON.parse(process.argv[1]);
    const { dirname, join, relative } = require('node:path');
    const fs = require('node:fs');
    require(door)({ path: relative('.', join(dirname(door), 'dist/package')), useWorker: false }).then(async (gdal) => {
      let isFirst = true;
      for (const [layer, file] of Object.entries(layers)) {
        gdal.Module.FS_createDataFile('/input', layer + '.geojson', fs.readFileSync(file), true, true, true);
        const { datasets } = await gdal.open('/input/' + layer + '.geojson');
        await gdal.ogr2ogr(datasets[0], ['-f', 'OpenFileGDB', ...(isFirst ? [] : ['-update']), '-nln', layer, '-nlt', 'MULTIPOLYGON'], name);
        isFirst = false;
      }
      fs.mkdirSync(name + '.gdb');
      for (const file of gdal.Module.FS.readdir('/output/' + name + '.gdb'))
        if (!file.startsWith('.')) fs.writeFileSync(join(name + '.gdb', file), gdal.Module.FS.readFile('/output/' + name + '.gdb/' + file));
    });`;
  execFileSync(process.execPath, ['-e', script, JSON.stringify([door, name, layers])], {
    cwd: folder.path,
    stdio: 'pipe',
  });
}

describe.skipIf(door === null)('through GDAL', () => {
  it('GML and MapInfo give what GeoJSON gives, and leave no file beside', async () => {
    const before = readdirSync(folder.path).sort();
    const expected = await overlap('wards.geojson');
    expect(expected.stdout.split('\n')).toHaveLength(7);
    for (const layer of ['wards.gml', 'wards.mif', 'mif.zip'])
      expect(await overlap(layer), layer).toEqual(expected);
    expect(readdirSync(folder.path).sort()).toEqual(before);
  });

  it('names keep their letters and codes their zeros', async () => {
    for (const layer of ['wards.gml', 'wards.mif']) {
      const { stdout } = await run('inspect', layer);
      expect(stdout).toContain('Ynys Môn, Château, Elm');
      expect(stdout).toContain('EPSG:4326');
    }
    expect((await run('inspect', 'wards.gml')).stdout).toContain('000, 001, 002');
  });

  it('a file geodatabase is read as a folder and as an archive, by the name of its layer where it has several', async () => {
    makeGeodatabase('one', { wards: 'wards.geojson' });
    makeGeodatabase('two', { wards: 'wards.geojson', icbs: 'icbs.geojson' });
    const members = Object.fromEntries(
      readdirSync(join(folder.path, 'two.gdb')).map((name) => [
        `two.gdb/${name}`,
        new Uint8Array(readFileSync(join(folder.path, 'two.gdb', name))),
      ]),
    );
    writeFileSync(join(folder.path, 'two.gdb.zip'), zipSync(members));
    const expected = await overlap('wards.geojson');
    for (const layer of ['one.gdb/', 'two.gdb#wards', 'two.gdb.zip#wards'])
      expect(await overlap(layer), layer).toEqual(expected);
    const unnamed = await overlap('two.gdb.zip');
    expect(unnamed.code).toBe(2);
    expect(unnamed.stderr).toMatch(/holds 2 layers and none is named: wards, icbs/);
    const { stdout } = await run('inspect', 'two.gdb');
    expect(stdout).toMatch(/layer {6}two\.gdb#wards[\s\S]*layer {6}two\.gdb#icbs/);
    const [name] = Object.keys(members).filter((each) => /a0000000[a-c9]\.gdbtable$/.test(each));
    const damaged = { ...members, [name!]: members[name!]!.subarray(0, 60) };
    writeFileSync(join(folder.path, 'damaged.gdb.zip'), zipSync(damaged));
    expect((await overlap('damaged.gdb.zip#wards')).code).toBe(2);
  });

  it.each(['cut.gml', 'broken.gml', 'empty.gml', 'short/wards.mif'])('%s is refused', async (layer) => {
    const { code, stderr, stdout } = await overlap(layer);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`error: ${layer}: `);
  });

  it('what takes too long is ended, and told', async () => {
    const files = [{ name: 'wards.gml', bytes: new TextEncoder().encode(gml()) }];
    await expect(openInGdal(files, 'wards.gml', 0.001)).rejects.toThrow('not read it after 0.001 seconds');
    expect([secondsFor(0), secondsFor(2 ** 20), secondsFor(2 ** 20 + 1)]).toEqual([60, 61, 62]);
  });

  it.skipIf(!haveRealData)('real councils as a geodatabase have the units and areas they have as GeoJSON', async () => {
    const real = realData('official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson');
    makeGeodatabase('real', { lad24: real });
    const areas = async (layer: string): Promise<Map<string, number>> => {
      const { stdout, stderr } = await run('overlap', realData('official/Integrated_Care_Boards_April_2023_EN_BSC.geojson'), layer, '--tolerance', '400', '--json');
      expect(stderr).not.toContain('error');
      const { tables } = JSON.parse(stdout) as { tables: { rows: Record<string, string | number>[] }[] };
      return new Map(tables[0]!.rows.map((row) => [`${row['icb_code']} ${row['ltla_code']}`, Number(row['ltla_ha'])]));
    };
    const [own, converted] = [await areas(real), await areas('real.gdb')];
    expect([...converted.keys()]).toEqual([...own.keys()]);
    for (const [pair, area] of own) expect(Math.abs(converted.get(pair)! - area), pair).toBeLessThan(0.02);
  }); // prettier-ignore
});

it('the package is looked for where this one is installed', () => {
  const from = createRequire(import.meta.url);
  let found: string | null;
  try {
    found = from.resolve('gdal3.js/node.js');
  } catch {
    found = null;
  }
  expect(door === null ? null : dirname(door)).toBe(found === null ? null : dirname(found));
});
