/**
 * `npm run bench:engines-vertices`: the whole report as SQL on seeded maps that grow like a country does, by more units of
 * the same detail, in DuckDB, PostGIS and Sedona, and by this tool itself: seconds against vertices, and whether all have the
 * same pairs. BENCH_SIZES says how many vertices (by default 718,000, as England's ICBs and councils have, and ten times as
 * many), BENCH_ENGINES which engines. COTERMINOUS_ENGINES_PYTHON names a Python with duckdb and pyspark.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCountry } from './large-map.mjs';
import { runTimed } from './run-timed.mjs';
import { scriptInPostgis } from './script-in-postgis.mjs';
import { inEngines, scriptInPython } from './script-in-python.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const work = mkdtempSync(join(tmpdir(), 'coterminous-vertices-'));
const coterminous = (...words) =>
  runTimed(process.execPath, [join(root, 'bin/coterminous.js'), ...words], { cwd: work });

const [EXPLAINED, ROWS] = ['ct_inside', 'SELECT a_code, b_code, overlap_ha FROM coterminous_overlap'];
const inPython = (engine) =>
  scriptInPython(work, engine, {
    explained: EXPLAINED,
    query: ROWS,
    out: 'theirs.csv',
    tables: ['a=a.parquet', 'b=b.parquet'],
  });
const inPostgis = () =>
  scriptInPostgis(work, {
    load: ['a', 'b'].flatMap((table) => [
      `CREATE UNLOGGED TABLE ${table} (code text PRIMARY KEY, name text, geom geometry)`,
      `\\copy ${table} FROM '${table}.tsv'`,
    ]),
    script: 'postgis.sql',
    explained: EXPLAINED,
    query: ROWS,
    out: 'theirs.csv',
  });
const ENGINES = { duckdb: () => inPython('duckdb'), postgis: inPostgis, sedona: () => inPython('sedona') };

/** Hectares of each row by its two codes. */
const hectaresOf = (text, [a, b, hectares]) =>
  new Map(text.trim().split('\n').map((row) => row.split(',')).map((cells) => [`${cells[a]} ${cells[b]}`, Number(cells[hectares])])); // prettier-ignore

try {
  console.log(
    '| vertices | engine | seconds | of processors | rows | rows of one side | largest difference (ha) | load |',
  );
  console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const size of (process.env.BENCH_SIZES ?? '718000,7180000').split(',').map(Number)) {
    const { vertices } = writeCountry(join(work, 'a.geojson'), join(work, 'b.geojson'), size);
    const say = (...cells) => console.log(`| ${[vertices.toLocaleString('en-GB'), ...cells, loadavg()[0].toFixed(1)].join(' | ')} |`); // prettier-ignore
    const options = ['--tolerance', '5'];
    const own = coterminous('overlap', 'a=a.geojson', 'b=b.geojson', ...options, '--include-slivers', '--include-outside', '--table', 'overlap', '--quiet', '-o', 'ours.csv'); // prettier-ignore
    const text = readFileSync(join(work, 'ours.csv'), 'utf8').replaceAll(/"[^"]*"/g, 'name');
    const heading = text.split('\n')[0].split(',');
    const ours = hectaresOf(text.slice(text.indexOf('\n')), [0, 2, heading.indexOf('overlap_ha')]);
    say('coterminous', own.seconds.toFixed(1), own.processor.toFixed(1), ours.size, '', '');
    const engines = (process.env.BENCH_ENGINES ?? 'duckdb,postgis,sedona')
      .split(',')
      .filter((name) => name !== '');
    if (engines.length > 0)
      for (const [table, stem] of [
        ['a', 'CTY24'],
        ['b', 'LAD24'],
      ])
        // prettier-ignore
        inEngines(work, ['units', `${table}.geojson`, stem, `${table}.parquet`, `${table}.tsv`]);
    for (const engine of engines) {
      try {
        coterminous('sql', 'overlap', 'a', 'b', '--engine', engine, ...options, '-o', `${engine}.sql`);
        const { seconds, processor, plan } = ENGINES[engine]();
        const theirs = hectaresOf(readFileSync(join(work, 'theirs.csv'), 'utf8'), [0, 1, 2]);
        const both = [...ours].filter(([key]) => theirs.has(key));
        const apart = Math.max(...both.map(([key, hectares]) => Math.abs(theirs.get(key) - hectares)));
        const lone = ours.size + theirs.size - 2 * both.length;
        say(engine, seconds.toFixed(1), processor.toFixed(1), theirs.size, lone, apart.toFixed(4));
        if (process.env.BENCH_PLANS === '1') console.log(`\n${plan}\n`);
      } catch (error) {
        say(engine, `failed: ${error.message.trim().split('\n').at(-1)}`, '', '', '', '');
      }
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
