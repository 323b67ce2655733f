/**
 * Runs cases one after another and tells its parent of each before and after; the parent ends it where one hangs.
 */
import { openCases, runCase } from './run-case.js';

const [first, step] = process.argv.slice(2).map(Number) as [number, number];
const only = process.argv[4] ?? '';
const all = await openCases();
const seeds = only === '' ? all : all.filter(({ file }) => file.includes(only));
if (seeds.length === 0)
  throw new Error(`no seed is called ${only}: ${all.map(({ file }) => file).join(', ')}`);

const tell = (message: object): Promise<void> => new Promise((done) => process.send!(message, () => done()));

for (let number = first; ; number += step) {
  await tell({ begins: number, file: seeds[number % seeds.length]!.file });
  const before = process.memoryUsage.rss();
  const end = await runCase(seeds, number);
  await tell({ ...end, number, megabytes: Math.max(0, process.memoryUsage.rss() - before) / 2 ** 20 });
}
