import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowsByUnit } from '../../src/story/rows-by-unit.js';

const codes = (...rows: string[]) => {
  const { asked, several } = rowsByUnit(rows);
  return [asked, ...several.map((own) => own.map((place) => rows[place]).join(' '))];
};

it('units with several rows, however the rows come', () => {
  expect(codes()).toEqual([0]);
  expect(codes('A')).toEqual([1]);
  expect(codes('A', 'A')).toEqual([1, 'A A']);
  expect(codes('A', 'B', 'B', 'C', 'D', 'D', 'D')).toEqual([4, 'B B', 'D D D']);
  expect(codes('B', 'A', 'B', 'A', 'C')).toEqual([3, 'B B', 'A A']);
  expect(codes('A', 'A', 'B', 'A')).toEqual([2, 'A A A']);
});

it('the order of units makes no difference to what each has', () => {
  const rows = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'AB', ''), fc.nat(99)), { maxLength: 20 });
  fc.assert(
    fc.property(rows, (given) => {
      const sorted = [...given].sort(([p], [q]) => (p < q ? -1 : p > q ? 1 : 0));
      const found = (list: typeof given) => {
        const { asked, several } = rowsByUnit(list.map(([code]) => code));
        const rowsOf = several.map((own) => own.map((place) => list[place]!));
        return { asked, several: new Map(rowsOf.map((own) => [own[0]![0], own])) };
      };
      expect(found(given)).toEqual(found(sorted));
      expect(found(given).asked).toBe(new Set(given.map(([code]) => code)).size);
    }),
  );
});
