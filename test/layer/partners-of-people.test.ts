/** People and blocks without a partner: what is refused, what explains itself, what is spelled otherwise. */
import { describe, expect, it } from 'vitest';
import { partnersOfPeople } from '../../src/layer/partners-of-people.js';
import { makeMeasure, type Measure } from '../../src/layer/people.js';
import { comparable } from '../../src/trouble/order.js';
import { InputError } from '../../src/trouble/input-error.js';

const lsoas = (count: number, from = 1, prefix = 'E01'): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(from + i).padStart(6, '0')}`);
const measureOf = (
  codes: readonly string[],
  people: (code: string) => number = (): number => 10,
): Measure => {
  const blocks = [...codes].sort();
  return makeMeasure({
    name: 'people',
    basis: 'n in people.csv',
    blocks,
    values: Float64Array.from(blocks.map(people)),
    blocksWithoutNumber: [],
    isPublic: true,
    notes: [],
  });
};
const blocksOf = (codes: readonly string[]): { codes: readonly string[]; what: string } => ({
  codes: [...codes].sort(),
  what: 'blocks of the lookups',
});
const refusal = (people: Measure, codes: readonly string[], allowed?: number): InputError['trouble'] => {
  try {
    partnersOfPeople(people, blocksOf(codes), allowed);
  } catch (error) {
    if (error instanceof InputError) return error.trouble;
  }
  throw new Error('nothing was refused');
};

describe('people without a block, and blocks without people', () => {
  it('are not missed on blocks that are nowhere themselves, and said where they are on one', () => {
    const blocks = { ...blocksOf(lsoas(10)), placeless: new Set(['E01000009', 'E01000010']) };
    expect(partnersOfPeople(measureOf(lsoas(8)), blocks).notes).toEqual([]);
    expect(partnersOfPeople(measureOf(lsoas(9)), blocks).matched.people).toEqual({ part: 90, whole: 90 });
    expect(() => partnersOfPeople(measureOf(lsoas(7)), blocks)).toThrow(/E01000008/);
  });

  it('may be one in a hundred, either way, and not one more', () => {
    const notes = (people: readonly string[], blocks: readonly string[]): unknown =>
      partnersOfPeople(measureOf(people), blocksOf(blocks)).notes;
    expect(notes(lsoas(100), lsoas(99))).toEqual([]);
    expect(notes(lsoas(99), lsoas(100))).toEqual([]);
    expect(refusal(measureOf(lsoas(99)), lsoas(98)).message).toMatch(
      /^1 code of n in people.csv is not among the blocks of the lookups: E01000099 \(1\.1 %\)$/,
    );
    expect(refusal(measureOf(lsoas(98)), lsoas(99)).message).toMatch(
      /^1 code of the blocks of the lookups has no people: E01000099/,
    );
  });

  it('are counted by people as well as by blocks', () => {
    const heavy = measureOf(lsoas(1000), (code) => (code === 'E01001000' ? 101 : 10));
    expect(partnersOfPeople(measureOf(lsoas(1000)), blocksOf(lsoas(999))).notes).toEqual([]);
    expect(refusal(heavy, lsoas(999)).id).toBe('people-unmatched');
  });

  it('may be as many as --allow-unmatched says', () => {
    expect(refusal(measureOf(lsoas(100)), lsoas(90), 9.9).hint).toMatch(/--allow-unmatched 10 to go on/);
    expect(partnersOfPeople(measureOf(lsoas(100)), blocksOf(lsoas(90)), 10).measure.total).toBe(1000);
  });

  it('do not count where the block is there and its number is not', () => {
    const measure = { ...measureOf(lsoas(50)), blocksWithoutNumber: lsoas(50, 51) };
    expect(partnersOfPeople(measure, blocksOf(lsoas(100))).notes).toEqual([]);
  });
});

describe('what is suspected', () => {
  it.each([
    ['LSOAs of 2011 on those of 2021', lsoas(10, 33_700), [...lsoas(10, 20), ...lsoas(10, 34_000)], /LSOAs of 2011, and the blocks are of 2021/], // prettier-ignore
    ['LSOAs of 2021 on those of 2011', lsoas(10, 34_000), lsoas(10, 33_700), /LSOAs of 2021, and the blocks are of 2011/], // prettier-ignore
    ['another level', lsoas(10, 1, 'E00'), lsoas(10), /look like output areas against LSOAs, which are of another level/], // prettier-ignore
    ['a cut file', lsoas(5), lsoas(10), /The people end at E01000005, as if their file were cut/],
    ['a smaller area', lsoas(5, 6), lsoas(10), /The people are of a smaller area/],
    ['a larger area', lsoas(10), lsoas(5), /The people are of a larger area/],
    ['other years', ['a', 'b'], ['b', 'c'], /of different years/],
  ])('is %s', (_what, people, blocks, words) => {
    expect(refusal(measureOf(people), blocks).hint).toMatch(words);
  });
});

describe('codes that explain themselves', () => {
  it('are of other countries, of no place or of the whole: left out, said with their people', () => {
    const others = ['W01000001', 'S01000001', '95AA01S1', 'N20000001', 'E99999999', 'E01999999', 'NO2011', 'Total', 'K04000001']; // prettier-ignore
    const { notes, measure } = partnersOfPeople(measureOf([...lsoas(3), ...others]), blocksOf(lsoas(3)));
    expect(notes).toMatchObject([
      { id: 'table-totals', counts: { rows: 2 } },
      { id: 'people-elsewhere', counts: { codes: 7 }, people: { people: 70 } },
    ]);
    expect(measure.total).toBe(100);
    expect(partnersOfPeople(measureOf(lsoas(3)), blocksOf([...lsoas(3), 'W01000001'])).notes).toEqual([]);
  });

  it('are all areas of another level that have as many people together: rows of totals between the others', () => {
    const rows = (people: number): Measure => ({
      ...measureOf([...lsoas(3), 'E07000001', 'E07000002']),
      values: Float64Array.of(10, 10, 10, 10, people),
      total: 40 + people,
    });
    expect(partnersOfPeople(rows(20), blocksOf(lsoas(3))).measure.total).toBe(30);
    expect(() => partnersOfPeople(rows(21), blocksOf(lsoas(3)))).toThrow(InputError);
  });

  it('count where the blocks are of that country too, or have no official codes', () => {
    expect(refusal(measureOf([...lsoas(3), 'W01000001']), [...lsoas(3), 'W01000002']).id).toBe(
      'people-unmatched',
    );
    expect(refusal(measureOf(['a', 'W01000001']), ['a']).id).toBe('people-unmatched');
  });
});

describe('codes spelled otherwise', () => {
  it('match whatever their case and spacing, which is said once', () => {
    expect(['ls1 4ap ', '\uFEFFLS1\u00A04AP'].map(comparable)).toEqual(['LS14AP', 'LS14AP']);
    const people = measureOf(['LS14AP', 'YO17HH', 'ls2 9jt']);
    const { measure, notes } = partnersOfPeople(people, blocksOf(['LS1 4AP', 'YO1 7HH', 'LS2 9JT']));
    expect(measure.blocks).toEqual(['LS1 4AP', 'LS2 9JT', 'YO1 7HH']);
    expect(notes).toMatchObject([{ id: 'codes-respelled', counts: { codes: 3 } }]);
  });

  it('stay as they are where they would meet another or could stand for two', () => {
    expect(partnersOfPeople(measureOf(['A1', 'a1']), blocksOf(['A1']), 100).measure.blocks).toEqual([
      'A1',
      'a1',
    ]);
    expect(partnersOfPeople(measureOf(['a1']), blocksOf(['A 1', 'A1']), 100).measure.blocks).toEqual(['a1']);
  });

  it('take their people with them', () => {
    const people = measureOf(['a2', 'B1']);
    const valued = { ...people, values: Float64Array.of(1, 2) };
    const { measure } = partnersOfPeople(valued, blocksOf(['A2', 'B1']));
    expect([measure.blocks, [...measure.values]]).toEqual([
      ['A2', 'B1'],
      [2, 1],
    ]);
  });
});
