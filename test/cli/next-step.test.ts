/** The next command is said with the names of one's own files, quoted for a shell, and runs. */
import { afterAll, expect, test } from 'vitest';
import { exampleFiles } from './example-files.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';

const files = exampleFiles();
const folder = makeFolder({
  'icbs.geojson': files['icbs.geojson']!,
  'councils.geojson': files['councils.geojson']!,
  'lsoa.geojson': files['lsoa.geojson']!,
  'residents.csv': files['residents.csv']!,
  'lookup.csv': files['lookup.csv']!,
  "a b/it's.geojson": files['councils.geojson']!,
  'lone/one.geojson': files['councils.geojson']!,
});
const empty = makeFolder();
afterAll(() => [folder, empty].forEach(({ remove }) => remove()));
const run = (argv: readonly string[], cwd = folder.path): Promise<Ran> => runCommand(argv, { cwd });
const lookup = (column: string): string => `lookup.csv:LSOA21CD:${column}`;

test.each([
  [['check', 'icbs.geojson'], 'overlap icbs.geojson councils.geojson'],
  [['check', 'icbs.geojson', 'councils.geojson'], 'overlap icbs.geojson councils.geojson'],
  [['check', "a b/it's.geojson"], "init 'a b'"],
  [['inspect', 'councils.geojson'], 'overlap councils.geojson icbs.geojson'],
  [['inspect', 'lone/one.geojson'], 'check lone/one.geojson'],
  [['inspect', 'icbs.geojson', 'councils.geojson'], 'overlap icbs.geojson councils.geojson'],
  [['inspect', 'lookup.csv'], `overlap ${lookup('ICB24CD')} ${lookup('LAD24CD')}`],
  [
    ['inspect', 'residents.csv'],
    'overlap councils.geojson icbs.geojson --people residents.csv --blocks lsoa.geojson',
  ],
  [['demo'], 'init'],
  [['init', '--force'], 'report'],
  [['init', 'a b', '--force'], "report 'a b'"],
])('after %j', { timeout: 20_000 }, async (argv, next) => {
  const { stderr } = await run(argv);
  expect(stderr.split('\n').at(-2)).toBe(`next: coterminous ${next}`);
  const words = [...next.matchAll(/'([^']*)'|(\S+)/g)].map(([, text, plain]) => text ?? plain!);
  const { code, stderr: said } = await run(words[0] === 'init' ? [...words, '--force'] : words);
  expect(code, said).toBe(0);
});

test('in an empty folder more is shown of what is on board', async () => {
  const first = await run(['demo'], empty.path);
  expect(first.stderr).toContain('next: coterminous demo england\n');
  const second = await run(['demo', 'england'], empty.path);
  expect(second.stderr).toContain("next: coterminous partners 'Essex County Council'\n");
});

test('inspect lists a lookup as layers that can be pasted', async () => {
  const { stdout } = await run(['inspect', 'lookup.csv']);
  expect(stdout).toContain(`as a layer ${lookup('ICB24CD')}\n`);
  expect(stdout).toContain(`             ${lookup('LAD24CD')}\n`);
});

test('nothing is said of it with --quiet or in JSON', async () => {
  for (const argv of [
    ['check', 'icbs.geojson', '--quiet'],
    ['demo', '--quiet'],
    ['inspect', 'lookup.csv', '--json'],
  ])
    expect((await run(argv)).stderr).toBe('');
});
