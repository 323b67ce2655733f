/**
 * What notes say, without a rule and under one.
 */
import { describe, expect, test } from 'vitest';
import { parseDisclosure, tellingUnder } from '../../src/layer/disclosure.js';
import { inRole, makeNote, NOTE_IDS, type Note } from '../../src/trouble/note.js';
import { sayNote, sayNotes } from '../../src/trouble/say-notes.js';

const NHS = tellingUnder(parseDisclosure('nhs'));

const lost = (rows: number, people: number): Note =>
  makeNote('rows-without-code', 'data/my people.csv', { counts: { rows }, people: { people } });

/** Any note, with everything that any sentence asks for. */
const any = (id: Note['id'], number: number): Note => {
  const all = <T>(value: T): Record<string, T> => new Proxy({}, { get: () => value, has: () => true });
  const words = all(['A', 'B', 'C', 'D']);
  return { id, role: null, file: null, counts: all(number), people: all(number), words };
};

describe('a note', () => {
  test('says its file without the folders it lies in', () => {
    expect(sayNote(lost(2, 5))).toBe('my people.csv: 2 rows without a code, 5 people in them');
    expect(sayNote(makeNote('not-utf8', 'C:\\Users\\me\\a.csv', { words: { as: 'Windows-1252' } }))).toBe(
      'a.csv: not UTF-8, read as Windows-1252',
    );
  });

  test('takes the singular for one, and commas from a thousand on', () => {
    expect(sayNote(lost(1, 1200))).toBe('my people.csv: 1 row without a code, 1,200 people in it');
    const live = (patients: number): string =>
      sayNote(
        makeNote('patients-outside-england', null, {
          counts: { areas: patients },
          people: { patients, total: 4 },
        }),
      );
    expect([live(1), live(2)]).toEqual([
      '1 patient of 4 lives outside England, in 1 area',
      '2 patients of 4 live outside England, in 2 areas',
    ]);
    const cut = (units: number): string =>
      sayNote(
        makeNote('land-clipped', null, {
          counts: { units },
          words: { layer: 'icb', hectares: '7 ha', ...(units === 0 ? {} : { withUnits: 'yes' }) },
        }),
      );
    expect(cut(0)).toBe('icb: 7 ha outside the land of --clip set aside');
    expect(cut(1)).toContain('1 unit that has 1 % or less of its land within');
    expect(cut(2)).toContain('2 units that have 1 % or less of their land within');
  });

  test('names three of a list and counts the rest', () => {
    const codes = ['E1', 'E2', 'E3', 'E4'];
    expect(
      sayNote(makeNote('members-without-group', 'a.csv', { counts: { members: 4 }, words: { codes } })),
    ).toBe('a.csv: 4 members in no group: E1, E2, E3 and 1 more');
  });

  test('without what its sentence needs is a fault of ours', () => {
    expect(() => sayNote(makeNote('country-totals', 'a.csv'))).toThrow('the note country-totals lacks rows');
  });

  test('of an audit says so', () => {
    const recoded = makeNote('codes-recoded', null, { counts: { codes: 1 }, words: { changes: 'A → B' } });
    expect(sayNotes(inRole('audit', [recoded]))).toEqual(['audit: 1 code recoded: A → B']);
  });

  test('keeps the role it was given first', () => {
    const [note] = inRole('layer', inRole('people', [lost(1, 1)]));
    expect(note!.role).toBe('people');
  });
});

describe('under a disclosure rule a note', () => {
  test('tells counts of 1 to 7 as fewer than 8, others rounded to 5', () => {
    expect([lost(7, 7), lost(8, 13), lost(1, 0)].map((note) => sayNote(note, NHS))).toEqual([
      'my people.csv: fewer than 8 rows without a code, fewer than 8 people in them',
      'my people.csv: 10 rows without a code, 15 people in them',
      'my people.csv: fewer than 8 rows without a code, 0 people in them',
    ]);
  });

  test('leaves out the totals that a suppressed figure would follow from', () => {
    const counted = (total: number): string =>
      sayNote(
        makeNote('registrations-counted', 'a.csv', {
          counts: { rows: total },
          people: { total },
          words: { column: 'PATIENTS' },
        }),
        NHS,
      );
    expect(counted(2505)).toBe("a.csv: 'PATIENTS' counted as registered patients");
    expect(counted(2510)).toBe(counted(2505));
  });

  test.each([...NOTE_IDS])('%s tells no count of 1 to 7, by a number or by the length of a list', (id) => {
    // What stays are numbers in its own words: of deciles, of columns, of the year, of the share that counts as none.
    const own = /deciles 1 and 2|'column [12]'|1 % or less/g;
    const said = (number: number): string => sayNote(any(id, number), NHS).replaceAll(own, '');
    for (const number of [1, 2, 7]) {
      expect(said(number)).not.toMatch(/(?<![-\d,])[1-7](?![\d,])/);
      expect(said(number)).toBe(said(3));
    }
    expect(said(3)).not.toContain('1 more');
  });
});
