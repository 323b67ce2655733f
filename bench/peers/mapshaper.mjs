/**
 * mapshaper's union of two layers with the area of every tile, on a sphere. Looked for in the folder of BENCH_NODE_MODULES,
 * else in bench/node_modules.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const beside = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules');
const folder = join(resolve(process.env.BENCH_NODE_MODULES ?? beside), 'mapshaper');

export const mapshaper = {
  name: 'mapshaper',
  /** Its version, or why it is not there. */
  find: () =>
    existsSync(folder)
      ? { version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version }
      : { lacks: 'npm install in bench/, or BENCH_NODE_MODULES=/folder/node_modules' },
  command: (a, b, out) => [
    process.execPath,
    ['--max-old-space-size=8192', join(folder, 'bin/mapshaper'), '-i', a.file, b.file, 'combine-files']
      .concat(['-rename-layers', 'a,b', '-union', 'target=a,b', `fields=${a.code},${b.code}`, 'name=u'])
      .concat(['-each', 'area=this.area', '-filter-fields', `${a.code},${b.code},area`])
      .concat(['-rename-fields', `a=${a.code},b=${b.code}`, '-o', out, 'format=csv']),
  ],
};
