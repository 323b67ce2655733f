/**
 * What is said of each command's tables, map and shapes before it runs is what it makes.
 */
import { afterAll, expect, test } from 'vitest';
import { WITH_MAP, WITH_SHAPES } from '../../src/cli/possible-outputs.js';
import { TABLES_OF } from '../../src/cli/tables-of-command.js';
import type { Result } from '../../src/result/result.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleFiles } from './example-files.js';
import { makeFolder, runCommand } from './run-command.js';

const folder = makeFolder({
  ...exampleFiles(),
  'services.csv': 'type,longitude,latitude\nhub,-0.95,52.05\n',
  'budget.csv': 'code,pounds\nE06000001,10\nE06000002,10\nE06000003,10\nE06000004,10\n',
  'merge.yaml': 'merge: {Joined: [Elm, Fir]}\n',
});
afterAll(() => folder.remove());

const PEOPLE = ['--people', 'residents.csv', '--blocks', 'lsoa.geojson'];
const LAYERS = ['icbs.geojson', 'councils.geojson'];

/** Command lines that together make every table. */
const LINES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  overlap: [LAYERS],
  align: [[...LAYERS, ...PEOPLE, '--audit', 'lookup.csv:LSOA21CD:LAD24CD']],
  coverage: [
    ['neighbourhoods.geojson', '--within', 'councils.geojson', ...PEOPLE, '--services', 'services.csv'],
  ],
  partners: [['Elm', ...LAYERS], ['Surrey Heath']],
  compare: [
    ['councils_before.geojson', 'councils.geojson', '--against', 'icbs.geojson'],
    ['councils_before.geojson', 'councils.geojson', 'later=councils.geojson', '--against', 'icbs.geojson'],
  ],
  scenario: [['merge.yaml', '--layer', 'councils.geojson', '--against', 'icbs.geojson', ...PEOPLE]],
  suggest: [[...LAYERS, ...PEOPLE, '--apportion', 'budget=budget.csv:code:pounds']],
  'suggest neighbourhoods': [
    [
      ...['--within', 'councils.geojson', '--keep', 'kept=lookup.csv:LSOA21CD:LAD24CD', ...PEOPLE],
      ...[
        '--size',
        '100:5000',
        '--compare-with',
        'drawn=neighbourhoods.geojson',
        '--services',
        'services.csv',
      ],
    ],
  ],
  derive: [['pcn', '--patients', 'patients.csv', '--practices', 'practices.csv', '--blocks', 'lsoa.geojson']],
  differencing: [[...LAYERS, ...PEOPLE, '--under', '10']],
  atoms: [[...LAYERS, ...PEOPLE]],
  check: [['councils.geojson']],
};

test.each(Object.keys(TABLES_OF))('%s', async (command) => {
  const made = new Set<string>();
  let [map, shapes] = [false, false];
  // A command that is said to draw shapes may draw them only where they are asked for; no other ever does.
  const asked = WITH_SHAPES.includes(command) ? ['-o', 'r.geojson'] : [];
  for (const words of LINES[command]!) {
    const argv = [...(command === 'atoms' ? ['export', command] : [command]), ...words, '--quiet'];
    await runCommand([...argv, '-o', 'before.json'], { cwd: folder.path });
    const outputs = ['-o', 'r.json', ...asked];
    const { code, stderr } = await runCommand([...argv, '--baseline', 'before.json', ...outputs], {
      cwd: folder.path,
    });
    expect(code, stderr).toBe(0);
    const result = JSON.parse(readFileSync(join(folder.path, 'r.json'), 'utf8')) as Result;
    for (const { name } of result.tables) made.add(name);
    map ||= result.map !== undefined;
    shapes ||= result.shapes !== undefined;
  }
  const listed = TABLES_OF[command]!;
  expect([...made].filter((name) => listed.every((table) => table.name !== name))).toEqual([]);
  // Whether anything is in doubt depends on the files.
  expect(listed.filter(({ name }) => name !== 'doubts' && !made.has(name))).toEqual([]);
  expect([command, map]).toEqual([command, WITH_MAP.includes(command)]);
  expect([command, shapes]).toEqual([command, WITH_SHAPES.includes(command)]);
});
