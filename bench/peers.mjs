/**
 * `npm run bench:peers`: the overlap table of two layers by us and by every peer that is there, whole processes, file to
 * CSV, each in turn with us; medians, ratios, peak memory, and the answers compared. Prints the rows of a Markdown table.
 *
 *     BENCH_RUNS=5             turns of each
 *     BENCH_ONLY=PostGIS,Turf  peers whose names hold one of these
 *
 * A peer that is not there is passed over with what it would take (bench/README.md). Slow peers are timed once and on the
 * small map alone.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareAreas } from './compare-areas.mjs';
import { writeMosaic } from './large-map.mjs';
import { gdal } from './peers/gdal.mjs';
import { mapshaper } from './peers/mapshaper.mjs';
import { geos, turf } from './peers/node-library.mjs';
import { postgis } from './peers/postgis.mjs';
import { duckdb, geopandas, sedonadb, tobler } from './peers/python.mjs';
import { plainCopy } from './plain-copy.mjs';
import { timeInTurn } from './time-process.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = resolve(process.env.COTERMINOUS_DATA ?? join(root, '../shared/data'));
const runs = Number(process.env.BENCH_RUNS ?? 3);
const only = (process.env.BENCH_ONLY ?? '').split(',').map((name) => name.trim().toLowerCase());
const work = mkdtempSync(join(tmpdir(), 'coterminous-bench-'));
// The server of PostGIS reads it as another user.
chmodSync(work, 0o755);
const out = { ours: join(work, 'ours.csv'), theirs: join(work, 'theirs.csv') };

const asked = [mapshaper, postgis, duckdb, sedonadb, geopandas, tobler, gdal, turf, geos].filter(({ name }) =>
  only.some((word) => name.toLowerCase().includes(word)),
);
try {
  const peers = asked.map((peer) => ({ ...peer, ...found(peer) })).filter(({ lacks }) => lacks === undefined);
  console.log(`${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}, ${runs} turns`);
  for (const map of maps()) {
    console.log(
      `\n${map.title}\n\n| peer | ours, s | theirs, s | ratio | memory, ours and theirs, MB | answers |`,
    );
    console.log('| --- | ---: | ---: | ---: | ---: | --- |');
    for (const peer of peers) if (map.isSmall || !peer.isSlow) await timePeer(peer, map);
  }
} finally {
  for (const { stop } of asked) stop?.();
  rmSync(work, { recursive: true, force: true });
}

function found(peer) {
  const { version, lacks } = peer.find();
  if (lacks !== undefined) console.log(`${peer.name} is passed over: ${lacks}`);
  return { version, lacks };
}

async function timePeer(peer, { a, b }) {
  const ours = [
    process.execPath,
    [
      join(root, 'bin/coterminous.js'),
      'overlap',
      a.file,
      b.file,
      '--include-slivers',
      '--quiet',
      '-o',
      out.ours,
    ],
  ];
  const label = `${peer.name} ${peer.version}`;
  try {
    rmSync(out.theirs, { force: true });
    const clear = () => rmSync(out.theirs, { force: true });
    const took = await timeInTurn(ours, peer.command(a, b, out.theirs), peer.isSlow ? 1 : runs, clear);
    const answers = compareAreas(readFileSync(out.ours, 'utf8'), readFileSync(out.theirs, 'utf8'), a, b);
    const theirMemory = peer.memoryIsElsewhere ? '?' : Math.round(took.memoryTheirs);
    console.log(
      `| ${label} | ${took.ours.toFixed(2)} | ${took.theirs.toFixed(2)} | ${took.ratio.toFixed(1)} | ` +
        `${Math.round(took.memoryOurs)} and ${theirMemory} | ${answers.replace('answers: ', '')} |`,
    );
  } catch (error) {
    console.log(`| ${label} | | failed | | | ${String(error.message).trim().split('\n').at(-1)} |`);
  }
}

function maps() {
  const counties = { file: join(work, 'counties.geojson'), code: 'CTY24CD', id: 'cty' };
  const districts = { file: join(work, 'districts.geojson'), code: 'LAD24CD', id: 'ltla' };
  const vertices =
    writeMosaic(counties.file, { columns: 6, rows: 7, points: 150, seed: 1, entity: 'C', stem: 'CTY24' }) +
    writeMosaic(districts.file, { columns: 17, rows: 18, points: 50, seed: 2, entity: 'D', stem: 'LAD24' });
  const small = {
    title: `Seeded map: 42 × 306 units, ${vertices} vertices, no shared linework`,
    isSmall: true,
    a: counties,
    b: districts,
  };
  const icb = { file: join(data, 'bgc/ICB24_BGC_from_LSOA21.geojson'), code: 'ICB24CD', id: 'icb' };
  if (!existsSync(icb.file)) {
    console.log(`Real boundary files are not there (${data}): set COTERMINOUS_DATA to include them.`);
    return [small];
  }
  const councils = plainCopy(join(data, 'bgc/LAD25_BGC_UK_from_WD25.geojson.gz'), work);
  const size = [icb.file, councils].reduce((sum, file) => sum + statSync(file).size, 0);
  const title = `ICB 2024 × councils 2025, 20 m, ${(size / 1e6).toFixed(0)} MB, full of slivers`;
  return [small, { title, isSmall: false, a: icb, b: { file: councils, code: 'LAD25CD', id: 'ltla' } }];
}
