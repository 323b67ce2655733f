/** Order of codes, lists without repeats, search in sorted lists. */
import { expect, test } from 'vitest';
import { compareCodes, countBefore, distinctBy, firstOf } from '../../src/trouble/order.js';

test('codes stand in the order of their letters, capitals before small ones, on every machine', () => {
  expect(['b', 'É', 'a', 'B', 'E10', 'E1'].sort(compareCodes)).toEqual(['B', 'E1', 'E10', 'a', 'b', 'É']);
  expect(compareCodes('a', 'a')).toBe(0);
  expect(compareCodes(Infinity, Infinity)).toBe(0);
});

test('the first item of each key is kept', () => {
  expect(distinctBy(['ax', 'b', 'ay', 'bz'], (word) => word[0]!)).toEqual(['ax', 'b']);
});

test('as many items come before a place as are smaller, none and all included', () => {
  const sorted = [1, 3, 3, 5];
  const before = (place: number): number => countBefore(sorted.length, (i) => sorted[i]! < place);
  expect([0, 1, 2, 3, 4, 5, 6].map(before)).toEqual([0, 0, 1, 1, 3, 3, 4]);
  expect(countBefore(0, () => true)).toBe(0);
});

test('the first items of an order are those of the whole list sorted, equal ones as they stood', () => {
  const items = Array.from({ length: 500 }, (_, place) => ({ size: (place * 7919) % 83, place }));
  const bySize = (p: { size: number }, q: { size: number }): number => p.size - q.size;
  const sorted = [...items].sort(bySize);
  for (const most of [1, 2, 99, 100, 249, 250, 251, 499, 500, 501])
    expect(firstOf(items, most, bySize)).toEqual(sorted.slice(0, most));
  expect(firstOf([], 3, bySize)).toEqual([]);
});
