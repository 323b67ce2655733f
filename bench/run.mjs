/**
 * `npm run bench`: whole processes, file to CSV, side by side with others in the same run.
 *
 * Ratios, not seconds, are the result: machines differ and drift. Answers are compared too, a fast wrong answer being
 * worth nothing. Real boundary files are used where COTERMINOUS_DATA (by default ../shared/data) has them.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareAreas } from './compare-areas.mjs';
import { writeMosaic } from './large-map.mjs';
import { mapshaper } from './peers/mapshaper.mjs';
import { plainCopy } from './plain-copy.mjs';
import { timeInTurn } from './time-process.mjs';
import { timeTurf } from './turf-sample.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const data = resolve(process.env.COTERMINOUS_DATA ?? join(root, '../shared/data'));
const runs = Number(process.env.BENCH_RUNS ?? 5);
const work = mkdtempSync(join(tmpdir(), 'coterminous-bench-'));

const ours = (files, out) => [
  process.execPath,
  [join(root, 'bin/coterminous.js'), 'overlap', ...files, '--include-slivers', '--quiet', '-o', out],
];

function print(title, result) {
  const mb = (value) => (Number.isNaN(value) ? '?' : `${Math.round(value)} MB`);
  console.log(
    `${title}\n  coterminous ${result.ours.toFixed(2)} s, ${mb(result.memoryOurs)}; ` +
      `${result.name ?? 'mapshaper'} ${result.theirs.toFixed(2)} s, ${mb(result.memoryTheirs)}; ` +
      `coterminous is ${result.ratio.toFixed(1)} times as fast`,
  );
}

async function benchPair(title, a, b) {
  const [mine, other] = [join(work, 'ours.csv'), join(work, 'theirs.csv')];
  print(title, await timeInTurn(ours([a.file, b.file], mine), mapshaper.command(a, b, other), runs));
  console.log(`  ${compareAreas(readFileSync(mine, 'utf8'), readFileSync(other, 'utf8'), a, b)}`);
}

/** A large file in turn with what it takes to parse it and do nothing with it. */
async function benchParsing(title, a, b) {
  const program = `JSON.parse(require('fs').readFileSync(${JSON.stringify(a.file)}, 'utf8'))`;
  const parse = [process.execPath, ['-e', program]];
  const result = await timeInTurn(ours([a.file, b.file], join(work, 'ours.csv')), parse, runs);
  print(title, { ...result, name: 'JSON.parse of the larger file' });
}

async function benchThree(layers, two) {
  const [three, pair] = [ours(layers, join(work, 'three.csv')), ours(two, join(work, 'two.csv'))];
  const result = await timeInTurn(three, pair, runs);
  console.log(
    `LSOA × ICB × councils in one pass, 2.9 M vertices\n  ${result.ours.toFixed(2)} s, ${Math.round(result.memoryOurs)} MB; ` +
      `${(1 / result.ratio).toFixed(2)} times the two layers (${result.theirs.toFixed(2)} s)`,
  );
}

try {
  if (mapshaper.find().lacks !== undefined) {
    console.log('Installing what is compared with (bench/ alone)…');
    execFileSync('npm', ['ci'], { cwd: here, stdio: 'inherit' });
  }
  const counties = { file: join(work, 'counties.geojson'), code: 'CTY24CD', id: 'cty' };
  const districts = { file: join(work, 'districts.geojson'), code: 'LAD24CD', id: 'ltla' };
  writeMosaic(counties.file, { columns: 6, rows: 7, points: 1500, seed: 1, entity: 'C', stem: 'CTY24' });
  writeMosaic(districts.file, { columns: 17, rows: 18, points: 500, seed: 2, entity: 'D', stem: 'LAD24' });
  await benchPair('Seeded map: 42 units × 306 units, no shared linework', counties, districts);

  if (!existsSync(data)) {
    console.log(`Real boundary files are not there (${data}): set COTERMINOUS_DATA to include them.`);
  } else {
    const icb = { file: join(data, 'bgc/ICB24_BGC_from_LSOA21.geojson'), code: 'ICB24CD', id: 'icb' };
    const ltla = {
      file: plainCopy(join(data, 'bgc/LAD25_BGC_UK_from_WD25.geojson.gz'), work),
      code: 'LAD25CD',
      id: 'ltla',
    };
    await benchPair('ICB 2024 × councils 2025, 20 m, 718,302 vertices', icb, ltla);
    const icb23 = {
      file: join(data, 'official/Integrated_Care_Boards_April_2023_EN_BSC.geojson'),
      code: 'ICB23CD',
      id: 'icb',
    };
    const lad24 = {
      file: join(data, 'official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson'),
      code: 'LAD24CD',
      id: 'ltla',
    };
    await benchPair('ICB 2023 × councils 2024, 200 m, 94,869 vertices', icb23, lad24);
    const lsoa = plainCopy(join(data, 'bgc/LSOA21_BGC_EW.geojson.gz'), work);
    await benchThree([lsoa, icb.file, ltla.file], [icb.file, ltla.file]);
    const oa = {
      file: plainCopy(join(data, 'stress/OA11_BGC_England.geojson.gz'), work),
      code: 'OA11CD',
      id: 'oa',
    };
    await benchPair('Output areas 2011 × ICB 2024, 171,372 units, 4 M vertices', oa, icb);
    await benchParsing('The same', oa, icb);
    await timeTurf(icb, ltla, ours([icb.file, ltla.file], join(work, 'ours.csv')));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
