/** What hangs on an estimated tolerance: pairs written by hand, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { NO_UNIT } from '../../src/arrangement/labels.js';
import { doubtsOfPairs, reportDoubts } from '../../src/measures/crossing/doubts.js';
import type { CrossedPair } from '../../src/measures/crossing/crossed-pair.js';
import { overlapTable } from '../../src/measures/crossing/overlap-table.js';
import { doubtsOf } from '../../src/measures/pairs/doubts.js';
import type { OverlapPair, PairsOfLayers } from '../../src/measures/pairs/pairs-of-layers.js';
import { quantitiesOf } from '../../src/rules/quantities.js';
import { sampleResult } from '../report/sample-result.js';
import { draw } from '../overlap/drawn-layers.js';

type Judged = readonly [half: boolean, is: boolean, twice: boolean];
const REAL: Judged = [true, true, true];
const SLIVER: Judged = [false, false, false];
const COUNTED: Judged = [true, true, false];
const SET_ASIDE: Judged = [true, false, false];

interface Written {
  readonly a: number;
  readonly b: number;
  readonly judged: Judged;
  readonly people?: number;
  readonly inPlace?: number;
}

const pairOf = ({
  a,
  b,
  judged: [ifHalf, material, ifTwice],
  people = 0,
  inPlace,
}: Written): OverlapPair => ({
  a,
  b,
  material,
  ifHalf,
  ifTwice,
  ...(inPlace === undefined ? {} : { inPlace: [inPlace] }),
  area: 2_400_000,
  sliverArea: 0,
  patches: 1,
  maxWidth: 800,
  amounts: [{ people, blocks: 1 }],
});

const landOf = (...written: Written[]): PairsOfLayers => ({
  pairs: written.map(pairOf),
  areasA: Float64Array.of(1e8, 1e8),
  areasB: Float64Array.of(1e8, 1e8),
  measures: [
    {
      name: 'people',
      basis: 'people as written',
      method: 'point in area',
      decimals: 0,
      total: 100,
      unitsA: Float64Array.of(50, 50),
      unitsB: Float64Array.of(50, 50),
    },
  ],
});

/** Doubts of the pairs, in order; blank for none. */
const doubts = (...written: Written[]): string[] => {
  const land = landOf(...written);
  const { ofPair } = doubtsOf(land, 2, 2);
  return land.pairs.map((pair) => ofPair.get(pair) ?? '');
};

describe('in doubt', () => {
  it('is a pair that another tolerance judges otherwise, and the relation of those that hang on it', () => {
    const whole = { a: 0, b: 0, judged: REAL };
    const other = { a: 1, b: 1, judged: REAL };
    expect(doubts(whole, other)).toEqual(['', '']);
    expect(doubts(whole, { a: 0, b: 1, judged: SLIVER }, other)).toEqual(['', '', '']);
    expect(doubts(whole, { a: 0, b: 1, judged: SET_ASIDE }, other)).toEqual([
      'relation',
      'set aside',
      'relation',
    ]);
    expect(doubts(whole, { a: 0, b: 1, judged: COUNTED }, other)).toEqual([
      'relation',
      'counted',
      'relation',
    ]);
  });

  it('is no relation that stays the same', () => {
    // Unit 0 of the first layer has two partners whatever becomes of its third.
    const written = [
      { a: 0, b: 0, judged: REAL },
      { a: 0, b: 1, judged: REAL },
      { a: 1, b: 0, judged: REAL },
      { a: 1, b: 1, judged: COUNTED },
    ];
    expect(doubts(...written)).toEqual(['', 'relation', 'relation', 'counted']);
  });

  it('is land outside where people live, or might, and no coast', () => {
    const outside = (judged: Judged, people: number, inPlace?: number): Written => ({
      a: 0,
      b: NO_UNIT,
      judged,
      people,
      ...(inPlace === undefined ? {} : { inPlace }),
    });
    const whole = { a: 0, b: 0, judged: REAL };
    expect(doubts(whole, outside(COUNTED, 0))).toEqual(['', '']);
    expect(doubts(whole, outside(COUNTED, 12))).toEqual(['relation', 'counted']);
    expect(doubts(whole, outside(SET_ASIDE, 0, 0))).toEqual(['', '']);
    expect(doubts(whole, outside(SET_ASIDE, 0, 12))).toEqual(['relation', 'set aside']);
  });

  it('is a unit that is shared, or not, by a pair that is', () => {
    const land = landOf(
      { a: 0, b: 0, judged: REAL },
      { a: 0, b: 1, judged: COUNTED },
      { a: 1, b: 1, judged: REAL },
    );
    const { sharedA, sharedB } = doubtsOf(land, 2, 2);
    expect([[...sharedA], [...sharedB]]).toEqual([[0], [1]]);
  });
});

describe('what is in doubt', () => {
  const [a, b] = [draw('a', 'p q'), draw('b', 'x y')];
  const land = landOf(
    { a: 0, b: 0, judged: REAL, people: 40 },
    { a: 0, b: 1, judged: SET_ASIDE, inPlace: 2000 },
    { a: 1, b: 1, judged: REAL, people: 50 },
  );
  const tolerance = { layers: ['a', 'b'], metres: 900, from: 'measured', estimated: true } as const;
  const crossed = { a, b, land, tolerance } as unknown as CrossedPair;
  const rows = doubtsOfPairs([crossed]);

  it('is said with its number, land, people and width', () => {
    const { sentences } = reportDoubts(rows, [tolerance], land.measures, [a, b]);
    expect(sentences).toEqual([
      'In doubt: 1 overlap of 240 ha with 2,000 people, 800 m wide (set aside) and the relation of 2 pairs that hang on them, because no one stated the tolerance and it was measured (a units and b units 900 m); --table doubts lists them, --tolerance METRES decides.',
    ]);
  });

  it('has a row each in the table of doubts, and is listed and flagged in that of overlaps', () => {
    const { tables } = reportDoubts(rows, [tolerance], land.measures, [a, b]);
    expect(tables[0]!.rows.map((row) => row.slice(0, 3).join(' → '))).toEqual([
      'relation → coterminous → contains',
      'overlap → set aside → counted',
      'relation → coterminous → within',
    ]);
    const table = overlapTable(a, b, land, { includeSlivers: false, includeOutside: false });
    const relation = table.columns.findIndex(({ heading }) => heading === 'relation');
    expect(table.columns.at(-1)!.heading).toBe('in_doubt');
    expect(table.rows.map((row) => [row[relation], row.at(-1)])).toEqual([
      ['coterminous', 'relation'],
      ['sliver', 'set aside'],
      ['coterminous', 'relation'],
    ]);
  });

  it('is nothing where the tolerance is stated', () => {
    expect(reportDoubts([], [{ ...tolerance, estimated: false }], land.measures, [a, b])).toEqual({
      tables: [],
      sentences: [],
    });
  });

  it('is a quantity for rules, relations apart', () => {
    const { tables } = reportDoubts(rows, [tolerance], land.measures, [a, b]);
    const value = (extra: typeof tables, name: string): number =>
      quantitiesOf({ ...sampleResult, tolerances: [tolerance], tables: extra }).get(name)!.value;
    expect(value(tables, 'in_doubt')).toBe(1);
    expect(value(tables, 'relations_in_doubt')).toBe(2);
    expect(value(tables, 'outside_in_doubt')).toBe(0);
    expect(value([], 'in_doubt')).toBe(0);
  });
});
