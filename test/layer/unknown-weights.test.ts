import { describe, expect, it } from 'vitest';
import { readLookup } from '../../src/layer/read-lookup.js';
import { withPeopleConcerned } from '../../src/layer/unknown-weights.js';
import { matchBlocks } from '../../src/layer/match-blocks.js';
import { readWeighted } from '../../src/measures/derive/weighted-lookup.js';
import { readPeople } from '../../src/read/table/read-people.js';
import { sayNotes } from '../../src/trouble/say-notes.js';
import { tableOf } from '../table-of.js';

const table = tableOf(
  'LSOA21CD,pcn_code,patients\nE01000001,U00001,6\nE01000001,U00002,*\nE01000002,U00001,4\nE01000003,,',
);
const people = readPeople(tableOf('LSOA21CD,people\nE01000001,1200\nE01000002,50'));
const said =
  "table.csv: 1 weight in 'patients' blank or suppressed, so not known, in 1 block (people: 1,200), whose people follow the known weights alone, and are in no unit where none is known: E01000001";

describe('weights that are kept back', () => {
  it('are told with the blocks and the people that hang on them', () => {
    const { notes } = readLookup(table, { member: 'LSOA21CD', group: 'pcn_code', weight: 'patients' });
    expect(sayNotes(withPeopleConcerned(notes, people))).toContain(said);
    expect(sayNotes(notes).join()).toContain('in 1 block, whose people');
  });

  it('are told where a layer is derived from them', () => {
    const { notes } = readWeighted(table, null);
    expect(sayNotes(withPeopleConcerned(notes, people))).toContain(said);
  });
});

describe('weights by sex', () => {
  it('are counted once, whatever the rows for both are called', () => {
    const rows = ['E01000001,U00001', 'E01000002,U00001'].flatMap((pair) =>
      ['Total: All,9', 'MALE,5', 'FEMALE,4'].map((cells) => `${pair},${cells}`),
    );
    const weighted = tableOf(
      `LSOA21CD,pcn_code,SEX,patients\n${rows.slice(0, 3).concat(rows.slice(4)).join('\n')}`,
    );
    expect([...readWeighted(weighted, null).membership.weight]).toEqual([9, 9]);
  });
});

describe('codes that differ in case or spaces', () => {
  it('match, and are counted', () => {
    const found = matchBlocks(
      { codes: ['A1', 'b2', 'c 3'], what: 'people' },
      { codes: ['A1', 'B2', 'C3', 'D4'], what: 'blocks' },
    );
    expect([[...found.inB], found.matched, found.onlyA, found.onlyB]).toEqual([[0, 1, 2], 3, [], ['D4']]);
    expect(sayNotes(found.notes)[0]).toBe(
      '2 codes of people are in blocks but for case or spaces, and taken for the same: b2 and c 3',
    );
  });

  it('do not match where two would be one', () => {
    const found = matchBlocks(
      { codes: ['A1', 'x'], what: 'a' },
      { codes: ['A1', 'X', 'X '].sort(), what: 'b' },
    );
    expect(found.onlyA).toEqual(['x']);
  });
});
