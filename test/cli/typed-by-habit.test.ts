/**
 * Command lines as people type them out of habit, or paste them: done where the meaning is sure, else answered with the
 * line that was meant.
 */
import { afterAll, expect, test } from 'vitest';
import { exampleFiles } from './example-files.js';
import { makeFolder, runCommand } from './run-command.js';

const folder = makeFolder(exampleFiles());
afterAll(() => folder.remove());

const run = (line: readonly string[]): ReturnType<typeof runCommand> =>
  runCommand(line, { cwd: folder.path });
const LAYERS = ['icbs.geojson', 'councils.geojson'];

test.each([
  [['--help', 'overlap'], 'coterminous overlap: '],
  [['-h', 'fetch'], 'coterminous fetch: '],
  [['/?'], 'coterminous: where boundaries'],
  [['?', 'rules'], 'rules'],
  [['coterminous', 'help', 'overlap'], 'coterminous overlap: '],
  [['coterminous', 'version'], '0.'],
])('%j is done', async (line, told) => {
  const { code, stdout } = await run(line);
  expect([code, stdout.toLowerCase()]).toEqual([0, expect.stringContaining(told)]);
});

test.each([
  [[`overlap ${LAYERS.join(' ')}`], `Without them: coterminous overlap ${LAYERS.join(' ')}`],
  [['overlap', LAYERS[0]!, 'and', LAYERS[1]!], 'only a blank between them'],
  [['overlap', LAYERS.join(',')], 'only a blank between them'],
  [['overlap', `${LAYERS[0]!},`, LAYERS[1]!], 'only a blank between them'],
  [['overlap', ...LAYERS, '-output', 'x.csv'], `coterminous overlap ${LAYERS.join(' ')} --output x.csv`],
  [['overlap', ...LAYERS, '\u2013people', 'a b.csv'], "--people 'a b.csv'"],
  [['overlap', ...LAYERS, '\u2014people=residents.csv'], '--people=residents.csv'],
  [['overlap', ...LAYERS, '\u2013-people', 'x.csv'], '--people x.csv'],
  [['suggest', 'neighbourhoods', 'x', '-people', 'x.csv'], 'coterminous suggest neighbourhoods x --people'],
  [['overlap', ...LAYERS, '-q'], 'Did you mean --quiet?'],
  [['suggest', 'neighbourhoods', 'x', '--size', '1-2'], 'coterminous suggest neighbourhoods --help'],
  [['init', LAYERS[0]!], 'name the folder that it lies in: .'],
])('%j is answered', async (line, told) => {
  const { code, stdout, stderr } = await run(line);
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(told)]);
});
