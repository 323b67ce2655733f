/** The split units that a page lists, from a table of pairs. */
import { describe, expect, it } from 'vitest';
import { findSplits } from '../../src/story/splits.js';
import type { Result } from '../../src/result/result.js';

/** Codes of split units in the order of the page; a row is unit, the unit it lies in, and hectares. */
function order(...rows: readonly (readonly [string, string, number])[]): string[] {
  const unitColumns = ['icb', 'ltla'].flatMap((layer) => [
    { heading: `${layer}_code`, kind: 'code', about: { layer, role: 'unit' } },
    { heading: `${layer}_name`, kind: 'name', about: { layer, role: 'unit' } },
  ]);
  const columns = [
    ...unitColumns,
    { heading: 'relation', kind: 'text', about: {} },
    { heading: 'overlap_ha', kind: 'hectares', about: { role: 'amount' } },
  ];
  const result = {
    command: 'overlap',
    layers: [
      { id: 'icb', units: 2 },
      { id: 'ltla', units: 9 },
    ],
    tables: [{ name: 'overlap', columns, rows: rows.map(([b, a, ha]) => [a, a, b, b, 'partial', ha]) }],
  } as unknown as Result;
  return findSplits(result)[0]!.units.map(({ code, mainCode, outside }) =>
    [code, mainCode, outside].join(' '),
  );
}

describe('units that are split', () => {
  it('stand with most outside first', () => {
    expect(order(['p', 'A', 9], ['p', 'B', 1], ['q', 'A', 2], ['q', 'B', 5])).toEqual(['q B 2', 'p A 1']);
  });

  it('stand by code where as much is outside, whatever the order of the table', () => {
    expect(order(['q', 'A', 9], ['p', 'A', 7], ['p', 'B', 2], ['q', 'B', 2])).toEqual(['p A 2', 'q A 2']);
    expect(order(['p', 'A', 9], ['q', 'A', 7], ['q', 'B', 2], ['p', 'B', 2])).toEqual(['p A 2', 'q A 2']);
  });

  it('are none between neighbourhoods: dividing a council is what these are for', () => {
    const pairs = {
      name: 'overlap',
      columns: [
        ...['n', 'ltla'].flatMap((layer) => [
          { heading: `${layer}_code`, kind: 'code', about: { layer, role: 'unit' } },
          { heading: `${layer}_name`, kind: 'name', about: { layer, role: 'unit' } },
        ]),
        { heading: 'relation', kind: 'text', about: {} },
      ],
      rows: ['N1', 'N2'].map((code) => [code, code, 'p', 'p', 'within']),
    };
    const own = { ...pairs, name: 'neighbourhoods_ours' };
    const layers = [
      { id: 'n', units: 2 },
      { id: 'ltla', units: 1 },
    ];
    const splitsOf = (tables: unknown[]): number =>
      findSplits({ command: 'report', layers, tables, map: { pairs: [pairs] } } as unknown as Result).length;
    expect(splitsOf([])).toBe(1);
    expect(splitsOf([own])).toBe(0);
  });

  it('have the first of equal parts for their main one', () => {
    expect(order(['p', 'A', 5], ['p', 'B', 5])).toEqual(['p A 5']);
  });
});
