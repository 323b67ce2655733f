/**
 * Neighbourhoods that cover their councils exactly: page, document, Markdown, picture and terminal say with one voice
 * that everyone is in one of them, however many there are to a council and whoever lives beyond.
 */
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseResult } from '../../src/result/parse-result.js';
import { tellStory } from '../../src/story/tell-story.js';
import { humanText } from './human-text.js';
import { makeFolder, runCommand } from './run-command.js';
import { collection, feature, polygon, square } from './small-files.js';

/** Squares of a tenth of a degree in a row, from the west; each of `groups` is as many of them as it says. */
const row = (groups: readonly number[], properties: (n: number) => object): object[] =>
  groups.map((width, n) => {
    const [west, east] = [0, width].map(
      (more) => (groups.slice(0, n).reduce((sum, each) => sum + each, more) - 20) / 10,
    ) as [number, number];
    return feature(
      properties(n),
      polygon([
        [west, 53],
        [east, 53],
        [east, 53.1],
        [west, 53.1],
        [west, 53],
      ]),
    );
  });

const COUNCILS = ['Ashby', 'Brookham', 'Crale', 'Dunmoor'];
const PEOPLE = [1204, 987, 1311, 12_345, 640];
const block = (n: number): string => `E0108880${n}`;

const { path: folder, remove } = makeFolder({
  // A council of two blocks, one of one, one of one without any locality, and one where there is no block.
  'councils.geojson': collection(
    row([2, 1, 1, 1], (n) => ({ LAD24CD: `E0700880${n}`, LAD24NM: COUNCILS[n]! })),
  ),
  'localities.geojson': collection(
    row([1, 1, 1], (n) => ({ Locality: ['Upper', 'Nether', 'Brookham'][n]! })),
  ),
  'halves.geojson': collection([
    // Two localities to each block of the first council: blocks are shared out by area, and people stay whole.
    ...row([0.5, 1, 0.5, 1], (n) => ({ Locality: `Half ${n}` })),
  ]),
  'upper_only.geojson': collection(row([1], () => ({ Locality: 'Upper' }))),
  'one_each.geojson': collection(row([2, 1], (n) => ({ Locality: COUNCILS[n]! }))),
  'blocks.geojson': collection(
    [0, 1, 2, 3].map((n) => feature({ LSOA21CD: block(n) }, polygon(square((n - 20) / 10, 53, 0.1)))),
  ),
  'people.csv': `LSOA21CD,people\n${[0, 1, 2, 3].map((n) => `${block(n)},${PEOPLE[n]}\n`).join('')}`,
});
afterAll(remove);

const FACES = ['html', 'docx', 'md', 'svg'];

/** What each face says of a file of localities, line ends and spaces as one space. */
async function facesOf(name: string): Promise<Map<string, string>> {
  const words = ['coverage', `${name}.geojson`, '--within', 'councils.geojson'];
  const more = [
    '--call',
    `${name}=locality|localities`,
    '--people',
    'people.csv',
    '--blocks',
    'blocks.geojson',
  ];
  const outputs = [...FACES, 'json'].flatMap((face) => ['-o', `${name}.${face}`]);
  const ran = await runCommand([...words, ...more, ...outputs], { cwd: folder });
  expect(ran.code, ran.stderr).toBe(0);
  const { stdout } = await runCommand([...words, ...more], { cwd: folder, terminal: true });
  const faces = FACES.map((face): [string, string] => [face, humanText(join(folder, `${name}.${face}`))]);
  return new Map(
    [...faces, ['terminal', stdout] as const].map(([face, text]) => [face, text.replace(/\s+/g, ' ')]),
  );
}

describe.each(['localities', 'halves', 'one_each'])('%s', (name) => {
  test('every face says that all are in exactly one', async () => {
    const said = 'All 3,502 people in Ashby and Brookham are in exactly one locality';
    for (const [face, text] of await facesOf(name)) {
      expect(text, face).toContain(said);
      // Nothing of the other story: nobody is said to be outside, in several or in none.
      expect(text, face).not.toMatch(/people are outside|live outside|are in no locality|are in two/);
    }
    const json = await runCommand(['render', `${name}.json`, '--json'], { cwd: folder });
    const result = parseResult(json.stdout);
    const story = tellStory(result);
    expect(story.bar).toMatchObject({ one: 3502, several: 0, none: 0 });
    const units = result.tables.find((table) => table.name === 'neighbourhoods')!;
    const amount = units.columns.findIndex(({ kind }) => kind === 'people');
    const listed = story.answer?.kind === 'list' ? story.answer.groups.flatMap(({ rows }) => rows) : [];
    expect(story.answer).toMatchObject({ kind: 'list', heading: 'Localities by people' });
    expect(listed.map(({ unit, amount: people }) => [unit.code, people]).sort()).toEqual(
      units.rows.map((cells) => [cells[0], cells[amount]]).sort(),
    );
  });
});

test('one locality too few is another story, told by every face', async () => {
  const told = await facesOf('upper_only');
  for (const [face, text] of told) {
    expect(text, face).toContain('987 people are in no locality');
    expect(text, face).not.toContain('exactly one');
  }
});
