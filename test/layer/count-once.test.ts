import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeople } from '../../src/read/table/read-people.js';
import { sayNotes } from '../../src/trouble/say-notes.js';
import { InputError } from '../../src/trouble/input-error.js';
import { tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';

const rowsOf = (text: string): ReturnType<typeof readPeople> =>
  readPeople(tableOf(`lsoa_code,age,people\n${text.trim().split(/\s+/).join('\n').replaceAll('_', ' ')}`));

describe('rows by sex or age', () => {
  it.each(['Total:_All', 'All_usual_residents', 'Zork'])('with a total called %s count it once', (label) => {
    const measure = rowsOf(`
      E01000001,${label},10  E01000001,young,4  E01000001,old,6
      E01000002,young,50  E01000002,old,25  E01000002,${label},75`);
    expect([...measure.values]).toEqual([10, 75]);
  });

  it('count each block once where only some have a total', () => {
    const measure = rowsOf('E01000001,Persons,10 E01000002,old,6 E01000002,young,3 E01000003,Persons,5');
    expect([...measure.values]).toEqual([10, 9, 5]);
    expect(sayNotes(measure.notes)).toContain(
      "table.csv: rows with 'age' Persons counted for 2 areas; the rows of 1 area without one added up",
    );
  });

  it('are a total where a part is kept back, and its sum where the total is', () => {
    const measure = rowsOf(`
      E01000001,Total,10  E01000001,young,*  E01000001,old,6
      E01000002,Total,*  E01000002,young,5  E01000002,old,6
      E01000003,Total,*  E01000003,young,5  E01000003,old,*`);
    expect([...measure.values]).toEqual([10, 11]);
    expect(measure.blocksWithoutNumber).toEqual(['E01000003']);
  });

  it('count by sex and age together once', () => {
    const table = tableOf(
      `lsoa_code,sex,age,people\n${['All', 'M', 'F']
        .flatMap((sex, s) =>
          ['All', '0-15', '16+'].map(
            (age, a) =>
              `E01000001,${sex},${age},${
                [
                  [10, 4, 6],
                  [5, 1, 4],
                  [5, 3, 2],
                ][s]![a]!
              }`,
          ),
        )
        .join('\n')}`,
    );
    expect(readPeople(table).total).toBe(10);
  });

  it.each([
    ['nearly the others together', 'E01000001,zork,101 E01000001,bleh,60 E01000001,quux,40'],
    ['the others together in one block only', 'E01000001,zork,5 E01000001,bleh,3 E01000001,quux,2'],
    ['never told apart', 'E01000001,zork,9 E01000001,bleh,4 E01000002,zork,8 E01000002,bleh,3'],
    ['a total smaller than a part', 'E01000001,Total,3 E01000001,young,5 E01000001,old,7'],
    ['two totals that differ', 'E01000001,Total,12 E01000001,All,13 E01000001,old,7'],
  ])('are refused where a label is %s', (_, text) => {
    expect(troubleOf(() => rowsOf(text)).id).toBe('breakdown-unclear');
  });

  it('stand on the threshold: a number off by 2 % of all rows may be a total, one off by more is a part', () => {
    const off = (zork: number) => () => rowsOf(`E01000001,zork,${zork} E01000001,bleh,70 E01000001,quux,28`);
    expect(troubleOf(off(101)).id).toBe('breakdown-unclear');
    expect(troubleOf(off(102)).id).toBe('breakdown-unclear');
    expect(off(103)().total).toBe(201);
  });

  it('take a total that is 2 % below a part, as rounding may make it, and none further below', () => {
    const total = (people: number) => () =>
      rowsOf(`E01000001,Total,${people} E01000001,young,100 E01000001,old,0`);
    expect(total(98)().total).toBe(98);
    expect(troubleOf(total(97)).id).toBe('breakdown-unclear');
  });

  it('are refused where a block stands twice under one label', () => {
    expect(troubleOf(() => rowsOf('E01000001,young,1 E01000001,old,2 E01000001,young,1'))).toMatchObject({
      id: 'repeated-rows',
      place: 'line 4',
    });
  });

  it('give each block its true total or are refused, whatever the labels and the order', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    const cases = fc.record({
      labels: fc.uniqueArray(word, { minLength: 3, maxLength: 6 }),
      total: fc.oneof(word, fc.constantFrom('Total', 'All', 'Persons', 'Total: all')),
      blocks: fc.array(
        fc.record({
          parts: fc.array(fc.nat(300), { minLength: 6, maxLength: 6 }),
          hasTotal: fc.boolean(),
          hidden: fc.oneof(fc.constant(-2), fc.integer({ min: -1, max: 5 })),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      seed: fc.infiniteStream(fc.nat(1e6)),
    });
    let [right, refused] = [0, 0];
    fc.assert(
      fc.property(cases, ({ labels, total, blocks, seed }) => {
        fc.pre(!labels.includes(total));
        const truth = new Map<string, number>();
        const rows = blocks.flatMap(({ parts, hasTotal, hidden }, b) => {
          const code = `E0100000${b}`;
          const mine = parts.slice(0, labels.length);
          const sum = mine.reduce((a, c) => a + c, 0);
          truth.set(code, sum);
          const list = mine.map((part, p) => `${code},${labels[p]!},${p === hidden ? '[c]' : part}`);
          return hasTotal ? [...list, `${code},${total},${hidden === -1 ? '*' : sum}`] : list;
        });
        const keyed = rows.map((row) => ({ row, key: seed.next().value as number }));
        const text = keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
        try {
          const measure = readPeople(tableOf(`lsoa_code,age,people\n${text.join('\n')}`));
          measure.blocks.forEach((code, b) => expect(measure.values[b]).toBe(truth.get(code)));
          right++;
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          refused++;
        }
      }),
      { numRuns: 500 },
    );
    expect(right).toBeGreaterThan(refused);
  });
});

describe('rows by something else', () => {
  const people = (heading: string, rows: string): ReturnType<typeof readPeople> =>
    readPeople(
      tableOf(`lsoa_code,${heading},people\n${rows.trim().split(/\s+/).join('\n').replaceAll('_', ' ')}`),
    );
  const divided = (label: string): string => `
    E01000001,White,4  E01000001,Asian,5  E01000001,Black,1  E01000001,${label},10
    E01000002,White,9  E01000002,Asian,5  E01000002,Black,6  E01000002,${label},20`;

  it.each(['Total:_All_usual_residents', 'All', 'Whoever'])(
    'with a total called %s count it once',
    (label) => {
      const measure = people('Ethnic group', divided(label));
      expect([...measure.values]).toEqual([10, 20]);
      expect(sayNotes(measure.notes).join(' ')).toContain(
        `rows with 'Ethnic group' ${label.replaceAll('_', ' ')} counted, 6 rows left out`,
      );
    },
  );

  it('are added up where the heading says of how many classes it is', () => {
    const rows = 'E01000001,White,4 E01000001,Other,5 E01000002,White,9 E01000002,Other,1';
    expect([...people('Ethnic group (2 categories)', rows).values]).toEqual([9, 10]);
  });

  it('are those of codes and their words together', () => {
    const table = tableOf(
      'lsoa_code,tenure code,tenure,people\n' +
        'E01000001,0,All,10\nE01000001,1,Owned,4\nE01000001,2,Rented,6\nE01000002,0,All,7\nE01000002,1,Owned,7',
    );
    expect([...readPeople(table).values]).toEqual([10, 7]);
  });

  it.each([
    ['nothing is for everybody', 'practice', 'E01000001,Northgate,9 E01000001,Park,4 E01000002,Northgate,8 E01000002,Park,3', 'repeated-blocks'],
    ['they are years', 'year', 'E01000001,2021,9 E01000001,2022,4 E01000002,2021,8 E01000002,2022,3', 'repeated-blocks'],
    ['a block stands twice under one label', 'group', 'E01000001,All,9 E01000001,All,9 E01000002,All,5', 'repeated-blocks'],
    ['parts lie within parts, and a block has no total', 'group', `
      E01000001,All,10  E01000001,Asian,6  E01000001,Indian,4  E01000001,White,4
      E01000002,Asian,6  E01000002,Indian,4  E01000002,White,4`, 'parts-overlap'],
  ])('are refused where %s', (_why, heading, rows, id) => {
    expect(troubleOf(() => people(heading, rows)).id).toBe(id);
  }); // prettier-ignore

  it('may be a little more than the total, where numbers are rounded', () => {
    const of = (part: number): string =>
      `E01000001,All,100 E01000001,White,50 E01000001,Asian,${part} E01000002,White,3 E01000002,Asian,4`;
    expect([...people('group', of(52)).values]).toEqual([100, 7]);
    expect(troubleOf(() => people('group', of(53))).id).toBe('parts-overlap');
  });
});
