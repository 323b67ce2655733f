/** A folder as a cache: what was put comes back as it was, and nothing else ever does. */
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/cli/cache/cache-folder.js';
import type { Packed } from '../../src/layer/packed.js';
import { makeFolder } from './run-command.js';

const { path, remove } = makeFolder({ 'a file': 'of somebody' });
afterAll(remove);

let folders = 0;
const fresh = (): string => join(path, `cache ${folders++}`);

/** A cache and what it says. */
function open(folder: string, most?: number): { cache: ReturnType<typeof cacheFolder>; said: string[] } {
  const said: string[] = [];
  return { cache: cacheFolder(folder, (text) => said.push(text), most), said };
}

const packed: Packed = {
  facts: { name: 'Ünit “one”', none: null, list: [1, 0.1, [true]] },
  arrays: [
    Int8Array.of(1, -1, 1),
    Float64Array.of(0.1, -0, NaN, Infinity),
    new Int32Array(0),
    Uint32Array.of(2 ** 32 - 1),
    Int32Array.of(1, 2, 3).subarray(1),
  ],
};

const entryOf = (folder: string): string => join(folder, readdirSync(folder)[0]!);

describe('a cache in a folder', () => {
  test('gives back what was put, to whoever opens the folder next', () => {
    const folder = fresh();
    open(folder).cache.put('key', packed);
    const { cache, said } = open(folder);
    expect(cache.get('key')).toEqual(packed);
    expect(cache.get('another key')).toBeNull();
    expect(said).toEqual([]);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.kept$/)]);
  });

  test('has the arrays of an entry where it was read, not copies of them', () => {
    const folder = fresh();
    open(folder).cache.put('key', packed);
    const arrays = open(folder).cache.get('key')!.arrays;
    expect(new Set(arrays.map(({ buffer }) => buffer)).size).toBe(1);
  });

  test('takes nothing from an entry with any byte changed, or cut short anywhere, or with more at its end', () => {
    const folder = fresh();
    open(folder).cache.put('key', packed);
    const entry = entryOf(folder);
    const whole = readFileSync(entry);
    const { cache, said } = open(folder);
    for (let at = 0; at < whole.length; at++) {
      for (const flip of [1, 0x80, 0xff]) {
        const changed = Uint8Array.from(whole);
        changed[at]! ^= flip;
        writeFileSync(entry, changed);
        expect(cache.get('key')).toBeNull();
      }
      writeFileSync(entry, whole.subarray(0, at));
      expect(cache.get('key')).toBeNull();
    }
    writeFileSync(entry, Buffer.concat([whole, Buffer.alloc(8)]));
    expect(cache.get('key')).toBeNull();
    // Said once, however many there are.
    expect(said).toEqual([expect.stringMatching(/^cache: an entry in .* is damaged/)]);
    cache.put('key', packed);
    expect(cache.get('key')).toEqual(packed);
  });

  test('takes nothing from an entry under the name of another', () => {
    const folder = fresh();
    const { cache } = open(folder);
    cache.put('key', packed);
    const whole = readFileSync(entryOf(folder));
    rmSync(entryOf(folder));
    cache.put('other', packed);
    writeFileSync(entryOf(folder), whole);
    expect(cache.get('other')).toBeNull();
  });

  test('says once where nothing can be kept, and goes on', () => {
    const { cache, said } = open(join(path, 'a file'));
    cache.put('key', packed);
    cache.put('other', packed);
    expect(cache.get('key')).toBeNull();
    expect(said).toEqual([expect.stringMatching(/^cache: nothing can be kept in .* \(it is no folder\)/)]);
  });

  test.skipIf(process.getuid?.() === 0)('reads a folder that may only be read', () => {
    const folder = fresh();
    open(folder).cache.put('key', packed);
    chmodSync(folder, 0o500);
    const { cache, said } = open(folder);
    cache.put('other', packed);
    expect([cache.get('key'), said.length]).toEqual([packed, 1]);
    chmodSync(folder, 0o700);
  });

  test.skipIf(process.platform === 'win32')(
    'does not wait for a pipe, nor read a folder, in the place of an entry',
    () => {
      const folder = fresh();
      open(folder).cache.put('key', packed);
      const entry = entryOf(folder);
      rmSync(entry);
      execFileSync('mkfifo', [entry]);
      expect(open(folder).cache.get('key')).toBeNull();
      rmSync(entry);
      mkdirSync(entry);
      const { cache, said } = open(folder);
      cache.put('key', packed);
      expect([cache.get('key'), said.length]).toEqual([null, 2]);
      // Nothing unfinished is left.
      expect(readdirSync(folder)).toHaveLength(1);
    },
  );

  test('makes room by what was used longest ago, and leaves what others have put into the folder', () => {
    const folder = fresh();
    open(folder).cache.put('1', packed);
    const size = readFileSync(entryOf(folder)).length;
    writeFileSync(join(folder, 'notes.txt'), 'x'.repeat(10 * size));
    const first = join(
      folder,
      readdirSync(folder).find((name) => name.endsWith('.kept'))!,
    );
    utimesSync(first, 1000, 1000);
    const { cache } = open(folder, 3 * size);
    cache.put('2', packed);
    cache.put('3', packed);
    expect(['1', '2', '3'].map((key) => cache.get(key) !== null)).toEqual([true, true, true]);
    for (const name of readdirSync(folder))
      if (join(folder, name) !== first) utimesSync(join(folder, name), 2000, 2000);
    // It was used just now, so another one goes.
    cache.put('4', packed);
    expect(['1', '4'].map((key) => cache.get(key) !== null)).toEqual([true, true]);
    expect(['2', '3'].filter((key) => cache.get(key) !== null)).toHaveLength(1);
    expect(readdirSync(folder)).toContain('notes.txt');
  });

  test('keeps an entry of just as much as may be kept, and none of a byte more', () => {
    const folder = fresh();
    open(folder).cache.put('key', packed);
    const size = readFileSync(entryOf(folder)).length;
    for (const [most, kept] of [
      [size - 1, 0],
      [size, 1],
      [size + 1, 1],
    ] as const) {
      const other = fresh();
      open(other, most).cache.put('key', packed);
      expect(readdirSync(other)).toHaveLength(kept);
    }
  });

  test('takes away what was begun a day ago and never finished', () => {
    const folder = fresh();
    open(folder).cache.put('1', packed);
    const left = (name: string, hours: number): string => {
      const file = join(folder, `${'0'.repeat(32)}.${name}.tmp`);
      writeFileSync(file, '');
      const at = Date.now() / 1000 - hours * 3600;
      utimesSync(file, at, at);
      return file;
    };
    left('0123456789ab', 25);
    left('0123456789ac', 23);
    open(folder).cache.put('2', packed);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([
      expect.stringContaining('9ac'),
    ]);
  });

  test('is not led astray by an empty entry', () => {
    const folder = fresh();
    open(folder).cache.put('key', packed);
    truncateSync(entryOf(folder), 0);
    expect(open(folder).cache.get('key')).toBeNull();
  });
});
