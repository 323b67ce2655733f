/**
 * A script of `coterminous sql` in an engine that Python opens: DuckDB, or Sedona on Spark.
 *
 * COTERMINOUS_ENGINES_PYTHON names a Python with duckdb and pyspark, SEDONA_JAR the jar of Sedona where it is not in the
 * repository of Maven.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTimed } from './run-timed.mjs';

const program = fileURLToPath(new URL('script-in-engine.py', import.meta.url));
const python = process.env.COTERMINOUS_ENGINES_PYTHON ?? 'python3';
const jar =
  '.m2/repository/org/apache/sedona/sedona-spark-shaded-3.5_2.12/1.8.1/sedona-spark-shaded-3.5_2.12-1.8.1.jar';
const env = { ...process.env, SEDONA_JAR: process.env.SEDONA_JAR ?? join(homedir(), jar) };

/** Has the program of the engines do something in a folder. */
export const inEngines = (folder, words) => runTimed(python, [program, ...words], { cwd: folder, env });

/**
 * Runs the script that lies in the folder for an engine on `tables` (`name=file`), and writes the rows of a query to `out`.
 * Seconds of the script by the clock, of processors, and of each table; the plan of the table `explained`.
 */
export function scriptInPython(folder, engine, { explained, query, out, tables }) {
  const { stdout } = inEngines(folder, [engine, `${engine}.sql`, explained, query, out, ...tables]);
  return JSON.parse(stdout.trim().split('\n').pop());
}
