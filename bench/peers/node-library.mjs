/**
 * Turf and geos-wasm: each pair whose boxes overlap intersected by itself, as one does with a library that knows two
 * polygons at a time. They take minutes for real layers, so they are timed once and on the small map alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, '../../node_modules');

const library = (name, folder) => ({
  name,
  isSlow: true,
  find: () =>
    existsSync(join(packages, folder))
      ? { version: JSON.parse(readFileSync(join(packages, folder, 'package.json'), 'utf8')).version }
      : { lacks: 'npm install' },
  command: (a, b, out) => [
    process.execPath,
    [join(here, 'overlay-by-pairs.mjs'), name, a.file, a.code, b.file, b.code, out],
  ],
});

export const turf = library('Turf', '@turf/turf');
export const geos = library('geos-wasm', 'geos-wasm');
