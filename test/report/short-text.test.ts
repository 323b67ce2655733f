/** Lists as short text come back as they were, and are short. */
import { describe, expect, it } from 'vitest';
import { decodePairs, encodePairs, type PairRow } from '../../src/report/html/pair-text.js';
import {
  decodeArcs,
  decodePolygons,
  decodeTexts,
  encodeArcs,
  encodePolygons,
  encodeTexts,
  orderOfArcs,
} from '../../src/report/html/short-text.js';

describe('short text', () => {
  it('gives back arcs, wherever they begin', () => {
    for (const arcs of [
      [],
      [[0, 0, 1, 1]],
      [
        [900, 5, -1, 7],
        [2, 880, 0, 0, 3, -4],
        [901, 5, 1, 1],
      ],
    ])
      expect(decodeArcs(encodeArcs(arcs))).toEqual(arcs);
  });

  it('gives back polygons: none, with holes, arcs backwards, the first arc backwards', () => {
    for (const units of [[], [[]], [[[[0, 1]]], [], [[[2, ~0], [~900]], [[77_000, 3]]], []]])
      expect(decodePolygons(encodePolygons(units), units.length)).toEqual(units);
  });

  it('gives back texts, shares no more than 35 signs, and is shorter for names like one another', () => {
    const long = 'x'.repeat(40);
    for (const texts of [
      [],
      [''],
      ['', 'a', ''],
      ['Barnet 001A', 'Barnet 001B', 'Bath'],
      [long, long, `${long}y`],
    ])
      expect(decodeTexts(encodeTexts(texts))).toEqual(texts);
    expect(encodeTexts(['Barnet 001A', 'Barnet 001B'])).toEqual(['0Barnet 001A', 'aB']);
  });

  it('puts arcs in an order in which neighbours follow one another, the same each time', () => {
    const far = 100_000;
    const arcs = [
      [0, 0],
      [far, far],
      [40, 0],
      [far, far + 40],
      [0, 40],
    ];
    expect(orderOfArcs(arcs)).toEqual([0, 2, 4, 1, 3]);
    expect(
      orderOfArcs([
        [5, 5],
        [5, 5],
      ]),
    ).toEqual([0, 1]);
  });
});

describe('pairs as text', () => {
  it('come back with their figures, known and not', () => {
    const rows: PairRow[] = [
      [0, 3, 'within', 12.5, [0, null]],
      [0, 1, 'partial', null, [1_234_567, 0.5]],
      [7, 0, 'within', 0.0001, [3, 2]],
    ];
    expect(decodePairs(encodePairs(rows))).toEqual(rows);
    expect(decodePairs(encodePairs([]))).toEqual([]);
    expect(encodePairs(rows).decimals).toEqual([4, 0, 1]);
  });

  it('are exact for every figure of so many decimals', () => {
    const rows = Array.from({ length: 2000 }, (_, i): PairRow => [
      i,
      i % 7,
      'partial',
      Number((i * 1.37).toFixed(2)),
      [],
    ]);
    expect(decodePairs(encodePairs(rows))).toEqual(rows);
  });
});
