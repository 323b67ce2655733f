/**
 * Every number that the stories of changes say is read back from the tables of their results, by another way: by
 * heading and plain sums, not by what columns are about.
 */
import { expect, test } from 'vitest';
import type { MoveList, ProposalMatrix, Story } from '../../src/story/story.js';
import { tellStory } from '../../src/story/tell-story.js';
import type { Result } from '../../src/result/result.js';
import type { Cell } from '../../src/result/table.js';
import { england, recordsOf } from '../measures/compare-drawn.js';
import { compared, proposed, suggested } from './told.js';

type Row = Readonly<Record<string, Cell>>;

const commas = (value: number): string => {
  const digits = String(Math.round(value));
  return digits.length < 4 ? digits : `${commas(Math.floor(Math.round(value) / 1000))},${digits.slice(-3)}`;
};
const percent = (share: number): string => `${(Math.round(1000 * share) / 10).toFixed(1)}`;
const sum = (rows: readonly Row[], heading: string): number =>
  rows.reduce((total, row) => total + Number(row[heading]), 0);
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const word = (count: number): string => WORDS[count] ?? commas(count);

/** Numbers of a text, as they are printed; those in words too where they are on the list. */
const numbersOf = (text: string): string[] => text.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];

/** Headline and figures, one text. */
const opening = ({ headline, figures }: Story): string =>
  [headline, ...figures.flatMap(({ value, beside, text }) => [value, beside, text])].join(' ');

test('compare: 2024 and 2026', () => {
  const { layers, measures } = england(['icb_2024', 'icb_2026']);
  const result = compared(layers, measures);
  const story = tellStory(result);
  const [transfers, units, summary] = ['transfers', 'units', 'summary'].map((name) =>
    recordsOf(result, name),
  );
  const moved = sum(transfers!, 'people');
  const total = sum(units!, 'people');
  const before = summary!.filter(({ vintage }) => vintage === 'icb_2024');
  const after = summary!.filter(({ vintage }) => vintage === 'icb_2026');
  const of = (rows: readonly Row[], change: string): number =>
    rows.filter((row) => row['change'] === change).length;
  const split = new Set(
    transfers!.filter(({ change }) => change === 'split').map((row) => row['before_code']),
  );
  expect(story.headline).toBe(
    `${commas(moved)} people come to another ICB as ${before.length} become ${after.length}`,
  );
  expect(numbersOf(opening(story))).toEqual([
    commas(moved),
    String(before.length),
    String(after.length),
    percent(moved / total),
    commas(total),
    String(of(transfers!, 'merged')),
    String(split.size),
    String(of(before, 'abolished')),
    String(transfers!.length),
    String(of(after, 'created')),
    String(of(after, 'enlarged')),
    String(of(before, 'unchanged')),
    String(before.length),
    String(of(before, 'enlarged')),
  ]);
  const { moves } = story.answer as MoveList;
  expect(moves.map(({ number, from, to, figure }) => [number, from!.code, to!.code, figure])).toEqual(
    transfers!.map((row, i) => [i + 1, row['before_code'], row['after_code'], commas(Number(row['people']))]),
  );
  for (const [i, { detail }] of moves.entries()) {
    const { pct_of_before_people: left, pct_of_after_people: right } = transfers![i]!;
    const shares = [left, right]
      .map((share) => percent(Number(share) / 100))
      .filter((share) => share !== '100.0');
    expect(numbersOf(detail), detail).toEqual(shares);
  }
});

/** The eleven districts of Surrey as two councils and as three, and whom each proposal puts together. */
const DISTRICTS = {
  East: ['E07000208', 'E07000210', 'E07000211', 'E07000215'],
  North: ['E07000207', 'E07000212', 'E07000213'],
  West: ['E07000209', 'E07000214', 'E07000216', 'E07000217'],
};
const regrouped = (groups: Readonly<Record<string, readonly string[]>>): string =>
  `operations:\n${Object.entries(groups)
    .map(
      ([name, codes]) =>
        `  - merge: [${codes.join(', ')}]\n    into: {code: ${name}, name: ${name} Surrey}\n`,
    )
    .join('')}`;

