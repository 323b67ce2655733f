/** A packed table that unpacks to more than can be held whole is refused as one that is so large by itself is. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Inputs } from '../../src/run/inputs.js';
import { memoryFiles } from '../../src/run/memory-files.js';
import { readTable } from '../../src/run/read-table.js';

const MOST = 2 ** 31;

/** A small packed table, said to unpack to so many bytes; memory for them is asked for and never touched. */
const unpackingTo = (length: number): Inputs => {
  const packed = gzipSync('code,people\nE1,1\n');
  packed.writeUInt32LE(length, packed.length - 4);
  return new Inputs({
    ...memoryFiles({ 'people.csv.gz': new Uint8Array(packed) }),
    gunzipWhole: () => Promise.resolve(new Uint8Array(length)),
  });
};

test('more than two GiB unpacked are refused by name, before anything is read of them', async () => {
  const reading = readTable(unpackingTo(MOST + 1), { path: 'people.csv.gz' }, 'people');
  await expect(reading).rejects.toThrow(
    'it is 2.0 GiB, and files of this format are read whole, up to 2 GiB',
  );
});
