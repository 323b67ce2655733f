/** Arrangements packed and had again: of random maps, deeply equal, and of no further use to their sets than before. */
import { expect, test } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { packArrangement, unpackArrangement } from '../../src/arrangement/pack-arrangement.js';
import { entryParts, readEntry } from '../../src/cli/cache/entry.js';
import { isPlain } from '../../src/layer/packed.js';
import { chance } from './chance.js';
import { drawMap } from './fuzz-case.js';
import { makeLayer } from './make-layer.js';

test('a sheet comes back as it was', () => {
  let sets = 0;
  for (let seed = 1; seed <= 150; seed++) {
    const roll = chance(seed);
    const { layers, lattice } = drawMap(roll);
    const lands = layers.map((features) => makeLayer(features, roll.once(2) ? 'parity' : 'union'));
    const made = buildArrangement(lands, lattice);
    const packed = packArrangement(made);
    expect(isPlain(packed.facts)).toBe(true);
    const parts = entryParts('tool', 'key', packed);
    const bytes = Uint8Array.from(Buffer.concat(parts));
    const read = readEntry(bytes.buffer, parts[parts.length - 1]!, 'tool', 'key');
    const again = unpackArrangement(read!);
    expect(again).toEqual(made);
    made.labels.forEach((label, l) => {
      sets += label.sets.count - label.sets.singles;
      const members = [0, 1, 2, 3];
      expect(again.labels[l]!.sets.number(members)).toBe(label.sets.number(members));
    });
  }
  expect(sets).toBeGreaterThan(100);
});

test('an entry of another tool, or another key, is none', () => {
  const parts = entryParts('tool', 'key', { facts: 1, arrays: [] });
  const bytes = Uint8Array.from(Buffer.concat(parts)).buffer;
  const digest = parts[parts.length - 1]!;
  expect(readEntry(bytes, digest, 'tool', 'key')).toEqual({ facts: 1, arrays: [] });
  expect(readEntry(bytes, digest, 'tool 2', 'key')).toBeNull();
  expect(readEntry(bytes, digest, 'tool', 'key 2')).toBeNull();
});

test.each([-0, NaN, Infinity, [undefined], new Map(), () => 1, { deep: [{ deeper: -0 }] }])(
  'JSON does not hold %s',
  (value) => expect(isPlain(value)).toBe(false),
);
