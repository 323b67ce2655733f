/** Pairs of units as they are read from combinations of three layers. */
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/result/result.js';
import type { Cell, Table } from '../../src/result/table.js';
import { tableOfCells } from '../../src/result/column-cells.js';
import { pairsOfCombinations } from '../../src/story/combinations.js';

const LAYERS = ['a', 'b', 'c'];

const columns: Table['columns'] = [
  ...LAYERS.flatMap((layer) =>
    (['code', 'name'] as const).map((kind) => ({
      heading: `${layer}_${kind}`,
      title: kind,
      kind,
      decimals: null,
      description: '',
      about: { layer, role: 'unit' as const },
    })),
  ),
  { heading: 'sliver', title: 'sliver', kind: 'flag', decimals: null, description: '', about: {} },
];

/** Rows of code and name in each layer, and whether they are a sliver, as rows and as columns. */
const tablesOf = (rows: readonly (readonly Cell[])[]): Table[] => {
  const words = { name: 'overlap', caption: '', columns };
  const cells = columns.map((_, place) => rows.map((row) => row[place]!));
  return [{ ...words, rows }, tableOfCells(words, { count: rows.length, columns: cells })];
};

/** For every two layers their pairs, each with its names. */
function pairsIn(rows: readonly (readonly Cell[])[]): Record<string, string[]> {
  const result = { layers: LAYERS.map((id) => ({ id })) } as unknown as Result;
  const [first, second] = tablesOf(rows).map((table) =>
    Object.fromEntries(
      pairsOfCombinations(result, table).map(({ a, b, rows: pairs }) => [
        `${a.id} ${b.id}`,
        pairs.map((pair) => `${pair.a} (${pair.nameA}) ${pair.b} (${pair.nameB})`),
      ]),
    ),
  );
  expect(second).toEqual(first);
  return first!;
}

describe('pairs of combinations', () => {
  it('are each told once, in the order of the rows, whichever third unit they come with; slivers are none', () => {
    expect(
      pairsIn([
        ['1', 'One', 'x', 'Ex', 'm', 'Em', false],
        ['1', 'One', 'x', 'Ex', 'n', 'En', false],
        ['1', 'One', 'y', 'Why', 'n', 'En', true],
        ['2', 'Two', 'x', 'Ex', 'm', 'Em', false],
        ['2', 'Two', null, null, 'n', 'En', false],
        [null, null, 'y', 'Why', 'm', 'Em', false],
      ]),
    ).toEqual({
      'a b': ['1 (One) x (Ex)', '2 (Two) x (Ex)'],
      'a c': ['1 (One) m (Em)', '1 (One) n (En)', '2 (Two) m (Em)', '2 (Two) n (En)'],
      'b c': ['x (Ex) m (Em)', 'x (Ex) n (En)', 'y (Why) m (Em)'],
    });
  });

  it('are of each of the units where a layer overlaps itself, each under its own name', () => {
    const found = pairsIn([
      ['1;2', 'One;Two', 'x;y', 'Ex;Why', 'm', 'Em', false],
      ['2', 'Two', 'y', 'Why', 'm', 'Em', false],
    ]);
    expect(found['a b']).toEqual(['1 (One) x (Ex)', '1 (One) y (Why)', '2 (Two) x (Ex)', '2 (Two) y (Why)']);
    expect(found['a c']).toEqual(['1 (One) m (Em)', '2 (Two) m (Em)']);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ])(
    'have the name of a cell of their own, where semicolons in names make those of several untold, %s it',
    (_, place) => {
      const rows = [['1;2', 'One; or Eins;Two', 'x', 'Ex', 'm', 'Em', false]];
      rows.splice(place, 0, ['1', 'One; or Eins', 'x', 'Ex', 'm', 'Em', false]);
      expect(pairsIn(rows)['a b']!.toSorted()).toEqual(['1 (One; or Eins) x (Ex)', '2 (2) x (Ex)']);
    },
  );
});
