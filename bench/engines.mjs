/**
 * `npm run bench:engines`: people by chance, counted on the exported faces of two layers in DuckDB and Sedona, and by this
 * tool itself: seconds against rows. BENCH_ROWS says how many (by default 1,000,000 and 10,000,000), BENCH_ENGINES which
 * engines; COTERMINOUS_ENGINES_PYTHON names a Python with duckdb and pyspark. Layers are the real ones of COTERMINOUS_DATA
 * where they are there, else those of the region on board. What is made is taken away at the end.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = resolve(process.env.COTERMINOUS_DATA ?? join(root, '../shared/data'));
const python = process.env.COTERMINOUS_ENGINES_PYTHON ?? 'python3';
const program = join(root, 'bench/people-on-faces.py');
const jar = `${homedir()}/.m2/repository/org/apache/sedona/sedona-spark-shaded-3.5_2.12/1.8.1/sedona-spark-shaded-3.5_2.12-1.8.1.jar`;
const work = mkdtempSync(join(tmpdir(), 'coterminous-engines-'));
const layers = existsSync(data)
  ? [
      `icb=${join(data, 'bgc/ICB24_BGC_from_LSOA21.geojson')}`,
      `ltla=${join(data, 'bgc/LAD25_BGC_UK_from_WD25.geojson.gz')}`,
    ]
  : ['icb', 'ltla'].map((id) => `${id}=${join(root, `data/region/${id}.geojson`)}`);

function run(command, words) {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, SEDONA_JAR: process.env.SEDONA_JAR ?? jar },
  });
  if (status !== 0) throw new Error(stderr.slice(-2000));
  return { stdout, stderr };
}
const coterminous = (...words) => run(process.execPath, [join(root, 'bin/coterminous.js'), ...words]);

try {
  coterminous('export', 'atoms', ...layers, '--tolerance', '30', '-o', 'faces.parquet');
  console.log('| rows | engine | seconds | of processors | seconds of the join | load of the machine |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const rows of (process.env.BENCH_ROWS ?? '1000000,10000000').split(',').map(Number)) {
    run(python, [program, 'people', 'people.parquet', String(rows)]);
    for (const engine of (process.env.BENCH_ENGINES ?? 'duckdb,sedona').split(',')) {
      coterminous('sql', 'people', 'faces', 'people:n', '--engine', engine, '-o', `${engine}.sql`);
      const { stdout, stderr } = run(python, [
        program,
        engine,
        'faces.parquet',
        `${engine}.sql`,
        'people.parquet',
      ]);
      const { seconds, processor, steps } = JSON.parse(stdout.trim().split('\n').pop());
      const cells = [
        rows.toLocaleString('en-GB'),
        engine,
        seconds,
        processor,
        steps.ct_touched,
        loadavg()[0].toFixed(1),
      ];
      console.log(`| ${cells.join(' | ')} |`);
      if (process.env.BENCH_PLANS === '1') console.log(stderr);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
