/**
 * Python with geopandas, by which files of ours are read independently: GDAL for GeoPackage and GeoJSON, Arrow for
 * Parquet. COTERMINOUS_PYTHON names the interpreter, by default `python3`; where it lacks a package the tests that need
 * it are skipped, with a message.
 */
import { spawnSync } from 'node:child_process';

const python = process.env['COTERMINOUS_PYTHON'] ?? 'python3';

/** True where there is a Python with geopandas, pyogrio and pyarrow. */
export const havePython =
  spawnSync(python, ['-c', 'import geopandas, pyogrio, pyarrow'], { encoding: 'utf8' }).status === 0;

if (!havePython) {
  console.warn(
    `Tests by an independent reader are skipped: ${python} has no geopandas, pyogrio and pyarrow.`,
  );
}

/** What a program prints, run in a folder. Throws with its last words where it fails. */
export function runPython(program: string, cwd: string): string {
  const { status, stdout, stderr } = spawnSync(python, ['-W', 'ignore', '-c', program], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
