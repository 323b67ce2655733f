/**
 * geopandas, DuckDB, SedonaDB and tobler, each by overlay.py in a process of its own. The interpreter is named by
 * COTERMINOUS_ENGINES_PYTHON, else `python3`; what it lacks is passed over.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = join(dirname(fileURLToPath(import.meta.url)), 'overlay.py');
const python = process.env.COTERMINOUS_ENGINES_PYTHON ?? 'python3';

const engine = (name, lacks) => ({
  name,
  find: () => {
    const { status, stdout } = spawnSync(python, [script, name, '--version'], { encoding: 'utf8' });
    return status === 0 ? { version: stdout.trim() } : { lacks };
  },
  command: (a, b, out) => [python, [script, name, a.file, a.code, b.file, b.code, out]],
});

export const geopandas = engine('geopandas', 'pip install geopandas');
export const duckdb = engine('DuckDB', 'pip install duckdb, and its extension spatial');
export const sedonadb = engine('SedonaDB', "pip install 'apache-sedona[db]' geopandas");
export const tobler = engine('tobler', 'pip install tobler');
