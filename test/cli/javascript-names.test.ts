/** Names that every JavaScript object has mean nothing special: as codes, headings, ids, measures, keys, topics. */
import { afterAll, describe, expect, test } from 'vitest';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { collection, feature, polygon, square } from './small-files.js';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'length'];
/** An object with such keys, which a literal would take for its prototype. */
const record = (value: (i: number) => unknown): object =>
  JSON.parse(
    `{${NAMES.map((name, i) => `${JSON.stringify(name)}: ${JSON.stringify(value(i))}`).join()}}`,
  ) as object;

const { path, remove } = makeFolder({
  'codes.geojson': collection(
    NAMES.map((name, i) => feature({ code: name, name }, polygon(square(-1 + i / 10, 52, 0.1)))),
  ),
  'headings.geojson': collection(
    NAMES.map((_, f) =>
      feature(
        record((i) => `v${i}-${f}`),
        polygon(square(-1 + f / 10, 52, 0.1)),
      ),
    ),
  ),
  'people.csv': `code,people\n${NAMES.map((name, i) => `${name},${10 * (i + 1)}`).join('\n')}\n`,
  'lookup.csv': `constructor,__proto__\n${NAMES.map((name, i) => `${name},${NAMES[i % 3]!}`).join('\n')}\n`,
  'config.yaml': 'layers: { a: codes.geojson }\n__proto__: 1\nreports: {}\n',
  'config2.yaml': 'layers: { a: codes.geojson }\nreports: { x: { command: toString, layers: [a] } }\n',
});
afterAll(remove);
const run = (...argv: readonly string[]): Promise<Ran> => runCommand(argv, { cwd: path });
const PEOPLE = ['--blocks', 'codes.geojson'];

describe('are names like any others', () => {
  test.each<[string, readonly string[]]>([
    ['codes', ['overlap', 'a=codes.geojson', 'b=codes.geojson', '--people', 'people.csv', ...PEOPLE]],
    ['ids of layers', ['overlap', 'constructor=codes.geojson', '__proto__=codes.geojson']],
    [
      'measures',
      ['align', 'a=codes.geojson', 'b=codes.geojson', '--people', '__proto__=people.csv', ...PEOPLE],
    ],
    [
      'headings',
      [
        ...['overlap', 'a=headings.geojson', 'b=headings.geojson', '--code', 'a=constructor'],
        ...['--code', 'b=__proto__', '--keep', 'a=__proto__', '--keep', 'a=toString'],
      ],
    ],
    ['columns of a lookup', ['overlap', 'a=lookup.csv:constructor:__proto__', 'b=codes.geojson', ...PEOPLE]],
  ])('%s', async (_, argv) => {
    const ran = await run(...argv, '--json');
    expect([ran.code, ran.stderr]).toEqual([0, expect.not.stringMatching(/native code|\[object/)]);
    const saved = makeFolder({ 'saved.json': ran.stdout });
    for (const format of ['json', 'csv', 'md', 'html', 'table']) {
      const argvOf = ['render', 'saved.json', '--format', format];
      const rendered = await runCommand(argvOf, { cwd: saved.path });
      expect(rendered.code).toBe(0);
      expect(rendered.stdout).not.toMatch(/native code|\[object Object/);
      if (format === 'json') expect(rendered.stdout).toBe(ran.stdout);
    }
    saved.remove();
  });

  test('and all people are counted', async () => {
    const { stdout } = await run(
      ...['overlap', 'a=codes.geojson', 'b=codes.geojson', '--people', 'people.csv', ...PEOPLE, '--json'],
    );
    const { tables } = JSON.parse(stdout) as { tables: { rows: { a_code: string; people: number }[] }[] };
    expect(tables[0]!.rows.map(({ a_code }) => a_code).sort()).toEqual([...NAMES].sort());
    expect(tables[0]!.rows.reduce((sum, { people }) => sum + people, 0)).toBe(280);
  });
});

describe('are unknown where they name nothing', () => {
  test.each([
    ['help', 'constructor'],
    ['help', '__proto__'],
    ['demo', 'constructor'],
    ['partners', 'toString'],
    ['kinds', '--format', 'valueOf'],
    ['overlap', 'england:constructor', 'england:ltla'],
    ['overlap', 'a=codes.geojson', 'b=codes.geojson', '--table', '__proto__'],
    ['overlap', 'a=codes.geojson', 'b=codes.geojson', '-o', 'x.constructor'],
    ['overlap', 'a=codes.geojson', 'b=codes.geojson', '--fail-on', 'constructor max 1'],
    ['overlap', 'a=codes.geojson', 'b=codes.geojson', '--crs', 'a=toString'],
    ['report', 'config.yaml'],
    ['report', 'config2.yaml'],
  ])('%s %s', async (...argv) => {
    const ran = await run(...argv);
    expect(ran.code).toBe(2);
    expect(ran.stderr).not.toMatch(/internal error|native code|is not a function/);
  });
});
