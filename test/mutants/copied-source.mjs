/**
 * A copy of the project in a temporary folder, where a mutation does no harm, and tests that run in it.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';

const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', 'coverage', 'bench']);

/** Copies the project; its packages are links, in a folder of its own so that nothing is written among them. */
export function copySource() {
  const folder = mkdtempSync(join(tmpdir(), 'coterminous-mutants-'));
  for (const name of readdirSync('.')) {
    if (!LEFT_OUT.has(name)) cpSync(name, join(folder, name), { recursive: true, preserveTimestamps: true });
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (!name.startsWith('.')) symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
  return folder;
}

/** Takes a copy away; the links go, not what they lead to. */
export const removeCopy = (folder) => rmSync(folder, { recursive: true, force: true });

/**
 * Runs test files in a copy until one fails. Gives `end`: 'passed', 'failed' (with the name of the `test`), 'broken'
 * (no test failed, yet it did not go well: `output` says why) or 'timed out'.
 */
export function runTests(folder, tests, { bail, seconds }) {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const argv = ['run', '--mode', 'quick', '--reporter', 'json', '--outputFile', report];
  if (bail) argv.push('--bail', '1');
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  return new Promise((settle) => {
    // A group of its own, so that its workers end with it.
    const child = spawn(process.execPath, [vitest, ...argv, ...tests], { cwd: folder, detached: true });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endGroup(child);
    }, seconds * 1000);
    child.on('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      const test = firstFailure(report);
      if (late) settle({ end: 'timed out' });
      else if (code === 0) settle({ end: 'passed' });
      else settle(test === null ? { end: 'broken', output } : { end: 'failed', test, output });
    });
  });
}

const running = new Set();

/** Ends every run of tests that has not ended by itself. */
export const endRuns = () => running.forEach(endGroup);

function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Full name of the first test that failed, or null. */
function firstFailure(report) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    return results.find(({ status }) => status === 'failed')?.fullName ?? null;
  } catch {
    return null;
  }
}
