/**
 * `npm run bench:engines`: people by chance, counted on the exported faces of two layers in DuckDB, PostGIS and Sedona, and
 * by this tool itself: seconds against rows, and whether all give the same people in every pair. BENCH_ROWS says how many
 * rows (by default 1,000,000 and 10,000,000), BENCH_ENGINES which engines; BENCH_PLANS=1 prints the plan of the join of
 * people and cells. COTERMINOUS_ENGINES_PYTHON names a Python with duckdb and pyspark. Layers are the real ones of
 * COTERMINOUS_DATA where they are there, else those of the region on board. What is made is taken away at the end.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTimed } from './run-timed.mjs';
import { scriptInPostgis } from './script-in-postgis.mjs';
import { inEngines, scriptInPython } from './script-in-python.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = resolve(process.env.COTERMINOUS_DATA ?? join(root, '../shared/data'));
const work = mkdtempSync(join(tmpdir(), 'coterminous-engines-'));
const layers = existsSync(data)
  ? [
      `icb=${join(data, 'bgc/ICB24_BGC_from_LSOA21.geojson')}`,
      `ltla=${join(data, 'bgc/LAD25_BGC_UK_from_WD25.geojson.gz')}`,
    ]
  : ['icb', 'ltla'].map((id) => `${id}=${join(root, `data/region/${id}.geojson`)}`);
const SLIVERS = ['--tolerance', '30', '--include-slivers', '--include-outside', '--quiet'];

const coterminous = (...words) =>
  runTimed(process.execPath, [join(root, 'bin/coterminous.js'), ...words], { cwd: work });

const [EXPLAINED, COUNTS] = ['ct_touched', 'SELECT face, people FROM coterminous_counts'];
const inPython = (engine) =>
  scriptInPython(work, engine, {
    explained: EXPLAINED,
    query: COUNTS,
    out: 'counts.rows',
    tables: ['faces=faces.parquet', 'people=people.parquet'],
  });
const inPostgis = () =>
  scriptInPostgis(work, {
    load: [
      'CREATE UNLOGGED TABLE faces (face int PRIMARY KEY, layers int, geometry geometry)',
      "\\copy faces FROM 'faces.tsv'",
      'CREATE UNLOGGED TABLE given (n int, longitude float8, latitude float8)',
      "\\copy given FROM 'people.csv' CSV HEADER",
      'CREATE VIEW people AS SELECT n, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326) AS geom FROM given',
      'ANALYZE given',
    ],
    script: 'postgis.sql',
    explained: EXPLAINED,
    query: COUNTS,
    out: 'counts.rows',
  });
const ENGINES = { duckdb: () => inPython('duckdb'), postgis: inPostgis, sedona: () => inPython('sedona') };

/** People of each pair, by code, from a table of the command. */
function peopleOf(file) {
  const [heading, ...rows] = readFileSync(join(work, file), 'utf8').trim().split('\n');
  const column = heading.split(',').indexOf('n');
  return new Map(
    rows
      .map((row) => row.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, '')))
      .map((cells) => [`${cells[0]} ${cells[2]}`, Number(cells[column])]),
  );
}

try {
  console.log(
    '| rows | engine | seconds | of processors | cutting the faces (s) | joining people and cells (s) | pairs with other people | load |',
  );
  console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  coterminous(
    'export',
    'atoms',
    ...layers,
    '--tolerance',
    '30',
    '-o',
    'faces.parquet',
    '-o',
    'faces.geojson',
  );
  inEngines(work, ['faces', 'faces.parquet', 'faces.tsv']);
  for (const rows of (process.env.BENCH_ROWS ?? '1000000,10000000').split(',').map(Number)) {
    inEngines(work, ['people', 'people.parquet', 'people.csv', String(rows)]);
    const say = (...cells) =>
      console.log(`| ${[rows.toLocaleString('en-GB'), ...cells, loadavg()[0].toFixed(1)].join(' | ')} |`);
    let ours = null;
    try {
      const own = coterminous('overlap', ...layers, '--people', 'n=people.csv:n', '--table', 'overlap', ...SLIVERS, '-o', 'ours.csv'); // prettier-ignore
      ours = peopleOf('ours.csv');
      say('coterminous', own.seconds.toFixed(1), own.processor.toFixed(1), '', '', '');
    } catch (error) {
      say('coterminous', `failed: ${error.message.trim().split('\n').at(-1)}`, '', '', '', '');
    }
    for (const engine of (process.env.BENCH_ENGINES ?? 'duckdb,postgis,sedona').split(',')) {
      try {
        coterminous('sql', 'people', 'faces:geometry', 'people:n', '--engine', engine, '-o', `${engine}.sql`);
        const { seconds, processor, steps, plan } = ENGINES[engine]();
        const counts = readFileSync(join(work, 'counts.rows'), 'utf8');
        writeFileSync(join(work, 'counts.csv'), `face,people\n${counts}`);
        coterminous('read', 'n=counts.csv:people', '--faces', 'faces.geojson', '--as', 'overlap', '--table', 'overlap', ...SLIVERS, '-o', 'theirs.csv'); // prettier-ignore
        const theirs = peopleOf('theirs.csv');
        const others = ours === null ? '' : [...ours].filter(([pair, n]) => theirs.get(pair) !== n).length;
        const cutting = Object.keys(steps).filter((name) => /^ct_c(ut|ell)/.test(name));
        const cut = cutting.reduce((sum, name) => sum + steps[name], 0);
        say(engine, seconds.toFixed(1), processor.toFixed(1), cut.toFixed(1), steps.ct_touched.toFixed(1), `${others} of ${theirs.size}`); // prettier-ignore
        if (process.env.BENCH_PLANS === '1') console.log(`\n${plan}\n`);
      } catch (error) {
        say(engine, `failed: ${error.message.trim().split('\n').at(-1)}`, '', '', '', '');
      }
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
