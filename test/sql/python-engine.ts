/**
 * DuckDB and Apache Sedona, each behind one Python process (engine.py). COTERMINOUS_ENGINES_PYTHON names the
 * interpreter, else COTERMINOUS_PYTHON, by default `python3`. Sedona wants Java and its jar (SEDONA_JAR, or where Maven keeps it), and runs on a cluster of two
 * workers on this machine unless SPARK_MASTER says otherwise.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import {
  columnsOf,
  queriesOf,
  shortFolder,
  statementsOf,
  tabbed,
  type Engine,
  type EngineOffer,
  type Row,
} from './engine.js';

const python = process.env['COTERMINOUS_ENGINES_PYTHON'] ?? process.env['COTERMINOUS_PYTHON'] ?? 'python3';
const program = resolve('test/sql/engine.py');
const jar =
  process.env['SEDONA_JAR'] ??
  `${homedir()}/.m2/repository/org/apache/sedona/sedona-spark-shaded-3.5_2.12/1.8.1/sedona-spark-shaded-3.5_2.12-1.8.1.jar`;

const has = (words: readonly string[]): boolean =>
  spawnSync(words[0]!, words.slice(1), { stdio: 'ignore' }).status === 0;

export const duckdbOffer: EngineOffer = {
  name: 'duckdb',
  start: has([python, '-c', 'import duckdb, duckdb_extension_spatial']) ? () => start('duckdb', {}) : null,
};

export const sedonaOffer: EngineOffer = {
  name: 'sedona',
  isPartOnly: process.env['COTERMINOUS_SEDONA'] === 'some',
  // Spark takes minutes for what the others do in seconds, so it is started where it is asked for: 1 for all tests, `some` for those of minutes.
  start:
    ['1', 'some'].includes(process.env['COTERMINOUS_SEDONA'] ?? '') &&
    existsSync(jar) &&
    has(['java', '-version']) &&
    has([python, '-c', 'import pyspark'])
      ? () =>
          start('sedona', {
            SEDONA_JAR: jar,
            SPARK_MASTER: process.env['SPARK_MASTER'] ?? 'local-cluster[2,1,1024]',
            SPARK_LOCAL_IP: '127.0.0.1',
            PYTHONWARNINGS: 'ignore',
          })
      : null,
};

type Answer = { readonly rows: Row[] } | { readonly fault: string };

async function start(
  name: 'duckdb' | 'sedona',
  surroundings: Readonly<Record<string, string>>,
): Promise<Engine> {
  const place = shortFolder();
  const child = spawn(python, ['-W', 'ignore', program, name], {
    cwd: place.path,
    env: { ...process.env, ...surroundings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let lastWords = '';
  child.stderr.on('data', (words: Buffer) => (lastWords = (lastWords + words.toString()).slice(-4000)));
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Answer> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`${name} ended: ${lastWords}`);
    return JSON.parse(value) as Answer;
  };
  const ask = async (request: object): Promise<Answer> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return next();
  };
  const rowsOf = (answer: Answer): Row[] => {
    if ('fault' in answer) throw new Error(answer.fault);
    return answer.rows;
  };
  let files = 0;
  const [{ version }] = rowsOf(await next()) as [{ version: string }];
  return {
    version,
    load: async (table) => {
      const file = place.file(`${table.name}-${String(files++)}.tsv`, tabbed(table));
      rowsOf(await ask({ do: 'load', table: table.name, columns: columnsOf(table), file }));
    },
    run: async (script) => {
      const answer = await ask({ do: 'run', statements: statementsOf(script) });
      return 'fault' in answer ? answer.fault : null;
    },
    plans: async (script, tables) => {
      const explain = Object.fromEntries(
        queriesOf(script, tables).map(([table, query]) => [table, query.trim()]),
      );
      return rowsOf(await ask({ do: 'plans', statements: statementsOf(script), explain }))[0] as Record<
        string,
        string
      >;
    },
    read: async (query) => rowsOf(await ask({ do: 'read', query })),
    stop: async () => {
      child.stdin.end();
      await ended;
      place.remove();
    },
  };
}
