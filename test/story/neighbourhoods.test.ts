/** What built neighbourhoods are said to be, on strips of blocks; every number is read back from the tables. */
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand } from '../cli/run-command.js';
import { collection, feature, polygon, square } from '../cli/small-files.js';
import { parseResult } from '../../src/result/parse-result.js';
import type { Story } from '../../src/story/story.js';
import { tellStory } from '../../src/story/tell-story.js';
import { recordsOf } from '../measures/compare-drawn.js';

const codes = [1, 2, 3, 4, 5, 6].map((n) => `E0100000${n}`);
const wards = ['A', 'A', 'B', 'B', 'B', 'B'];
const folder = makeFolder({
  // A strip of six.
  'blocks.geojson': collection(
    codes.map((code, n) => feature({ LSOA21CD: code }, polygon(square(-1 + 0.01 * n, 52, 0.01)))),
  ),
  'people.csv': `LSOA21CD,Total\n${codes.map((code) => `${code},1500`).join('\n')}\n`,
  'lookup.csv': `LSOA21CD,LAD24CD,LAD24NM,WD24CD\n${codes
    .map((code, n) => `${code},E07000001,Elm,E0500000${wards[n] === 'A' ? 1 : 2}`)
    .join('\n')}\n`,
  'drawn.csv': `LSOA21CD,neighbourhood_code\n${codes.map((code, n) => `${code},${n < 3 ? 'X' : 'Y'}`).join('\n')}\n`,
});
afterAll(() => folder.remove());

async function built(...options: string[]) {
  const { stdout, stderr } = await runCommand(
    [
      ...['suggest', 'neighbourhoods', '--blocks', 'blocks.geojson', '--people', 'people.csv'],
      ...['--within', 'lookup.csv:LSOA21CD:LAD24CD', ...options, '--json'],
    ],
    { cwd: folder.path },
  );
  expect(stdout, stderr).not.toBe('');
  const result = parseResult(stdout);
  return { story: tellStory(result), rows: (name: string) => recordsOf(result, name) };
}
const WARDS = ['--keep', 'lookup.csv:LSOA21CD:WD24CD'];
const words = ({ figures }: Story): string[] =>
  figures.map(({ value, beside, text }) => `${value} ${beside} ${text}`.replace('  ', ' '));

describe('the headline', () => {
  it('says that no ward is split where none is', async () => {
    const { story } = await built(...WARDS, '--size', '3000:6000', '--number', '2');
    expect(story.headline).toBe('Two neighbourhoods split no ward');
  });

  it('says which are split and whom', async () => {
    const { story, rows } = await built(...WARDS, '--size', '4500:4500', '--number', '2');
    expect(rows('parents')[0]).toMatchObject({ people_split_of_ward: 1500, ward_split: 1 });
    expect(story.headline).toBe(
      'Two neighbourhoods split one ward: 1,500 people live apart from most of their ward',
    );
  });

  it('says without kept units whether all have the size, at its end and one person off it', async () => {
    const inside = await built('--size', '4500:4500', '--number', '2');
    expect(inside.story.headline).toBe('Two neighbourhoods are inside the size band');
    const outside = await built('--size', '4501:4600', '--number', '2');
    const out = outside.rows('neighbourhoods').filter((row) => row['in_band'] === false).length;
    expect(outside.story.headline).toBe(
      `Two neighbourhoods, ${['no', 'one', 'two'][out]} of them outside the size band, are built`,
    );
  });
});

it('figures and list say what the tables say, and what it is not', async () => {
  const { story, rows } = await built(
    ...[...WARDS, '--size', '3000:6000', '--number', '2'],
    ...['--compare-with', 'drawn=drawn.csv:LSOA21CD:neighbourhood_code'],
  );
  const [parent] = rows('parents');
  const compared = rows('compared').find((row) => row['plan'] === 'drawn')!;
  const least = Math.min(...rows('neighbourhoods').map((row) => Number(row['polsby_popper'])));
  const km = (value: unknown): string => `${Number(value).toFixed(1)} km`;
  expect(words(story)).toEqual([
    '2 of 2 neighbourhoods are inside the size band; they have 3,000 to 6,000 people',
    `0 people are split from most of their ward; 1,500 by drawn`,
    `${km(parent!['inner_border_km'])} of border between neighbourhoods (${km(compared['inner_border_km'])} by drawn); the least compact scores ${least.toFixed(2)} of 1 (Polsby–Popper)`,
  ]);
  expect(compared['people_split_of_ward']).toBe(1500);
  if (story.answer?.kind !== 'list') throw new Error('no list');
  expect(
    story.answer.groups.flatMap((group) => group.rows.map(({ figure, detail }) => [figure, detail])),
  ).toEqual(
    [...rows('neighbourhoods')]
      .sort((p, q) => Number(q['people']) - Number(p['people']))
      .map((row) => [
        Number(row['people']) === 6000 ? '6,000' : '3,000',
        `one ward whole; ${Number(row['blocks']) === 4 ? 'four' : 'two'} small areas; compactness ${Number(row['polsby_popper']).toFixed(2)}`,
      ]),
  );
  expect(story.footnotes).toEqual([
    'This is arithmetic, not a recommendation: it knows nothing of how people live and how services work.',
  ]);
});
