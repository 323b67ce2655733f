/** What a timeline is said to show, on a few blocks; every number is read back from its tables by plain sums. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/measures/compare/compare.js';
import type { Result } from '../../src/result/result.js';
import type { Story } from '../../src/story/story.js';
import { tellStory } from '../../src/story/tell-story.js';
import { peopleOf, recordsOf } from '../measures/compare-drawn.js';
import { kindred, resultOf } from './told.js';

const counts = [1200, 1300, 1400, 1500, 1600, 1700, 1800, 1900];
const councils = kindred('ltla', 'ltla', 'p p p q q q r r');
const vintages = ['a a b b b c c c', 'a a a b b c c c', 'a a d d d d c c'].map((drawn, i) =>
  kindred(`icb_${2021 + i}`, 'icb', drawn, { vintage: String(2021 + i) }),
);

function timeline(against: boolean): { readonly result: Result; readonly story: Story } {
  const layers = against ? [...vintages, councils] : vintages;
  const found = compare({
    layers,
    measures: [peopleOf(counts.join(' '))],
    planar: true,
    tolerance: 'auto',
    sensitivity: false,
    vintages: 3,
  });
  const result = resultOf('compare', layers, found);
  return { result, story: tellStory(result) };
}

const commas = (value: number): string => String(value).replace(/(\d)(?=(\d{3})+$)/g, '$1,');

describe('held against councils', () => {
  const { result, story } = timeline(true);
  const rows = recordsOf(result, 'timeline');
  const [first, last] = [rows[0]!, rows.at(-1)!];
  // p has block 2 in b, q has block 5 in c; then q alone has 5 in c; then p has 2 in d.
  const outside = [counts[2]! + counts[5]!, counts[5]!, counts[2]!];

  it('the people outside at each date are those of the blocks', () => {
    expect(rows.map((row) => row['people_outside_main'])).toEqual(outside);
  });

  it('the headline has the last date and the first', () => {
    expect(story.headline).toBe(
      `${commas(outside[2]!)} people live outside the main ICB of their council in 2023, down from ${commas(outside[0]!)} in 2021`,
    );
  });

  it('the figures say what the tables say', () => {
    const moved = recordsOf(result, 'steps').map((row) => Number(row['people']));
    expect(story.figures[0]).toMatchObject({ value: commas(Number(last['people_outside_main'])) });
    expect(story.figures[0]!.text).toContain(`${commas(Number(first['people_outside_main']))} in 2021`);
    expect(story.figures[1]).toMatchObject({ value: String(last['units_shared']), beside: 'of 3' });
    expect(story.figures[1]!.text).toContain(`${String(first['units_shared'])} of 3 in 2021`);
    expect(story.figures[2]!.value).toBe(commas(Math.max(...moved)));
    expect(story.figures[2]!.text).toContain('from 2022 to 2023');
  });

  it('the chart has a point for each date and a line for each step', () => {
    const answer = story.answer!;
    if (answer.kind !== 'timeline') throw new Error(answer.kind);
    expect(answer.moments).toEqual(['2021', '2022', '2023']);
    expect(answer.courses.map(({ points }) => points.map(({ amount }) => amount))).toEqual([outside]);
    expect(answer.courses[0]!.points.map(({ figure }) => figure)).toEqual(outside.map(commas));
    expect(answer.courses[0]!.points.map(({ split }) => split)).toEqual(
      rows.map((row) => `${String(row['units_shared'])} of 3`),
    );
    expect(answer.steps.map(({ figure }) => figure)).toEqual(
      recordsOf(result, 'steps').map((row) => commas(Number(row['people']))),
    );
  });
});

it('held against nothing, the largest step is told', () => {
  const { result, story } = timeline(false);
  const moved = recordsOf(result, 'steps').map((row) => Number(row['people']));
  expect(story.headline).toBe(
    `${commas(Math.max(...moved))} people come to another ICB from 2022 to 2023, the largest of two steps`,
  );
});
