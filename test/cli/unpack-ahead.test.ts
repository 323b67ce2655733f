/** Packed tables unpacked before they are asked for: whatever becomes of it, what is read is what the file holds. */
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { plainInputs } from '../../src/cli/desk.js';
import { UnpackingAhead } from '../../src/cli/threads/unpack-ahead.js';
import { readTable } from '../../src/run/read-table.js';
import { makeFolder } from './run-command.js';

const folder = makeFolder();
afterAll(folder.remove);

/** Rows that pack badly, so that the file is worth beginning with. */
const rows = (first: number): string =>
  Array.from({ length: 60_000 }, (_, i) => `E${(i * 7919 + first * 104_729) % 99_991},${i}\n`).join('');
const packed = (first: number): Buffer => gzipSync(`code,people\n${rows(first)}`, { level: 1 });
const write = (name: string, content: Uint8Array): string => {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
};
const textOf = (whole: Uint8Array | null): string => new TextDecoder().decode(whole ?? undefined);

describe('tables unpacked ahead', () => {
  it('are given to whoever has read the same bytes, once', async () => {
    const ahead = new UnpackingAhead();
    ahead.begin([write('a.csv.gz', packed(1)), write('b.csv.gz', packed(2)), 'missing.csv.gz']);
    for (const first of [2, 1, 2])
      expect(textOf(await ahead.take(packed(first), 2 ** 30))).toBe(`code,people\n${rows(first)}`);
  });

  it('are not given where they unpack to more than may be', async () => {
    const ahead = new UnpackingAhead();
    ahead.begin([write('c.csv.gz', packed(3))]);
    expect(await ahead.take(packed(3), 1000)).toBeNull();
    expect(await ahead.take(packed(3), 1000)).toBeNull();
  });

  it('are nothing where they are damaged, or say a length of their own', async () => {
    const ahead = new UnpackingAhead();
    const damaged = packed(4).fill(7, 5000, 5100);
    const short = packed(5);
    short.writeUInt32LE(12, short.length - 4);
    ahead.begin([write('d.csv.gz', damaged), write('e.csv.gz', short)]);
    expect(await ahead.take(damaged, 2 ** 30)).toBeNull();
    expect(await ahead.take(short, 2 ** 30)).toBeNull();
  });

  it('are read as they are when they are read, whatever was begun before', async () => {
    for (const change of [
      (path: string) => writeFileSync(path, packed(7)),
      (path: string) => appendFileSync(path, packed(7)),
      (path: string) => rmSync(path),
    ]) {
      const path = write('f.csv.gz', packed(6));
      const inputs = plainInputs();
      inputs.expect([{ path, role: 'people' }]);
      change(path);
      const read = readTable(inputs, { path }, 'people');
      const alone = readTable(plainInputs({ threads: 1 }), { path }, 'people');
      const [one, other] = await Promise.allSettled([read, alone]);
      expect(one.status).toBe(other.status);
      if (one.status === 'fulfilled' && other.status === 'fulfilled') {
        expect(one.value.table.rowCount).toBe(other.value.table.rowCount);
        expect(one.value.table.distinct(0)).toEqual(other.value.table.distinct(0));
      }
    }
  });
});
