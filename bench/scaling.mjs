/**
 * `npm run bench:scaling`: seconds, microseconds of CPU and bytes per vertex of `overlap` on seeded maps that grow like a country
 * does, by more units of the same detail. Prints the rows of a Markdown table.
 *
 *     BENCH_SIZES=10000,1000000    vertices of each map, by default from ten thousand to thirty million
 *     BENCH_RUNS=3                 turns of each; from ten million on there is one
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCountry } from './large-map.mjs';
import { median, timeProcess } from './time-process.mjs';

const bin = join(dirname(dirname(fileURLToPath(import.meta.url))), 'bin/coterminous.js');
const runs = Number(process.env.BENCH_RUNS ?? 3);
const sizes = (process.env.BENCH_SIZES ?? '1e4,3e4,1e5,3e5,1e6,3e6,1e7,3e7').split(',').map(Number);
const MANY = 1e7;

const work = mkdtempSync(join(tmpdir(), 'coterminous-bench-'));
const [counties, districts] = ['counties', 'districts'].map((name) => join(work, `${name}.geojson`));
console.log(`${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}\n`);
console.log(
  '| vertices | units | seconds | CPU seconds | µs of CPU per vertex | peak memory, MB | bytes per vertex |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
try {
  for (const size of sizes) {
    const { vertices, units } = writeCountry(counties, districts, size);
    const words = [
      'overlap',
      counties,
      districts,
      '--include-slivers',
      '--quiet',
      '-o',
      join(work, 'out.csv'),
    ];
    const times = [];
    try {
      for (let run = 0; run < (size >= MANY ? 1 : runs); run++)
        times.push(await timeProcess(process.execPath, [bin, ...words]));
    } catch (error) {
      console.log(`| ${vertices} | ${units} | failed: ${error.message.trim().split('\n').at(-1)} | | | | |`);
      continue;
    }
    const seconds = median(times.map((each) => each.seconds));
    const cpu = median(times.map((each) => each.cpu ?? NaN));
    const memory = median(times.map((each) => each.memory ?? NaN));
    console.log(
      `| ${vertices} | ${units} | ${seconds.toFixed(2)} | ${cpu.toFixed(2)} | ${((1e6 * cpu) / vertices).toFixed(2)} | ` +
        `${memory.toFixed(0)} | ${((memory * 2 ** 20) / vertices).toFixed(0)} |`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
