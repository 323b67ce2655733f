/** A layer as large as the small areas of England and Wales, whole and the same to the byte whatever happens on the way. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchSource } from '../../src/source/fetch-source.js';
import type { FetchOptions } from '../../src/source/source.js';
import { makeFolder } from '../cli/run-command.js';
import { runProcess } from '../cli/run-process.js';
import { ALL_FAILING, codeOf, openPortal, type Portal } from './portal.js';

const UNITS = 35_672;
/** How long a slow page takes, and how long one is waited for where there is one: a loaded machine answers all others sooner. */
const [SLOW_MS, PATIENCE_MS] = [12_000, 8_000];
let portal: Portal;
let cache: ReturnType<typeof makeFolder>;
beforeEach(async () => {
  cache = makeFolder();
  portal = await openPortal({ units: UNITS, slowMs: SLOW_MS });
});
afterEach(async () => {
  cache.remove();
  await portal.close();
});

const textOf = async (options: FetchOptions = {}): Promise<string> => {
  const limits = { backOffMs: 5, replyMs: 60_000, retries: 8, ...options.limits };
  const { path } = await fetchSource(portal.layer, { cacheFolder: cache.path, seed: 1, ...options, limits });
  return readFileSync(path, 'utf8');
};

/** What stands in the cache that is no finished file. */
const unfinished = (): string[] =>
  readdirSync(cache.path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.part|pages-/.test(name));

test('pages of 2,000 arrive in any order, and each failure once', async () => {
  const first = await textOf();
  const { features } = JSON.parse(first) as { features: { properties: { LSOA21CD: string } }[] };
  expect(features.map(({ properties }) => properties.LSOA21CD)).toEqual(
    Array.from({ length: UNITS }, (_, i) => codeOf(i + 1)),
  );
  expect(portal.offsets()).toHaveLength(18);

  portal.change({ delay: (page) => (page * 37) % 50, gzip: true });
  expect(await textOf({ refresh: true, limits: { atOnce: 6 } })).toBe(first);

  portal.change({ gzip: false, delay: () => 0 });
  const half = ALL_FAILING.length >> 1;
  for (const failing of [ALL_FAILING.slice(0, half), ALL_FAILING.slice(half)]) {
    portal.failFirst(failing);
    const progress: number[] = [];
    const text = await textOf({
      refresh: true,
      limits: failing.includes('slow') ? { replyMs: PATIENCE_MS } : {},
      progress: ({ features: sofar }) => void progress.push(sofar ?? -1),
    });
    expect(text).toBe(first);
    expect(portal.unfailed()).toBe(0);
    expect(Math.max(...progress)).toBe(UNITS);
    expect(unfinished()).toEqual([]);
  }
});

test('a fetching whose process was killed goes on where it was', async () => {
  portal.change({ delay: () => 30 });
  const killed = new Promise<NodeJS.Signals | null>((done) => {
    const child = spawn(process.execPath, [resolve('bin/coterminous.js'), 'inspect', portal.layer], {
      env: { ...process.env, XDG_CACHE_HOME: cache.path },
      stdio: 'ignore',
    });
    portal.onPage((page) => page === 11 && child.kill('SIGKILL'));
    child.on('close', (_, signal) => done(signal));
  });
  expect(await killed).toBe('SIGKILL');
  expect(unfinished().filter((name) => /\d{9}-2000$/.test(name)).length).toBeGreaterThan(5);
  expect(
    readdirSync(cache.path, { recursive: true, encoding: 'utf8' }).filter((name) => /json/.test(name)),
  ).toEqual([]);

  portal.onPage(() => undefined);
  const before = portal.offsets().length;
  const { code, stderr } = await runProcess(['inspect', portal.layer], {
    env: { XDG_CACHE_HOME: cache.path },
  });
  expect(code, stderr).toBe(0);
  expect(portal.offsets().length - before).toBeLessThanOrEqual(12);
  const path = /kept as (.*)/.exec(stderr)![1]!;
  expect(readFileSync(path, 'utf8')).toBe(await textOf({ refresh: true }));
  expect(unfinished()).toEqual([]);
});
