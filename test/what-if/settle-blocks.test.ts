/** A sliver of a small area goes with the rest of it; a part that people may be placed on stays a piece of its own. */
import { expect, it } from 'vitest';
import { NO_UNIT } from '../../src/arrangement/labels.js';
import { settleBlocks } from '../../src/measures/what-if/settle-blocks.js';
import type { Sheet } from '../../src/measures/people/sheet.js';

/** A sheet of faces with these hectares, on some of which people are placed with these shares. */
const sheetOf = (
  area: readonly number[],
  shares: readonly (readonly [face: number, share: number])[],
): Sheet =>
  ({
    arrangement: { area: Float64Array.from(area) },
    measures: [
      {
        shares: {
          face: Int32Array.from(shares, ([face]) => face),
          share: Float64Array.from(shares, ([, share]) => share),
        },
      },
    ],
  }) as unknown as Sheet;

// Faces 0 and 1 are of area 0, faces 2 and 3 of area 1, face 4 of no area.
const labels = {
  base: Int32Array.of(0, 1, 1, 0, 1),
  other: Int32Array.of(5, 6, 6, 5, 6),
  block: Int32Array.of(0, 0, 1, 1, NO_UNIT),
};

it('what nobody is placed on is where most of the area is', () => {
  const settled = settleBlocks(
    sheetOf(
      [90, 1, 90, 1, 1],
      [
        [0, 1],
        [2, 1],
      ],
    ),
    labels,
  );
  expect([...settled.base]).toEqual([0, 0, 1, 1, 1]);
  expect([...settled.other]).toEqual([5, 5, 6, 6, 6]);
});

it('a part with a share stays, and one with a share of nothing goes', () => {
  const shares = [
    [0, 0.9],
    [1, 0.1],
    [2, 1],
    [3, 0],
  ] as const;
  expect([...settleBlocks(sheetOf([90, 1, 90, 1, 1], shares), labels).base]).toEqual([0, 1, 1, 1, 1]);
});

it('with nobody placed anywhere in an area all of it stays as it is, and what was given is not changed', () => {
  const settled = settleBlocks(sheetOf([90, 1, 90, 1, 1], [[2, 1]]), labels);
  expect([...settled.base]).toEqual([0, 1, 1, 1, 1]);
  expect([...labels.base]).toEqual([0, 1, 1, 0, 1]);
});

it('of parts that count the one with most land takes the slivers', () => {
  const three = {
    base: Int32Array.of(0, 1, 2),
    other: Int32Array.of(0, 0, 0),
    block: Int32Array.of(7, 7, 7),
  };
  const shares = [
    [0, 0.5],
    [1, 0.5],
  ] as const;
  expect([...settleBlocks(sheetOf([40, 41, 1], shares), three).base]).toEqual([0, 1, 1]);
  expect([...settleBlocks(sheetOf([41, 40, 1], shares), three).base]).toEqual([0, 1, 0]);
});
