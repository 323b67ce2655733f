/**
 * Would a test notice? Makes one small mistake in the source at a time and runs the tests that must notice it.
 *
 *     npm run mutants                      every mutation of list.yaml
 *     npm run mutants -- coverage half     those whose file or words contain all of these
 *     npm run mutants -- --jobs 2          two at a time
 *
 * The mistakes are made in a temporary copy, never in the working folder. Ends with 1 where a mutation survives or
 * does not run, or where the tests fail without any.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { copySource, endRuns, removeCopy, runTests } from './copied-source.mjs';
import { choose, readList } from './read-list.mjs';

/** A mutation that makes the tests run this long has been noticed. */
const SECONDS = 120;

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values, positionals: words } = parseArgs({
  options: { jobs: { type: 'string', default: '1' }, help: { type: 'boolean', default: false } },
  allowPositionals: true,
});
if (values.help) {
  console.log(
    'npm run mutants -- [WORD …] [--jobs N]   mutations whose file or words contain all WORDs, N at a time',
  );
  process.exit(0);
}
const jobs = Number(values.jobs);
if (!(Number.isInteger(jobs) && jobs >= 1)) stop(`--jobs takes a whole number, not ${values.jobs}`);
const { mutants: all, lost } = readList('test/mutants/list.yaml');
if (lost.length > 0) stop(`the list does not fit the source\n${lost.join('\n')}`);
const mutants = choose(all, words);
if (mutants.length === 0) stop(`no mutation has the words ${words.join(' ')}`);

const copies = [];
const cleanUp = () => {
  endRuns();
  copies.splice(0).forEach(removeCopy);
};
process.on('exit', cleanUp);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

for (let i = 0; i < Math.min(jobs, mutants.length); i++) copies.push(copySource());
const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))];
const sound = await runTests(copies[0], tests, { bail: false, seconds: 5 * SECONDS });
if (sound.end !== 'passed')
  stop(`without any mutation the tests end so: ${sound.end} ${sound.test ?? ''}\n${sound.output ?? ''}`);

const waiting = mutants.map((mutant, i) => ({ ...mutant, i }));
const ends = [];
await Promise.all(copies.map(work));
const bad = mutants.filter((_, i) => !['failed', 'timed out'].includes(ends[i]));
print(`${mutants.length - bad.length} of ${mutants.length} mutations are noticed`);
for (const { file, breaks, find, put } of bad) print(`\n${file}: ${breaks}\n  - ${find}\n  + ${put}`);
process.exitCode = bad.length === 0 ? 0 : 1;

/** Takes one mutation after another. */
async function work(folder) {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const path = join(folder, mutant.file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.split(mutant.find).join(mutant.put));
    const {
      end,
      test = '',
      output = '',
    } = await runTests(folder, mutant.tests, { bail: true, seconds: SECONDS });
    writeFileSync(path, text);
    ends[mutant.i] = end;
    const word = { passed: 'SURVIVED', failed: 'noticed', broken: 'BROKEN', 'timed out': 'timed out' }[end];
    print([word.padEnd(9), mutant.file.replace(/^src\//, '').padEnd(40), mutant.breaks].join('  '));
    if (test !== '') print(`${' '.repeat(11)}by: ${test}`);
    if (end === 'broken') print(output);
  }
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
