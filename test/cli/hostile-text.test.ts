/**
 * Names, codes, headings and file names full of signs that steer terminals: every command and every format shows them
 * as text, and no line begins a command of a CI system.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { ANY_UNSEEN, UNSEEN } from '../unseen-signs.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { collection, feature, polygon, square } from './small-files.js';

const EVERY = UNSEEN.join('x');
const EVIL = `\n::error::forged\r\n##[error]forged ##vso[task.setvariable]x${EVERY}`;

const area = (stem: string, prefix: string, i: number): object =>
  feature(
    {
      [`${stem}CD`]: `${prefix}0000000${i}${i === 1 ? EVIL : ''}`,
      [`${stem}NM`]: `Name ${i}${EVIL}`,
      [`kept${EVERY.replaceAll('\u0000', '')}`]: EVIL,
    },
    polygon(square(-1 + (i + (prefix === 'E07' ? 0.5 : 0)) / 10, 52, 0.1)),
  );
const icbs = collection([1, 2, 3].map((i) => area('ICB24', 'E54', i)));
const councils = collection([1, 2, 3].map((i) => area('LAD24', 'E07', i)));
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const council = (i: number): string =>
  quoted(`E070000000${i}`.slice(0, 3) + `0000000${i}${i === 1 ? EVIL : ''}`);

/** A name that a file system takes. */
const FILE = 'evil\u001b[31m\u202e\n::error::x.geojson';

const { path, remove } = makeFolder({
  'icb.geojson': icbs,
  'lad.geojson': councils,
  [FILE]: councils,
  'people.csv': `LAD24CD,${quoted(`note${EVIL.replaceAll('\u0000', '')}`)},people\n${[1, 2, 3]
    .map((i) => `${council(i)},x,${100 * i}`)
    .join('\n')}\n`,
  'bad.geojson': `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ICB24CD":${JSON.stringify(EVIL)}},"geometry":{"type":"Polygon","coordinates":[[[0,"${'\\u001b'}[31m"]]]}}]}`,
  'scenario.yaml': `name: ${JSON.stringify(`plan${EVIL}`)}\nlayer: lad.geojson\noperations:\n  - merge: [E0700000002, E0700000003]\n    into: { code: E07000009, name: ${JSON.stringify(EVIL)} }\n`,
  'config.yaml': `layers:\n  icb: icb.geojson\n${JSON.stringify(`k${EVIL}`)}: 1\n`,
  'folder/evil\u001b[31m.geojson': councils,
  'folder/evil\u202e\n::error::x.csv': `a\n1\n`,
});
afterAll(remove);

/** Lines that hold an unseen sign, or begin a command; those of a CSV end with CR LF. */
const forged = (text: string, isGithub = false): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .filter(
      (line) =>
        ANY_UNSEEN.test(line) ||
        /##(vso)?\[/.test(line) ||
        (/^\s*::/.test(line) && !(isGithub && /^::(error|warning|notice) title=[^:]*::/.test(line))),
    );

function expectHarmless({ stdout, stderr }: Ran, isGithub = false): void {
  expect(forged(stdout, isGithub)).toEqual([]);
  expect(forged(stderr)).toEqual([]);
}

const LAYERS = ['icb.geojson', 'lad.geojson'];
const PEOPLE = ['--people', 'people.csv', '--blocks', 'lad.geojson'];
const COMMANDS: readonly (readonly string[])[] = [
  ['overlap', ...LAYERS, '--allow-unmatched', '100', ...PEOPLE],
  ['overlap', 'icb.geojson', FILE],
  ['align', ...LAYERS],
  ['coverage', 'lad.geojson', '--within', 'icb.geojson'],
  ['compare', ...LAYERS],
  ['suggest', ...LAYERS],
  ['partners', `Name 2${EVIL}`, ...LAYERS],
  ['scenario', 'scenario.yaml'],
  ['check', 'icb.geojson', FILE],
];

describe.each(COMMANDS.map((argv) => [argv[0]!, argv] as const))('%s shows text as text', (_, argv) => {
  test('in every format of standard output, and on standard error', async () => {
    for (const format of ['csv', 'table', 'json', 'md', 'junit', 'html', 'github']) {
      const ran = await runCommand([...argv, '--format', format], { cwd: path });
      expect(ran.stderr).not.toContain('internal error');
      expectHarmless(ran, format === 'github');
    }
  });
});

describe('in files', () => {
  test('pages, pictures, workbooks and documents hold no unseen sign', async () => {
    const out = makeFolder();
    const names = ['a.csv', 'a.html', 'a.svg', 'a.md', 'a.json', 'a.xml', 'a.topojson', 'a.xlsx', 'a.docx'];
    const ran = await runCommand(
      ['overlap', ...LAYERS.map((file) => join(path, file)), ...names.flatMap((name) => ['-o', name])],
      { cwd: out.path },
    );
    expect([ran.code, ran.stderr.includes('internal error')]).toEqual([0, false]);
    for (const name of readdirSync(out.path)) {
      const bytes = readFileSync(join(out.path, name));
      const texts = /\.(xlsx|docx)$/.test(name)
        ? Object.entries(unzipSync(bytes)).flatMap(([part, xml]) =>
            /\.(xml|rels)$/.test(part) ? [strFromU8(xml)] : [],
          )
        : [bytes.toString('utf8')];
      for (const text of texts) expect(ANY_UNSEEN.test(text.replaceAll(/\r?\n/g, '')), name).toBe(false);
    }
    out.remove();
  });

  test('JSON says every text as it is', async () => {
    const { stdout } = await runCommand(['overlap', ...LAYERS, '--json'], { cwd: path });
    const { tables } = JSON.parse(stdout) as { tables: { rows: Record<string, unknown>[] }[] };
    expect(tables[0]!.rows.map((row) => row['icb_name'])).toContain(`Name 2${EVIL}`);
  });

  test('a saved result is rendered the same', async () => {
    const { stdout } = await runCommand(['overlap', ...LAYERS, '--json'], { cwd: path });
    const saved = makeFolder({ 'saved.json': stdout });
    for (const format of ['csv', 'table', 'md', 'junit', 'github'])
      expectHarmless(
        await runCommand(['render', 'saved.json', '--format', format], { cwd: saved.path }),
        format === 'github',
      );
    saved.remove();
  });
});

describe('beside reports', () => {
  test.each([
    ['inspect', ['inspect', ...LAYERS, FILE, 'people.csv']],
    ['inspect as JSON', ['inspect', FILE, '--json']],
    ['init', ['init', 'folder', '--stdout']],
    ['an error in a file', ['check', 'bad.geojson']],
    ['an error in a config', ['report', 'config.yaml']],
    ['a file that is not there', ['check', `no${EVIL.replaceAll('\u0000', '')}.geojson`]],
    ['an unknown command', [`x${EVIL}`]],
    ['a wrong value', ['overlap', ...LAYERS, '--tolerance', EVIL]],
    ['an unknown option', ['overlap', `--x${EVIL}`]],
    ['a rule', ['overlap', ...LAYERS, '--fail-on', EVIL]],
    ['a place', ['partners', EVIL]],
    ['a topic', ['help', EVIL]],
    ['a folder', ['init', EVIL]],
  ])('%s shows text as text', async (_, argv) => {
    const ran = await runCommand(argv, { cwd: path });
    expect(ran.stderr).not.toContain('internal error');
    expectHarmless(ran);
  });
});
