/**
 * How inputs were read, as a user sees it: one line each on standard error, whole in JSON and in the page.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Result } from '../../src/result/result.js';
import { makeFolder, runCommand } from './run-command.js';

const CODES = Array.from({ length: 16 }, (_, i) => `E010000${String(i).padStart(2, '0')}`);
const folder = makeFolder({
  'lookup.csv': [
    'LSOA21CD,ICB24CD,LAD24CD',
    ...CODES.map((code, i) => `${code},E5400000${i < 8 ? 1 : 2},E0700000${i < 5 ? 1 : 2}`),
  ].join('\n'),
  'residents.csv': ['LSOA21CD,population,males', ...CODES.map((code) => `${code},1085,500`), ',13,5'].join(
    '\n',
  ),
});
afterAll(() => folder.remove());
const run = (...args: string[]): ReturnType<typeof runCommand> =>
  runCommand(
    [
      ...['overlap', 'lookup.csv:LSOA21CD:ICB24CD', 'lookup.csv:LSOA21CD:LAD24CD'],
      ...['--people', 'residents=residents.csv', ...args],
    ],
    { cwd: folder.path },
  );

const LINE =
  "residents.csv: 17,360 people on 16 LSOAs, counted from 'population' (also possible: 'males'), codes in 'LSOA21CD'; 1 row without a code (13 people) left out; 100 % matched";

it('one line for each input stands on standard error, and nothing is said twice', async () => {
  const { code, stderr } = await run();
  expect(code).toBe(0);
  const lines = stderr.split('\n');
  expect(lines.slice(0, 3)).toEqual([
    "lookup.csv: 2 units, groups in 'ICB24CD', members in 'LSOA21CD'",
    "lookup.csv: 2 units, groups in 'LAD24CD', members in 'LSOA21CD'",
    LINE,
  ]);
  expect(stderr.match(/without a code/g)).toHaveLength(1);
  expect(stderr.match(/'population'/g)).toHaveLength(1);
  expect((await run('--quiet')).stderr).toBe('');
});

it('the record is whole in JSON and in the page, and a saved result tells it again', async () => {
  const { stdout } = await run('--json', '-o', 'saved.json', '-o', 'page.html', '-o', 'text.md');
  const { inputs, notes } = JSON.parse(stdout) as Result;
  expect(inputs.at(-1)!.reading).toEqual({
    line: LINE,
    fields: [
      { use: 'people', field: 'population', why: 'by its heading', candidates: ['males'] },
      { use: 'code', field: 'LSOA21CD', why: 'by its heading', candidates: [] },
    ],
    of: 'rows',
    read: 17,
    counted: 16,
    left: [{ what: 'without a code', count: 1, people: 13, codes: [] }],
    makes: { count: 16, of: 'LSOAs' },
    total: { count: 17360, of: 'people' },
    matched: {
      with: 'blocks of the lookups',
      percent: 100,
      codes: 16,
      of_codes: 16,
      others: 16,
      of_others: 16,
      people: 17360,
      of_people: 17360,
    },
  });
  expect(notes.join('\n')).not.toContain('population');
  const page = readFileSync(join(folder.path, 'page.html'), 'utf8');
  expect(page).toMatch(/<h3[^>]*>How inputs were read<\/h3>/);
  expect(page).toContain('also possible: <code>males</code>');
  expect(page).toContain('1 row without a code (13 people)');
  expect(readFileSync(join(folder.path, 'text.md'), 'utf8')).toContain(`- ${LINE}`);
  const again = await runCommand(['render', 'saved.json', '--json'], { cwd: folder.path });
  expect(again.stdout).toBe(stdout);
  expect(again.stderr).toContain(LINE);
});

it('under a disclosure rule neither the total nor what was left out is given back', async () => {
  const { stdout, stderr } = await run('--disclosure', 'under=20,round=5', '--json', '-o', 'page.html');
  const { reading } = (JSON.parse(stdout) as Result).inputs.at(-1)!;
  expect(reading).toMatchObject({
    read: null,
    counted: null,
    left: [{ what: 'without a code', count: null, people: null, codes: [] }],
    makes: { count: null },
    total: { count: null },
    matched: null,
  });
  const page = readFileSync(join(folder.path, 'page.html'), 'utf8');
  const told = page.slice(page.indexOf('How inputs were read'), page.indexOf('id="inputs"'));
  for (const text of [stderr, reading!.line, told])
    expect(text).not.toMatch(/\b(1[367]|17,360) (people|rows?|LSOAs)/);
  expect(reading!.line).toContain('fewer than 20 rows without a code (fewer than 20 people) left out');
});
