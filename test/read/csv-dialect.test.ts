/** Bytes counted four at a time are those counted one by one, wherever the bytes begin and end. */
import { expect, it } from 'vitest';
import { countByte, lineAt } from '../../src/read/table/csv-dialect.js';

const FEED = 10;

it('counts a byte among all others, from any place to any other', () => {
  const whole = Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 256);
  for (let from = 0; from < 9; from++)
    for (let end = 0; end < 30; end++)
      for (const byte of [0, FEED, 34, 127]) {
        const bytes = whole.subarray(from);
        const oneByOne = bytes.subarray(0, end).filter((each) => each === byte).length;
        expect(countByte(bytes, byte, end)).toBe(oneByOne);
      }
});

it('counts more of them than one byte holds, also those that differ in one bit', () => {
  const feeds = new Uint8Array(50_003).fill(FEED);
  expect(countByte(feeds, FEED, feeds.length)).toBe(50_003);
  const others = Uint8Array.from({ length: 50_003 }, (_, i) => FEED ^ (1 << (i % 8)));
  expect(countByte(others, FEED, others.length)).toBe(0);
  expect(lineAt(feeds, 40_001, 7)).toBe(40_008);
});
