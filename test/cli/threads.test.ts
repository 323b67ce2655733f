/** `--threads`: real threads of a real process; nothing written depends on them. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lentThread } from '../../src/arrangement/second-thread.js';
import { lendWorker } from '../../src/cli/threads/lend-worker.js';
import { startThread } from '../../src/cli/threads/start-thread.js';
import { compileAtBest } from '../../src/cli/threads/compile-at-best.js';
import { hasLargeMaps, wantsThread, WORTH_A_THREAD } from '../../src/cli/threads/wants-thread.js';
import { makeFolder, runCommand } from './run-command.js';
import { runProcess } from './run-process.js';

/** Squares with many points on their borders, so that the file is large: `size` × `size`, shifted by some degrees. */
function squares(field: string, size: number, shift: number): string {
  const features = Array.from({ length: size * size }, (_, i) => {
    const [west, south] = [-2 + shift + (i % size) * (1 / size), 52 + shift + Math.floor(i / size) / size];
    const side = 1 / size;
    const ring = Array.from({ length: 401 }, (__, k) => {
      const [edge, along] = [Math.floor(k / 100) % 4, ((k % 100) / 100) * side];
      const bend = Math.sin(k * 1.3 + shift * 99) * side * 0.02 * Number(k % 100 > 0);
      const corner = [
        [west + along, south + bend],
        [west + side + bend, south + along],
        [west + side - along, south + side + bend],
        [west + bend, south + side - along],
      ][edge]!;
      return corner.map((x) => Number(x.toFixed(7)));
    });
    const code = `E0600${String(1000 + i)}`;
    return {
      type: 'Feature',
      properties: { [`${field}CD`]: code, [`${field}NM`]: `Unit ${i}` },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const folder = makeFolder();
const file = (name: string): string => join(folder.path, name);

beforeAll(() => {
  writeFileSync(file('a.geojson'), squares('LAD25', 10, 0));
  writeFileSync(file('b.geojson'), squares('ICB24', 9, 0.013));
  writeFileSync(file('b.geojson.gz'), gzipSync(squares('ICB24', 9, 0.013)));
});
afterAll(folder.remove);

/** All that a command wrote, by name. */
async function written(argv: readonly string[]): Promise<Record<string, string>> {
  const out = file(`out-${Math.random()}`);
  mkdirSync(out);
  const { code, stderr } = await runProcess([
    ...argv,
    '--quiet',
    '-o',
    join(out, 'r.csv'),
    '-o',
    join(out, 'r.json'),
  ]);
  expect([code, stderr]).toEqual([0, '']);
  return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

describe('--threads', () => {
  it.each([
    ['overlap', ['a.geojson', 'b.geojson']],
    ['overlap', ['a.geojson', 'b.geojson.gz']],
    ['align', ['a.geojson', 'b.geojson']],
  ])(
    '%s writes the same bytes with 1, 2 and 4',
    async (command, names) => {
      const argv = [command, ...names.map(file)];
      const alone = await written([...argv, '--threads', '1']);
      for (const threads of ['2', '4']) expect(await written([...argv, '--threads', threads])).toEqual(alone);
      expect(await written(argv)).toEqual(alone);
    },
    120_000,
  );

  it('wants a whole number', async () => {
    for (const threads of ['two', '-1', '1.5', '']) {
      const { code, stderr } = await runCommand(['overlap', file('a.geojson'), '--threads', threads]);
      expect(code).toBe(2);
      expect(stderr).toContain('--threads');
    }
  });

  it('starts a second one from two million bytes on, where there is a core', () => {
    const named = (bytes: number): string => {
      writeFileSync(file('of-size.geojson'), new Uint8Array(bytes));
      return file('of-size.geojson');
    };
    const wanted = (bytes: number): boolean => wantsThread(['overlap', `x=${named(bytes)}`], 2);
    expect([WORTH_A_THREAD - 1, WORTH_A_THREAD, WORTH_A_THREAD + 1].map(wanted)).toEqual([false, true, true]);
    expect(wantsThread(['overlap', named(3_000_000)], 1)).toBe(false);
    expect(wantsThread(['overlap', named(3_000_000), '--threads', '2'], 1)).toBe(true);
    expect(wantsThread(['overlap', named(3_000_000), '--threads=1'], 8)).toBe(false);
    expect(wantsThread(['report', 'coterminous.yaml'], 8)).toBe(false);
    expect(wantsThread(['report', 'coterminous.yaml', '--threads', '2'], 8)).toBe(true);
    expect(wantsThread(['overlap', named(3_000_000), '--threads', '0'], 8)).toBe(true);
    expect(wantsThread(['render', named(3_000_000)], 8)).toBe(false);
    expect(wantsThread(['overlap', file('nothing.geojson'), 'england:icb'], 8)).toBe(false);
    expect(wantsThread(['overlap', `${'a'.repeat(300)}.geojson`], 8)).toBe(false);
  });
});

describe('the kernel of large maps', () => {
  it('is compiled at its best, and what is kept of the program stays good', () => {
    const flags = cachedDataVersionTag();
    const asBefore = compileAtBest();
    expect(cachedDataVersionTag()).not.toBe(flags);
    asBefore();
    expect(cachedDataVersionTag()).toBe(flags);
  });

  it('is so with one thread too', () => {
    const named = (bytes: number): readonly string[] => {
      writeFileSync(file('of-size.geojson'), new Uint8Array(bytes));
      return ['overlap', file('of-size.geojson'), '--threads', '1'];
    };
    const large = (bytes: number): boolean => hasLargeMaps(named(bytes));
    expect([WORTH_A_THREAD - 1, WORTH_A_THREAD, WORTH_A_THREAD + 1].map(large)).toEqual([false, true, true]);
    expect(hasLargeMaps(['render', file('of-size.geojson')])).toBe(false);
  });
});

describe('a second thread that', () => {
  it.each([
    ['cannot be started', null],
    ['falls over at once', 'throw new Error("no")'],
    [
      'falls over when it is asked',
      'import("node:worker_threads").then((w) => w.parentPort.on("message", () => process.exit(1)))',
    ],
    [
      'never answers',
      'import("node:worker_threads").then((w) => w.parentPort.on("message", () => undefined))',
    ],
  ])(
    '%s changes nothing and keeps nothing alive',
    async (_, script) => {
      const path = file('thread.mjs');
      if (script !== null) writeFileSync(path, script);
      const alone = await runCommand([
        'overlap',
        file('a.geojson'),
        file('b.geojson'),
        '--json',
        '--threads',
        '1',
      ]);
      const worker = startThread(script === null ? file('nothing.mjs') : path);
      lendWorker(worker);
      const ran = await runCommand([
        'overlap',
        file('a.geojson'),
        file('b.geojson'),
        '--json',
        '--threads',
        '1',
      ]);
      expect(ran).toEqual(alone);
      await worker.terminate();
      expect(lentThread()).toBe(null);
    },
    60_000,
  );
});
