/**
 * `npm run bench:people`: three million rows of people and of two lookups, and five million points located in two layers,
 * each against unpacking the same files and splitting their lines.
 *
 *     BENCH_ROWS=3000000    rows of people; points are five for every three of them
 *     BENCH_RUNS=3          turns of each
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SOUTH, SPAN, WEST, writeMosaic } from './large-map.mjs';
import { writeAreaTables, writePoints } from './large-tables.mjs';
import { timeInTurn } from './time-process.mjs';

const bin = join(dirname(dirname(fileURLToPath(import.meta.url))), 'bin/coterminous.js');
const runs = Number(process.env.BENCH_RUNS ?? 3);
const rows = Number(process.env.BENCH_ROWS ?? 3e6);
const points = Math.round((rows * 5) / 3);
const work = mkdtempSync(join(tmpdir(), 'coterminous-bench-'));
const file = (name) => join(work, name);

/** Node that unpacks files and splits them into lines, and does nothing with these. */
const SPLIT = `
  const { readFileSync } = require('node:fs');
  const { gunzipSync } = require('node:zlib');
  for (const file of process.argv.slice(1)) gunzipSync(readFileSync(file)).toString('latin1').split('\\n');`;

async function time(title, words, tables) {
  const took = await timeInTurn(
    [process.execPath, [bin, ...words, '--quiet', '-o', file('out.csv')]],
    [process.execPath, ['-e', SPLIT, ...tables]],
    runs,
  );
  console.log(
    `${title}: ${took.ours.toFixed(1)} s, ${Math.round(took.memoryOurs)} MB; unpacking and splitting ` +
      `${took.theirs.toFixed(1)} s, ${Math.round(took.memoryTheirs)} MB; ${(1 / took.ratio).toFixed(1)} times as long`,
  );
}

try {
  writeAreaTables(work, rows);
  writePoints(work, points, { west: WEST, south: SOUTH, span: SPAN });
  writeMosaic(file('counties.geojson'), {
    columns: 6,
    rows: 7,
    points: 300,
    seed: 1,
    entity: 'C',
    stem: 'CTY24',
  });
  writeMosaic(file('districts.geojson'), {
    columns: 17,
    rows: 18,
    points: 150,
    seed: 2,
    entity: 'D',
    stem: 'LAD24',
  });
  const [a, b, people] = ['lookup_a.csv.gz', 'lookup_b.csv.gz', 'people.csv.gz'].map(file);
  const lookups = [`${a}:area:ICB24CD`, `${b}:area:LAD24CD`, '--people', `${people}:area:people`];
  for (const command of ['overlap', 'align'])
    await time(`${command}, two lookups and people of ${rows} rows`, [command, ...lookups], [a, b, people]);
  await time(
    `overlap, two layers and ${points} points`,
    [
      'overlap',
      file('counties.geojson'),
      file('districts.geojson'),
      '--people',
      `${file('points.csv.gz')}:people`,
    ],
    [file('points.csv.gz')],
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
