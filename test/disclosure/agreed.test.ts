/** What runs that suppose different things of withheld people agree on. */
import { describe, expect, test } from 'vitest';
import { disclosed, holdsTrace, parseDisclosure, standIn, TRACE } from '../../src/layer/disclosure.js';
import { agreedCell } from '../../src/result/agreed-cell.js';
import { agreedSentences, agreedSummary } from '../../src/result/agreed-sentences.js';
import { agreedTable } from '../../src/result/agreed-table.js';
import type { Cell, Column, ColumnKind, Table } from '../../src/result/table.js';

const NHS = parseDisclosure('nhs');
const column = (kind: ColumnKind, about: Column['about'] = {}, decimals: number | null = null): Column => ({
  heading: kind,
  title: kind,
  kind,
  decimals,
  description: '',
  about,
});
const cell = (kind: ColumnKind, ...cells: readonly (Cell | undefined)[]): Cell =>
  agreedCell(column(kind), cells, NHS);

describe('a rule', () => {
  test('of which every blank would be a 1 is none', () => {
    expect(() => parseDisclosure('under=2,round=1')).toThrow(/nothing but 1s/);
    expect([parseDisclosure('under=3,round=1').under, parseDisclosure('under=1,round=5').under]).toEqual([
      3, 1,
    ]);
  });

  test('keeps parts of a person back, and treats differences like counts', () => {
    expect([0, 0.2, 7.4, 7.5, -3, -12].map((count) => disclosed(count, NHS))).toEqual([
      0,
      null,
      null,
      10,
      null,
      -10,
    ]);
  });

  test('lets a run go on with what is published, or with what is supposed', () => {
    const going = (count: number): number[] =>
      (['least', 'most', 'elsewhere'] as const).map((supposed) => standIn(count, { ...NHS, supposed }, 2));
    expect([0, 8, 13].map(going)).toEqual([[0, 0, 0], [10, 10, 10], [15, 15, 15]]); // prettier-ignore
    expect(going(7)).toEqual([TRACE, 7 + TRACE, 3 * TRACE]);
    expect([0, 10, 10 + TRACE, TRACE].map(holdsTrace)).toEqual([false, false, true, true]);
  });
});

describe('a cell of people', () => {
  test('is of what is published, blank where that is nobody and not known to be', () => {
    expect(cell('people', 15 + TRACE, 22 + TRACE, 15 + TRACE)).toBe(15);
    expect(cell('people', TRACE, 7 + TRACE, 2 * TRACE)).toBeNull();
    expect(cell('people', 0, 7, 0)).toBeNull();
    expect(cell('people', 0, 0, TRACE)).toBeNull();
    expect(cell('people', 0, 0, 0)).toBe(0);
  });

  test('is blank where people may live in another row, from two fifths of a person on', () => {
    expect(cell('people', 20, 20, 20.4)).toBe(20);
    expect(cell('people', 20, 20, 20.41)).toBeNull();
  });

  test('of a row that a run does not have is of what is published', () => {
    expect(cell('people', 20, undefined, 20)).toBe(20);
    expect(cell('people', TRACE, undefined, TRACE)).toBeNull();
  });
});

describe('another cell', () => {
  test('is what all runs have, else blank; a run that leaves it blank says nothing', () => {
    expect(cell('percent', 50, 50, null)).toBe(50);
    expect(cell('percent', 100, 58.8, 100)).toBeNull();
    expect([cell('code', 'E1', 'E1', 'E1'), cell('code', 'E1', 'E2', 'E1'), cell('code', 'E1', null, 'E1')]).toEqual(['E1', null, null]); // prettier-ignore
    expect([cell('flag', true, true, true), cell('flag', true, false, true)]).toEqual([true, null]);
    expect(cell('hectares', 5, undefined, 5)).toBeNull();
  });

  test('that is a share has the decimals that are sure, two at least, and is not all or none', () => {
    expect(cell('number', 0.61237, 0.61241, 0.61239)).toBe(0.6124);
    expect(cell('share', 0.614, 0.606, 0.61)).toBe(0.61);
    expect(cell('share', 0.616, 0.606, 0.61)).toBeNull();
    expect([cell('share', 0.999, 1, 1), cell('share', 0.001, 0, 0)]).toEqual([null, null]);
    expect([cell('share', 1, 1, 1), cell('share', 0, 0, 0)]).toEqual([1, 0]);
  });

  test('that counts small areas under people is blank', () => {
    const about = { measure: 'people', role: 'blocks' } as const;
    expect(agreedCell(column('count', about), [4, 4, 4], NHS)).toBeNull();
  });
});

describe('a table', () => {
  const table = (...rows: readonly (readonly Cell[])[]): Table => ({
    name: 'x',
    caption: '',
    columns: [column('code', { role: 'unit' }), column('percent'), column('people')],
    rows,
  });

  test('has its rows matched by their units, and those that only some run has at the end', () => {
    const least = table(['a', 10, 20], ['b', 90, 30]);
    const most = table(['b', 90, 30], ['c', 5, 7], ['a', 12, 20]);
    expect(agreedTable([least, most, least], NHS).rows).toEqual([
      ['a', null, 20],
      ['b', 90, 30],
      ['c', null, null],
    ]);
  });
});

describe('sentences', () => {
  const say = (...runs: readonly string[]): string[] =>
    agreedSentences(
      runs.map((text) => [text]),
      NHS,
    );

  test('that differ in numbers say between which they lie', () => {
    expect(say('0 people (0 %) are in none.', '7 people (4.1 %) are in none.')).toEqual([
      'Fewer than 8 people (0 to 4.1 %) are in none.',
    ]);
    expect(say('In all, 1,905 people.', 'In all, 1,919 people.')).toEqual(['In all, 1,905 to 1,919 people.']);
    expect(say('In all, 0 people.', 'In all, 14 people.')).toEqual(['In all, 0 to 14 people.']);
  });

  test('that differ in a code or a word are not said', () => {
    expect(say('E54000001 has most.', 'E54000002 has most.')).toEqual([]);
    expect(say('Nobody is outside.', '7 are outside.')).toEqual([]);
  });

  test('of a summary that are left out are spoken of, the headline too', () => {
    const summary = (...runs: readonly (readonly string[])[]): string[] => agreedSummary(runs, NHS);
    expect(summary(['A.', 'B.'], ['A.', 'B.'])).toEqual(['A.', 'B.']);
    expect(summary(['A.', 'B.'], ['A.'])).toEqual(['A.', 'What else hangs on counts that the disclosure rule keeps back is not said.']); // prettier-ignore
    expect(summary(['A.'], ['C.'])).toEqual([
      'The headline hangs on counts that the disclosure rule keeps back.',
    ]);
  });
});
