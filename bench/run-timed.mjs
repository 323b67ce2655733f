/**
 * Runs a command to its end: what it printed, seconds by the clock, and of processors, its children's included.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const TIMED = 'TIMEFORMAT="%U %S"; { time "${@:2}" 2>&3; } 3>&2 2>"$1"';

/** Throws the last words of a command that fails. */
export function runTimed(command, words, { cwd, env = process.env }) {
  const folder = mkdtempSync(join(tmpdir(), 'coterminous-times-'));
  const times = join(folder, 'times');
  try {
    const began = performance.now();
    const { status, stdout, stderr } = spawnSync('bash', ['-c', TIMED, 'bash', times, command, ...words], {
      cwd,
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(stderr.slice(-2000));
    const [user, system] = readFileSync(times, 'utf8').trim().split(' ').map(Number);
    return { stdout, seconds: (performance.now() - began) / 1000, processor: user + system };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
