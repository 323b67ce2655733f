/** What coverage, a place, differencing and several reports at once are said to come to, on lookups of a few areas. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseResult } from '../../src/result/parse-result.js';
import { tellStory } from '../../src/story/tell-story.js';
import type { PlaceCard, ReportList, Story } from '../../src/story/story.js';
import { makeFolder, runCommand } from '../cli/run-command.js';

/** Small area, neighbourhood, second neighbourhood, council, ICB, people. */
const AREAS = [
  ['E01000001', 'N1', '', 'E06000001', 'E54000001', 1000],
  ['E01000002', 'N1', '', 'E06000001', 'E54000001', 2000],
  ['E01000003', 'N2', '', 'E06000002', 'E54000001', 4000],
  ['E01000004', 'N2', 'N1', 'E06000002', 'E54000002', 7],
  ['E01000005', '', '', 'E06000002', 'E54000002', 500],
  ['W01000001', 'N1', '', 'W06000001', '', 30],
  ['W01000002', '', '', 'W06000001', '', 8000],
] as const;
const csv = (...rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;
const lookup = (heading: string, of: number, more: readonly number[] = []): string =>
  csv(
    ['LSOA21CD', heading],
    ...AREAS.flatMap((area) =>
      [of, ...more].flatMap((at) => (area[at] === '' ? [] : [[area[0], area[at]!]])),
    ),
  );
const whole = (rows: readonly (typeof AREAS)[number][]): string =>
  csv(['LSOA21CD', 'neighbourhood'], ...rows.map((area) => [area[0], area[1] === '' ? 'N3' : area[1]]));

const { path: folder, remove } = makeFolder({
  'hoods.csv': lookup('neighbourhood', 1, [2]),
  'clean.csv': whole(AREAS.filter(([area]) => area.startsWith('E'))),
  'councils.csv': lookup('LAD24CD', 3),
  'english.csv': csv(
    ['LSOA21CD', 'LAD24CD'],
    ...AREAS.flatMap((area) => (area[0].startsWith('E') ? [[area[0], area[3]]] : [])),
  ),
  'icbs.csv': lookup('ICB24CD', 4),
  'english_people.csv': csv(
    ['LSOA21CD', 'usual_residents'],
    ...AREAS.flatMap((area) => (area[0].startsWith('E') ? [[area[0], area[5]]] : [])),
  ),
  'people.csv': csv(['LSOA21CD', 'usual_residents'], ...AREAS.map((area) => [area[0], area[5]])),
  'coterminous.yaml': `layers: { icb: "icbs.csv:LSOA21CD:ICB24CD", ltla: "english.csv:LSOA21CD:LAD24CD" }
people: { usual_residents: english_people.csv }
reports:
  smaller: { command: overlap, layers: [icb, ltla], only: E06000001 }
  worst_of_all: { command: align, layers: [icb, ltla] }
outputs: [all.json]
`,
});
afterAll(remove);

const PEOPLE = ['--people', 'usual_residents=people.csv'];
const ENGLISH = ['--people', 'usual_residents=english_people.csv'];
async function told(...argv: readonly string[]): Promise<Story> {
  const ran = await runCommand([...argv, '-o', 'r.json', '--quiet'], { cwd: folder });
  expect(ran.code, ran.stderr).toBe(0);
  return tellStory(parseResult(readFileSync(join(folder, 'r.json'), 'utf8')));
}

describe('coverage', () => {
  const hoods = 'hoods.csv:LSOA21CD:neighbourhood';

  test('counts everybody once, and nobody of a country that neighbourhoods only reach into', async () => {
    const story = await told('coverage', hoods, '--within', 'councils.csv:LSOA21CD:LAD24CD', ...PEOPLE);
    expect(story.headline).toBe('500 people in England are in no neighbourhood and 7 are in two');
    expect(story.figures.map(({ value }) => value)).toEqual(['7,000', '7', '500']);
    expect(story.bar).toMatchObject({ one: 7000, several: 7, none: 500 });
    expect(story.footnotes).toContain(
      'Wales is not counted: no neighbourhood has most of its people there, and of the 8,030 people in one council, 8,000 are in none.',
    );
    expect(story.concerned).toBe(507);
  });

  test('of one country alone says no country', async () => {
    const story = await told('coverage', hoods, '--within', 'english.csv:LSOA21CD:LAD24CD', ...ENGLISH);
    expect(story.headline).toBe('500 people are in no neighbourhood and 7 are in two');
    expect(story.footnotes.join(' ')).not.toContain('not counted');
  });

  test('says that everybody is in exactly one', async () => {
    const story = await told(
      'coverage',
      'clean.csv:LSOA21CD:neighbourhood',
      '--within',
      'english.csv:LSOA21CD:LAD24CD',
      ...ENGLISH,
    );
    expect(story.headline).toBe(
      'All 7,507 people in E06000001 and E06000002 are in exactly one neighbourhood',
    );
    expect(story.subtitle).toContain('Residents');
  });
});

test('a place: who shares it, whole and in part, without a year', async () => {
  const story = await told(
    'partners',
    'E06000002',
    'icbs.csv:LSOA21CD:ICB24CD',
    'english.csv:LSOA21CD:LAD24CD',
    ...ENGLISH,
  );
  expect(story.title).toBe('E06000002 and its partners');
  expect(story.headline).toBe('E06000002 deals with two ICBs');
  expect(story.figures[1]).toMatchObject({ value: '507' });
  const { groups } = story.answer as PlaceCard;
  expect(
    groups.flatMap(({ rows }) =>
      rows.map(({ unit, extent, figure, share }) => [unit.code, extent, figure, share?.toFixed(3)]),
    ),
  ).toEqual([
    ['E54000001', 'part', '4,000', '0.888'],
    ['E54000002', 'part', '507', '0.112'],
  ]);
});

test('differencing: how many groups, the smallest first, never added up', async () => {
  const story = await told(
    'differencing',
    'icbs.csv:LSOA21CD:ICB24CD',
    'english.csv:LSOA21CD:LAD24CD',
    ...ENGLISH,
    '--under',
    '5000',
  );
  expect(story.headline).toMatch(
    / of fewer than 5,000 people can be had by subtraction between ICBs and councils$/,
  );
  expect(story.footnotes).toEqual(['Groups may hold the same people: they are counted, not added up.']);
  expect(story.answer).toMatchObject({ kind: 'list', heading: 'Groups by people, fewest first' });
});

test('of several reports the one about most people opens, each has its own headline', async () => {
  const ran = await runCommand(['report', '--quiet'], { cwd: folder });
  expect(ran.code, ran.stderr).toBe(0);
  const result = parseResult(readFileSync(join(folder, 'all.json'), 'utf8'));
  const story = tellStory(result);
  const { rows } = story.answer as ReportList;
  expect(rows.map(({ headline }) => headline)).toContain(story.headline);
  expect(story.headline).toBe('507 people in E06000002 live outside the council’s main ICB');
  expect(story.subtitle).toMatch(/^The worst finding of two reports: worst of all\. /);
  expect(new Set(rows.map(({ title }) => title)).size).toBe(2);
  expect(result.summary[0]).toBe(`${story.headline}.`);
  expect(result.summary.filter((sentence) => /^(.+): \1\b/i.test(sentence))).toEqual([]);
});
