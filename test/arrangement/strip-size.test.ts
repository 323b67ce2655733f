/** Which maps are worked in strips: those over the bound, and all where it is wanted. */
import { afterEach, expect, test } from 'vitest';
import {
  MOST_AT_ONCE,
  STRIP_NODES,
  stripNodesFor,
  workInStrips,
} from '../../src/arrangement/strips/strip-size.js';

afterEach(() => workInStrips(null));

test('a map of as many positions as one memory holds is worked whole, one of a position more is not', () => {
  expect(stripNodesFor(MOST_AT_ONCE)).toBe(null);
  expect(stripNodesFor(MOST_AT_ONCE + 1)).toBe(STRIP_NODES);
});

test('strips are as small as is wanted, and no larger than a memory holds', () => {
  workInStrips(5);
  expect([stripNodesFor(1), stripNodesFor(MOST_AT_ONCE + 1)]).toEqual([5, 5]);
  workInStrips(STRIP_NODES + 1);
  expect(stripNodesFor(1)).toBe(STRIP_NODES);
});