test('scenario: two proposals for Surrey', () => {
  const { layers, measures } = england(['ltla', 'icb_2024']);
  const { East, North, West } = DISTRICTS;
  const two = regrouped({ East: [...East, North[0]!], West: [...West, ...North.slice(1)] });
  const result = proposed(
    layers,
    measures,
    { two, three: regrouped(DISTRICTS) },
    { least: 300_000, most: 800_000 },
  );
  const story = tellStory(result);
  const [now, units, shared] = ['units_now', 'units', 'shared'].map((name) => recordsOf(result, name));
  const columns = [
    now!.filter(({ scenario }) => scenario === 'two'),
    ...['two', 'three'].map((name) => units!.filter(({ scenario }) => scenario === name)),
  ];
  const outside = columns.map((rows) => sum(rows, 'icb_2024_outside_main'));
  const more = outside[1]! - outside[0]!;
  expect(outside[2]).toBe(outside[1]);
  expect(story.headline).toBe(
    `Both proposals split fewer councils between ICBs, but put ${commas(more)} more people outside their council’s main ICB`,
  );
  const { rows } = story.answer as ProposalMatrix;
  const cellsOf = (question: RegExp): string[] =>
    rows
      .find((row) => question.test(row.question))!
      .cells.map(({ value, detail }) => `${value} ${detail}`.trim());
  const split = columns.map((own) => own.filter((row) => Number(row['icb_2024_count']) > 1).length);
  expect(cellsOf(/split between/)).toEqual(columns.map((own, i) => `${split[i]} of ${own.length}`));
  expect(cellsOf(/^People outside/)).toEqual(
    columns.map((own, i) => `${commas(outside[i]!)} ${percent(outside[i]! / sum(own, 'people'))}\u00a0%`),
  );
  expect(cellsOf(/under 300,000/)).toEqual(
    columns.map(
      (own) =>
        `${own.filter(({ people }) => Number(people) < 300_000).length} of ${own.length} smallest ${commas(Math.min(...own.map(({ people }) => Number(people))))}`,
    ),
  );
  const everywhere = [
    shared!.filter((row) => row['scenario'] === 'two' && Number(row['parts_before']) > 1),
    ...['two', 'three'].map((name) =>
      shared!.filter((row) => row['scenario'] === name && Number(row['parts_after']) > 1),
    ),
  ].map((own) => own.length);
  expect(numbersOf(rows[0]!.detail)).toEqual(everywhere.map(String));
  // Who is outside in all is who was in all, less those of the units that change.
  expect(
    sum(
      shared!.filter(({ scenario }) => scenario === 'two'),
      'outside_main_after',
    ),
  ).toBe(
    sum(
      shared!.filter(({ scenario }) => scenario === 'two'),
      'outside_main_before',
    ) + more,
  );
});

test('suggest: ICBs and councils of England', () => {
  const { layers, measures } = england(['icb_2024', 'ltla']);
  const result = suggested(layers, measures);
  const story = tellStory(result);
  const [fix, choices] = ['fix', 'choices'].map((name) => recordsOf(result, name));
  const moved = sum(fix!, 'people_moved');
  const touched = new Set(fix!.flatMap((row) => [row['from_icb_2024_code'], row['to_icb_2024_code']]));
  expect(story.headline).toBe(
    `Moving ${commas(moved)} people to another ICB would leave no council split between ICBs`,
  );
  const { total } = result.reconciliation.find(({ layer }) => layer === 'icb_2024')!;
  expect(numbersOf(opening(story))).toEqual([
    commas(moved),
    percent(moved / total),
    commas(total),
    String(choices!.filter(({ settled }) => settled === true).length),
    String(choices!.length),
    String(fix!.length),
    String(touched.size),
    '42',
  ]);
  expect((story.answer as MoveList).moves.map(({ figure }) => figure)).toEqual(
    fix!.map((row) => commas(Number(row['people_moved']))),
  );
  expect((story.answer as MoveList).unchanged).toBe(`${word(42 - touched.size)} ICBs would stay as they are`);
});

test('no story of a change prints an id or a number without commas', () => {
  const { layers, measures } = england(['icb_2024', 'icb_2026', 'ltla']);
  const stories: Result[] = [
    compared(layers.slice(0, 2), measures),
    suggested([layers[0]!, layers[2]!], measures),
    proposed([layers[2]!, layers[0]!], measures, { north_surrey: regrouped(DISTRICTS) }),
  ];
  for (const result of stories) {
    const { title, headline, subtitle, figures, answer, footnotes } = tellStory(result);
    const texts: string[] = [];
    const collect = (value: unknown, key = ''): void => {
      if (typeof value === 'string' && !['layer', 'code', 'kind', 'table', 'tone', 'verdict'].includes(key))
        texts.push(value);
      else if (typeof value === 'object' && value !== null)
        for (const [name, each] of Object.entries(value)) collect(each, name);
    };
    collect({ title, headline, subtitle, figures, answer, footnotes });
    for (const text of texts) {
      expect(text).not.toMatch(/_|\b\d{5,}\b|\b1 (people|residents|pieces|councils)\b/);
    }
  }
});
