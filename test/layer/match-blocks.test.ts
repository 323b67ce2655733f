import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { matchBlocks } from '../../src/layer/match-blocks.js';
import { readPeople } from '../../src/read/table/read-people.js';
import { haveRealData } from '../real-data.js';
import { realTable } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';
import { sayNotes } from '../../src/trouble/say-notes.js';

const range = (prefix: string, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(from + i).padStart(6, '0')}`);

describe('matching block codes', () => {
  it('says what either side lacks, three by name', () => {
    const match = matchBlocks(
      { codes: ['a', 'b', 'c', 'd'], what: 'people' },
      { codes: ['b', 'c', 'd', 'e'], what: 'lookup' },
    );
    expect([[...match.inB], match.matched, match.onlyA, match.onlyB]).toEqual([
      [-1, 0, 1, 2],
      3,
      ['a'],
      ['e'],
    ]);
    expect(sayNotes(match.notes)).toEqual([
      '1 block of people not in lookup: a',
      '1 block of lookup not in people: e',
    ]);
  });

  it('accepts people for a whole country where blocks are of one place', () => {
    const match = matchBlocks(
      { codes: range('E01', 1, 1000), what: 'people' },
      { codes: range('E01', 40, 10), what: 'blocks' },
    );
    expect([match.matched, match.onlyA.length]).toEqual([10, 990]);
  });

  it('stops where no code matches and shows three of each side and their kinds', () => {
    const trouble = troubleOf(() =>
      matchBlocks(
        { codes: range('E00', 1, 9), what: 'people.csv' },
        { codes: range('E01', 1, 2), what: 'lookup.csv' },
      ),
    );
    expect(trouble.message).toBe(
      'none of the codes of people.csv and lookup.csv match; people.csv has E00000001, E00000002, E00000003 and 6 more; lookup.csv has E01000001 and E01000002',
    );
    expect(trouble.hint).toBe(
      'The codes look like output areas against LSOAs: give both of one kind and vintage.',
    );
  });

  it('stops where less than half match and suspects the vintage', () => {
    const trouble = troubleOf(() =>
      matchBlocks({ codes: range('E01', 1, 10), what: 'a' }, { codes: range('E01', 7, 10), what: 'b' }),
    );
    expect([trouble.id, trouble.hint]).toEqual(['blocks-do-not-match', expect.stringContaining('2011')]);
  });

  it('pairs exactly the codes that both sides hold', () => {
    const codes = fc
      .uniqueArray(fc.integer({ min: 0, max: 40 }).map((n) => `c${n}`))
      .map((list) => [...list].sort());
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const both = a.filter((code) => b.includes(code));
        fc.pre(both.length > 0 && both.length >= Math.min(a.length, b.length) / 2);
        const match = matchBlocks({ codes: a, what: 'a' }, { codes: b, what: 'b' });
        expect([...match.inB]).toEqual(a.map((code) => b.indexOf(code)));
        expect(match.onlyA).toEqual(a.filter((code) => !b.includes(code)));
        expect(match.onlyB).toEqual(b.filter((code) => !a.includes(code)));
      }),
    );
  });

  it.skipIf(!haveRealData)('notes LSOAs of 2011 against those of 2021, which overlap', () => {
    const now = readPeople(realTable('people/census21_residents_lsoa21.csv'));
    const then = readPeople(realTable('people/mye2020_population_lsoa11.csv.gz'));
    const match = matchBlocks(
      { codes: now.blocks, what: 'census' },
      { codes: then.blocks, what: 'estimates' },
    );
    expect([match.matched, match.onlyA.length, match.onlyB.length]).toEqual([33647, 2025, 1106]);
    expect(sayNotes(match.notes).at(-1)).toBe('the codes look like LSOAs of 2021 against LSOAs of 2011');
  });
});
