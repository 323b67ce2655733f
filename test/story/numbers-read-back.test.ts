/**
 * The numbers that a story says, worked out again from the tables of its result by headings of the contract, without
 * the code of `src/story`. A further command joins with a line in CASES.
 */
import { describe, expect, test } from 'vitest';
import { runCommand } from '../cli/run-command.js';
import { parseResult } from '../../src/result/parse-result.js';
import type { Result } from '../../src/result/result.js';
import type { Story } from '../../src/story/story.js';
import { tellStory } from '../../src/story/tell-story.js';

type Row = Readonly<Record<string, string | number | boolean | null>>;

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Numbers of a text in their order: 1,234 and 0.7, and words from two to nine. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?|\b(?:two|three|four|five|six|seven|eight|nine)\b/gi)].map(
    ([found]) =>
      WORDS.includes(found.toLowerCase())
        ? WORDS.indexOf(found.toLowerCase())
        : Number(found.replaceAll(',', '')),
  );

function rowsOf(result: Result, name: string): Row[] {
  const table = result.tables.find((each) => each.name === name)!;
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map(({ heading }, i) => [heading, row[i]!])),
  );
}

const sum = (rows: readonly Row[], heading: string): number =>
  rows.reduce((total, row) => total + Number(row[heading] ?? 0), 0);

/** A share in per cent as it is printed. */
const printed = (percent: number): number => Math.round(percent * 10) / 10;

const figures = ({ figures: three }: Story): number[] =>
  three.flatMap(({ value, beside, text }) => numbersIn(`${value} ${beside} ${text}`));

const listed = ({ answer }: Story): string[] =>
  answer?.kind === 'list' ? answer.groups.flatMap(({ rows }) => rows.map(({ figure }) => figure)) : [];

function alignSays(result: Result, story: Story, measure: string, shared: string): void {
  const rows = rowsOf(result, shared);
  const outside = sum(rows, `${measure}_outside_main`);
  const concerned = rows.filter((row) => Number(row[`${measure}_outside_main`]) >= 0.5).length;
  expect(numbersIn(story.headline)).toEqual([Math.round(outside), concerned]);
  const everyone = result.layers.find(
    ({ units }) => units === Math.max(...result.layers.map((l) => l.units)),
  )!;
  const line = result.reconciliation.find(
    ({ layer, quantity }) => layer === everyone.id && quantity === measure,
  )!;
  expect(figures(story).slice(0, 4)).toEqual([
    printed((100 * outside) / (line.total - line.left_out)),
    line.total - line.left_out,
    rows.length,
    everyone.units,
  ]);
  expect(listed(story).flatMap(numbersIn)).toEqual(
    rows.map((row) => Math.round(Number(row[`${measure}_outside_main`]))),
  );
}

function coverageSays(result: Result, story: Story): void {
  const rows = rowsOf(result, 'parents');
  const [all, none, several] = ['residents', 'uncovered_residents', 'double_residents'].map((each) =>
    sum(rows, each),
  );
  expect(numbersIn(story.headline).slice(0, 2)).toEqual([none, several]);
  expect(story.figures.map(({ value }) => numbersIn(value)[0])).toEqual([
    all! - none! - several!,
    several,
    none,
  ]);
  expect([story.bar!.one, story.bar!.several, story.bar!.none]).toEqual([
    all! - none! - several!,
    several,
    none,
  ]);
}

function overlapSays(result: Result, story: Story): void {
  const rows = rowsOf(result, 'overlap').filter(
    (row) => !['outside', 'sliver'].includes(String(row['relation'])),
  );
  const councils = new Map<string, number[]>();
  for (const row of rows)
    councils.set(String(row['ltla_code']), [
      ...(councils.get(String(row['ltla_code'])) ?? []),
      Number(row['residents']),
    ]);
  const split = [...councils.values()].filter((parts) => parts.length > 1);
  const outside = split.reduce(
    (total, parts) => total + parts.reduce((a, b) => a + b) - Math.max(...parts),
    0,
  );
  expect(numbersIn(story.headline)).toEqual([split.length, councils.size, outside]);
  expect(numbersIn(story.figures[0]!.value)).toEqual([rows.length]);
}

function partnersSay(result: Result, story: Story): void {
  const icbs = rowsOf(result, 'partners').filter((row) => row['layer'] === 'icb_2024');
  expect(numbersIn(story.headline)[0]).toBe(icbs.length);
  const whole = Number(icbs[0]!['place_people']);
  const outside = whole - Number(icbs[0]!['people']);
  expect(numbersIn(`${story.figures[1]!.value} ${story.figures[1]!.text}`)).toEqual([
    outside,
    printed((100 * outside) / whole),
  ]);
}

const PEOPLE = '--people residents=data/region/residents.csv --blocks data/region/blocks.geojson';
const [ICB, LTLA] = ['data/region/icb.geojson', 'data/region/ltla.geojson'];

const CASES: readonly [string, (result: Result, story: Story) => void][] = [
  ['align england:icb england:ltla', (result, story) => alignSays(result, story, 'people', 'shared')],
  [`align ${ICB} ${LTLA} ${PEOPLE}`, (result, story) => alignSays(result, story, 'residents', 'shared')],
  [
    `align ${LTLA} ${ICB} ${PEOPLE}`,
    (result, story) => alignSays(result, story, 'residents', 'shared_icb_ltla'),
  ],
  [`overlap ${ICB} ${LTLA} ${PEOPLE}`, overlapSays],
  [`coverage data/region/neighbourhoods.geojson --within ${LTLA} ${PEOPLE}`, coverageSays],
];

describe('numbers of a story stand in the tables', () => {
  for (const [line, says] of [...CASES, ['partners NY', partnersSay] as const])
    test(
      line,
      async () => {
        const words = line === 'partners NY' ? ['partners', 'North Yorkshire'] : line.split(' ');
        const { stdout } = await runCommand([...words, '--json']);
        const result = parseResult(stdout);
        const story = tellStory(result);
        expect(result.summary[0]).toBe(`${story.headline}.`);
        expect(story.figures).toHaveLength(3);
        says(result, story);
      },
      60_000,
    );
});
