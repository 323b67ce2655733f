/** What of a unit lies outside the other layer, and whether that is only coast. */
import { expect, it } from 'vitest';
import { NO_UNIT } from '../../src/arrangement/labels.js';
import type { Amount, OverlapPair } from '../../src/measures/pairs/pairs-of-layers.js';
import { standings } from '../../src/measures/pairs/relations.js';

const pair = (b: number, area: number, amounts: readonly Amount[] = []): OverlapPair => ({
  a: 0,
  b,
  material: true,
  area,
  sliverArea: 0,
  patches: 1,
  maxWidth: 1,
  amounts,
});

/** Whether a unit of 10,000 m² sticks out, with so much of it outside the other layer. */
const sticksOut = (outside: number, amounts: readonly Amount[] = []): boolean =>
  standings(
    {
      pairs: [pair(0, 10_000 - outside, amounts), pair(NO_UNIT, outside, amounts)],
      areasA: Float64Array.of(10_000),
      areasB: Float64Array.of(10_000),
    },
    1,
    1,
  ).a.sticksOut[0] === 1;

it('up to a hundredth of the land is coast where nothing is known of people', () => {
  expect([99, 100, 101].map((outside) => sticksOut(outside))).toEqual([false, false, true]);
});

it('land without people is coast, however large; land with people of any measure is not', () => {
  const nobody: Amount = { people: 0, blocks: 0 };
  const somebody: Amount = { people: 1, blocks: 1 };
  expect(sticksOut(5000, [nobody, nobody])).toBe(false);
  expect(sticksOut(1, [somebody, nobody])).toBe(true);
  expect(sticksOut(1, [nobody, somebody])).toBe(true);
});

it('people whose count is suppressed are not nobody', () => {
  expect(sticksOut(1, [{ people: 0, blocks: 0, suppressed: true }])).toBe(true);
});
