/**
 * Damaged files for as long as it is told to.
 *
 *     npm run fuzz                             a minute
 *     npm run fuzz -- --seconds 3600           an hour
 *     npm run fuzz -- --cases 100000 --jobs 2  so many cases, in two processes
 *     npm run fuzz -- --first 4711 --cases 1   one case again
 *     npm run fuzz -- --only kml               files whose name has a word in it
 *
 * A case is its number: which file, which command and how it is damaged follow from it. Ends with 1 where any case ends
 * in a fault of the tool, hangs over ten seconds, takes over a gigabyte or leaves half a file. A fault found is mended
 * and becomes a test of the reader concerned.
 */
import { fork } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clearTimeout, setTimeout } from 'node:timers';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const SECONDS_OF_A_CASE = 10;
const MEGABYTES = 1024;

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    cases: { type: 'string' },
    first: { type: 'string', default: '0' },
    jobs: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const [first, jobs] = [Number(values.first), Number(values.jobs)];
const cases = values.cases === undefined ? Infinity : Number(values.cases);
const end = values.cases === undefined ? Date.now() + 1000 * Number(values.seconds) : Infinity;

const folder = join('node_modules', '.cache', `coterminous-fuzz-${process.pid}`);
mkdirSync(folder, { recursive: true });
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
await build({
  entryPoints: ['test/fuzz/worker.ts'],
  outfile: join(folder, 'worker.mjs'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
  // Data files and schemas are found from the place of the module, two folders below the project's.
  define: { 'import.meta.url': JSON.stringify(new URL('../../dist/cli/main.js', import.meta.url).href) },
});

const tally = new Map();
const faults = [];
let done = 0;
await Promise.all(Array.from({ length: jobs }, (_, job) => work(first + job)));

for (const [file, row] of [...tally].sort())
  console.log(
    `${file.padEnd(22)} ${String(row.cases).padStart(7)} cases: ${row.answered} answered, ${row.refused} refused, ${row.faults} faults; slowest ${(row.slowest / 1000).toFixed(1)} s`,
  );
console.log(`${done} cases, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Cases from a number on, in a process that is started again where one hangs or falls over. */
async function work(from) {
  let next = from;
  while (next < first + cases && Date.now() < end) next = await runFrom(next);
}

function runFrom(number) {
  return new Promise((resolve) => {
    const child = fork(join(folder, 'worker.mjs'), [String(number), String(jobs), values.only], {
      execArgv: ['--max-old-space-size=2048'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let [current, file, timer, told] = [number, '', undefined, ''];
    const stop = (fault) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill('SIGKILL');
      if (fault !== null) note(file, current, 'faults', fault);
      resolve(current + jobs);
    };
    child.stderr.on('data', (text) => (told = (told + text).slice(-2000)));
    child.on('exit', (code, signal) => stop(`the process ended (${code ?? signal}): ${told.trim()}`));
    child.on('message', (message) => {
      if ('begins' in message) {
        [current, file] = [message.begins, message.file];
        if (current >= first + cases || Date.now() >= end) {
          current -= jobs;
          stop(null);
          current = Infinity;
          return resolve(Infinity);
        }
        clearTimeout(timer);
        timer = setTimeout(() => stop(`over ${SECONDS_OF_A_CASE} s`), 1000 * SECONDS_OF_A_CASE);
        return;
      }
      const { fault, code, milliseconds, megabytes, command } = message;
      const row = rowOf(file);
      row.slowest = Math.max(row.slowest, milliseconds);
      const large = megabytes > MEGABYTES ? `took ${Math.round(megabytes)} MB` : null;
      note(
        file,
        current,
        (fault ?? large) ? 'faults' : code === 2 ? 'refused' : 'answered',
        fault ?? large,
        command,
      );
    });
  });
}

function rowOf(file) {
  if (!tally.has(file)) tally.set(file, { cases: 0, answered: 0, refused: 0, faults: 0, slowest: 0 });
  return tally.get(file);
}

function note(file, number, kind, fault, command = []) {
  done++;
  const row = rowOf(file);
  row.cases++;
  row[kind]++;
  if (kind === 'faults') {
    faults.push(`case ${number}, ${file} (${command.join(' ')}): ${fault}`);
    console.log(faults.at(-1));
  }
  if (done % 1000 === 0) console.log(`${done} cases, ${faults.length} faults`);
}
