/**
 * A run that is ended by a signal leaves no temporary file, and all of its files or none. COTERMINOUS_SIGNALS makes it
 * many tries of each kind in place of five.
 */
import { spawn } from 'node:child_process';
import { readdirSync, watch } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from './run-command.js';
import { councils, icbs } from './small-files.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const OUTPUTS = ['a.csv', 'b.json', 'c.md', 'd.html', 'e.xml', 'f.svg', 'g.topojson'];
const TRIES = Number(process.env['COTERMINOUS_SIGNALS'] ?? 5);
const PATIENCE = 60_000 + 10_000 * TRIES;

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly left: readonly string[];
}

/** Runs a report with many outputs; `kill` says when the signal goes: at a time, or when the first file is begun. */
function runAndKill(signal: NodeJS.Signals, after: number | 'writing'): Promise<Ended> {
  const { path, remove } = makeFolder({ 'icbs.geojson': icbs, 'councils.geojson': councils });
  const argv = ['overlap', 'icbs.geojson', 'councils.geojson', ...OUTPUTS.flatMap((name) => ['-o', name])];
  return new Promise((settle) => {
    const child = spawn(process.execPath, [resolve('bin/coterminous.js'), ...argv], {
      cwd: path,
      stdio: 'ignore',
    });
    const watcher = watch(path, (_, name) => {
      if (after === 'writing' && name?.endsWith('.tmp') === true) child.kill(signal);
    });
    const timer = after === 'writing' ? null : setTimeout(() => child.kill(signal), after);
    child.on('close', (code, by) => {
      watcher.close();
      if (timer !== null) clearTimeout(timer);
      settle({ code, signal: by, left: readdirSync(path).sort() });
      remove();
    });
  });
}

const INPUTS = ['councils.geojson', 'icbs.geojson'];
const ALL = [...INPUTS, ...OUTPUTS, 'a.csv-metadata.json'].sort();

describe.each(SIGNALS)('%s', (signal) => {
  test(
    'while files are written leaves all of them, and ends the process as it would have',
    async () => {
      const ended: Ended[] = [];
      for (let i = 0; i < TRIES; i++) ended.push(await runAndKill(signal, 'writing'));
      for (const { left } of ended) expect(left).toEqual(ALL);
      // A signal may come when the last file has its name already.
      expect(ended.some((each) => each.signal === signal)).toBe(true);
      for (const each of ended) expect(each.signal === signal || each.code === 0).toBe(true);
    },
    PATIENCE,
  );

  test(
    'at any other time leaves all files or none',
    async () => {
      for (let i = 0; i < TRIES; i++) {
        const { left } = await runAndKill(signal, 100 + Math.round((500 * i) / TRIES));
        expect([INPUTS, ALL]).toContainEqual(left);
      }
    },
    PATIENCE,
  );
});
