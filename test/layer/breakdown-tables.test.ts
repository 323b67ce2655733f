/** Tables by sex and age together, as they are published and as they are cut down: everybody once, or refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageRange, agesOverlap } from '../../src/layer/age-range.js';
import { readPeople } from '../../src/read/table/read-people.js';
import { InputError } from '../../src/trouble/input-error.js';
import { sayNotes } from '../../src/trouble/say-notes.js';
import { tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';

const bySex = (rows: string): ReturnType<typeof readPeople> =>
  readPeople(tableOf(`lsoa_code,sex,people\n${rows.trim().split(/\s+/).join('\n').replaceAll('_', ' ')}`));
const byAge = (rows: string): ReturnType<typeof readPeople> =>
  readPeople(tableOf(`lsoa_code,age,people\n${rows.trim().split(/\s+/).join('\n').replaceAll('_', ' ')}`));

describe('labels of ages', () => {
  it.each([
    ['0-15', 0, 15],
    ['0 to 15', 0, 15],
    ['Aged 5 to 9 years', 5, 9],
    ['Aged 15 years and under', 0, 15],
    ['under 16', 0, 15],
    ['65+', 65, Infinity],
    ['Aged 85 and over', 85, Infinity],
    ['90 or older', 90, Infinity],
    ['Age: 7', 7, 7],
  ])('%s are from %d to %d', (label, from, to) => expect(ageRange(label)).toEqual({ from, to }));

  it.each(['Persons', 'All ages', 'working age', '16 of 20', ''])('%s are none', (label) =>
    expect(ageRange(label)).toBeNull(),
  );

  it('overlap where a year is in both, but for one that ends one and begins the other', () => {
    const both = (a: string, b: string): boolean => agesOverlap(ageRange(a)!, ageRange(b)!);
    expect(both('0-15', '16+')).toBe(false);
    expect(both('0-15', '15-64')).toBe(false);
    expect(both('0-16', '15-64')).toBe(true);
    expect(both('16+', '65+')).toBe(true);
    expect(both('5-9', '9')).toBe(true);
  });
});

describe('parts that are not the whole', () => {
  it('are not added up where ages overlap, unless every area has its total', () => {
    const rows = 'E01000001,0-15,4 E01000001,16+,6 E01000001,65+,2';
    expect(troubleOf(() => byAge(rows)).id).toBe('ages-overlap');
    expect(byAge(`${rows} E01000001,All_ages,10`).total).toBe(10);
    expect(troubleOf(() => byAge(`${rows} E01000001,All_ages,10 E01000002,0-15,1 E01000002,16+,9`)).id).toBe(
      'ages-overlap',
    );
  });

  it('leave an area without a number: men without women, one part alone', () => {
    const men = bySex('E01000001,Male,4 E01000001,Female,6 E01000002,Male,5');
    expect([men.total, men.blocksWithoutNumber]).toEqual([10, ['E01000002']]);
    expect(sayNotes(men.notes)).toContain(
      "table.csv: 1 area without a number: of 'sex' it has neither a total nor all parts",
    );
    const odd = bySex('E01000001,Male,4 E01000001,Female,6 E01000001,X,1 E01000002,Male,5 E01000002,X,1');
    expect(odd.blocksWithoutNumber).toEqual(['E01000002']);
  });

  it('count as nought, and are said, where most of the ages are there', () => {
    const ages = byAge('E01000001,0,1 E01000001,1,2 E01000001,2,4 E01000002,0,5 E01000002,2,5');
    expect([...ages.values]).toEqual([7, 10]);
    expect(sayNotes(ages.notes)).toContain(
      "table.csv: 1 area lacks rows for some of 'age', counted as nought",
    );
  });

  it('are never a total because of what they add up to: men are no total of women and unknown', () => {
    const rows = [1, 2, 3].map((b) => `E0100000${b},Male,10 E0100000${b},Female,8 E0100000${b},Unknown,2`);
    expect(bySex(rows.join(' ')).total).toBe(60);
  });
});

describe('totals under several labels', () => {
  it('are found beside one that says so in other areas', () => {
    const measure = byAge(`
      E01000001,Zork,10 E01000001,young,4 E01000001,old,5 E01000001,other,1
      E01000002,Zork,20 E01000002,young,5 E01000002,old,8 E01000002,other,7
      E01000003,Total,9 E01000003,young,4 E01000003,old,5`);
    expect([...measure.values]).toEqual([10, 20, 9]);
  });

  it('are told by codes of sexes: 0 everybody, 1 men, 2 women', () => {
    expect(
      bySex('E01000001,0,10 E01000001,1,4 E01000001,2,6 E01000002,0,9 E01000002,1,2 E01000002,2,7').total,
    ).toBe(19);
  });

  it('are counted once where codes stand beside labels', () => {
    const table = tableOf(
      'lsoa_code,Age code,Age,people\nE01000001,1,young,4\nE01000001,2,old,6\nE01000002,1,young,2\nE01000002,2,old,1',
    );
    expect([...readPeople(table).values]).toEqual([10, 3]);
  });
});

describe('tables by sex and age', () => {
  const sexes = [
    ['Male', 'Female'],
    ['M', 'F'],
    ['Males', 'Females', 'Not stated'],
    ['1', '2'],
  ];
  const ages = [
    ['0-15', '16-64', '65+'],
    ['0', '1', '2', '3'],
    ['Aged 15 and under', 'Aged 16 and over'],
    ['child', 'adult', 'elder'],
  ];
  const totals = ['Total', 'All', 'Persons', 'Total: All usual residents', 'All ages', '0', 'Zork', 'B'];

  it('give each block its true total or are refused, with totals missing, renamed or kept back', () => {
    const cases = fc.record({
      sex: fc.constantFrom(...sexes),
      age: fc.constantFrom(...ages),
      sexTotals: fc.array(fc.constantFrom(...totals), { minLength: 1, maxLength: 2 }),
      ageTotals: fc.array(fc.constantFrom(...totals), { minLength: 1, maxLength: 2 }),
      shape: fc.constantFrom('both', 'sex', 'age', 'totals of sex', 'totals of age', 'all'),
      blocks: fc.array(
        fc.record({
          cells: fc.array(fc.oneof(fc.nat(90), fc.constant(0)), { minLength: 12, maxLength: 12 }),
          hidden: fc.oneof(fc.constant(-1), fc.nat(11)),
          totals: fc.boolean(),
          label: fc.nat(1),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      seed: fc.infiniteStream(fc.nat(1e6)),
    });
    let [right, refused] = [0, 0];
    fc.assert(
      fc.property(cases, ({ sex, age, sexTotals, ageTotals, shape, blocks, seed }) => {
        fc.pre([...sexTotals, ...ageTotals].every((label) => !sex.includes(label) && !age.includes(label)));
        const truth = new Map<string, number>();
        const rows = blocks.flatMap(({ cells, hidden, totals: has, label }, b) => {
          const code = `E0100000${b}`;
          const of = (s: number, a: number): number => cells[s * age.length + a] ?? 1;
          const sum = (ss: readonly number[], as: readonly number[]): number =>
            ss.reduce((all, s) => all + as.reduce((some, a) => some + of(s, a), 0), 0);
          const [eachSex, eachAge] = [sex.map((_, s) => s), age.map((_, a) => a)];
          truth.set(code, sum(eachSex, eachAge));
          const sexTotal = sexTotals[label % sexTotals.length]!;
          const ageTotal = ageTotals[label % ageTotals.length]!;
          const rowsOf = (ss: readonly [string, number[]][], as: readonly [string, number[]][]): string[] =>
            ss.flatMap(([s, of1]) => as.map(([a, of2]) => `${code},${s},${a},${sum(of1, of2)}`));
          const single = <T>(list: readonly string[], each: readonly T[]): [string, T[]][] =>
            list.map((text, at) => [text, [each[at]!]]);
          const [parts1, parts2] = [single(sex, eachSex), single(age, eachAge)];
          const all1: [string, number[]] = [sexTotal, eachSex];
          const all2: [string, number[]] = [ageTotal, eachAge];
          const list = {
            both: rowsOf(has ? [all1, ...parts1] : parts1, has ? [all2, ...parts2] : parts2),
            sex: rowsOf(parts1, [all2]),
            age: rowsOf([all1], parts2),
            'totals of sex': rowsOf(has ? [all1, ...parts1] : parts1, parts2),
            'totals of age': rowsOf(parts1, has ? [all2, ...parts2] : parts2),
            all: rowsOf([all1, ...parts1], [all2, ...parts2]),
          }[shape];
          return list.map((row, at) => (at === hidden ? row.replace(/\d+$/, '[c]') : row));
        });
        const keyed = rows.map((row) => ({ row, key: seed.next().value as number }));
        const text = keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
        try {
          const measure = readPeople(tableOf(`lsoa_code,sex,age,people\n${text.join('\n')}`));
          measure.blocks.forEach((code, b) => expect(measure.values[b]).toBe(truth.get(code)));
          right++;
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          refused++;
        }
      }),
      { numRuns: 800 },
    );
    expect(right).toBeGreaterThan(refused);
  });
});
