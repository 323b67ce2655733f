/**
 * The reference is in step with the source: pages below docs/reference are made of declarations, results and the source
 * itself. `npm run docs` writes them.
 */
import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandsPage, optionsPage } from '../../scripts/reference/commands.js';
import { errorsPage } from '../../scripts/reference/errors.js';
import { formatsPage } from '../../scripts/reference/formats.js';
import { findingsPage, kindsPage } from '../../scripts/reference/kinds.js';
import { quantitiesPage } from '../../scripts/reference/quantities.js';
import { readErrors } from '../../scripts/reference/read-errors.js';
import { tablesPage, type ShownResult } from '../../scripts/reference/tables.js';
import { TABLES_OF } from '../../src/cli/tables-of-command.js';
import { parseResult } from '../../src/result/parse-result.js';
import { makeFolder, runCommand } from '../cli/run-command.js';

const PEOPLE = ['--people', 'residents=data/region/residents.csv', '--blocks', 'data/region/blocks.geojson'];
const [ICB, LTLA] = ['data/region/icb.geojson', 'data/region/ltla.geojson'];
const LOOKUP = 'data/region/lookup.csv:LSOA21CD:LAD24CD';

/** Command lines that together make every table, on the region. */
const LINES: Readonly<Record<string, readonly (readonly [words: readonly string[], form?: string])[]>> = {
  overlap: [
    [[ICB, LTLA, ...PEOPLE]],
    [[ICB, LTLA, 'data/region/ward.geojson', ...PEOPLE], 'three layers or more'],
  ],
  align: [[[ICB, LTLA, ...PEOPLE, '--audit', LOOKUP, '--bands']]],
  coverage: [
    [
      ['data/region/neighbourhoods.geojson', '--within', LTLA, '--also', ICB, ...PEOPLE].concat([
        '--services',
        'data/region/services.csv',
      ]),
    ],
  ],
  partners: [
    [['Skelmoor', ICB, LTLA, ...PEOPLE]],
    [['Skelmoor', 'data/region/icb_older.geojson', ICB, LTLA, ...PEOPLE]],
  ],
  compare: [
    [['data/region/icb_older.geojson', ICB, '--against', LTLA, ...PEOPLE]],
    [
      ['data/region/icb_older.geojson', ICB, 'later=data/region/icb_generalised_BSC.geojson'].concat([
        '--against',
        LTLA,
        ...PEOPLE,
      ]),
      'three vintages or more',
    ],
  ],
  scenario: [[['merge.yaml', '--layer', LTLA, '--against', ICB, ...PEOPLE]]],
  suggest: [[[ICB, LTLA, ...PEOPLE, '--apportion', 'budget=budget.csv:code:pounds']]],
  'suggest neighbourhoods': [
    [
      ['--within', LTLA, '--keep', 'data/region/ward.geojson', ...PEOPLE, '--size', '20000:40000'].concat([
        '--only',
        'Pellow,Gannet Coast',
        '--effort',
        '500',
        '--compare-with',
        'drawn=data/region/neighbourhoods.geojson',
        '--services',
        'data/region/services.csv',
      ]),
    ],
  ],
  derive: [
    [
      ['pcn', '--patients', 'data/region/gp-reg-pat-prac-lsoa-all.csv'].concat([
        '--practices',
        'data/region/gp-reg-pat-prac-map.csv',
        '--blocks',
        'data/region/blocks.geojson',
      ]),
    ],
  ],
  differencing: [[[ICB, LTLA, ...PEOPLE, '--under', '60000']]],
  atoms: [[[ICB, LTLA, ...PEOPLE]]],
  check: [[[LTLA]], [[LTLA, '--baseline', 'check-0.json']]],
};

const folder = makeFolder({
  'merge.yaml': 'merge: {Joined: [Skelmoor, Brackenholt]}\n',
  'budget.csv': 'code,pounds\nE07900007,10\nE07900008,10\n',
});
symlinkSync(resolve('data'), join(folder.path, 'data'));
afterAll(() => folder.remove());
const pathOf = (page: string): string => resolve('docs/reference', page);
const paths = Object.fromEntries(
  ['commands', 'options', 'tables', 'formats', 'rules', 'kinds', 'findings', 'errors'].map((page) => [
    page,
    pathOf(`${page}.md`),
  ]),
);
const source = resolve('src');

const shown: Record<string, ShownResult[]> = {};
beforeAll(async () => {
  for (const [command, lines] of Object.entries(LINES)) {
    for (const [i, [words, form]] of lines.entries()) {
      const argv = [
        ...(command === 'atoms' ? ['export', command] : [command]),
        ...words,
        '--quiet',
        '-o',
        `${command}-${i}.json`,
      ];
      const { code, stderr } = await runCommand(argv, { cwd: folder.path });
      expect(code, stderr).toBe(0);
      const result = parseResult(readFileSync(join(folder.path, `${command}-${i}.json`), 'utf8'));
      (shown[command] ??= []).push({ result, ...(form === undefined ? {} : { form }) });
    }
  }
}, 120_000);

describe('the reference of', () => {
  test('commands', () => expect(commandsPage()).toMatchFileSnapshot(paths['commands']!));
  test('options', () => expect(optionsPage()).toMatchFileSnapshot(paths['options']!));
  test('tables', async () => {
    const page = tablesPage(shown);
    for (const [command, tables] of Object.entries(TABLES_OF))
      // Every command makes the table of a baseline: docs/rules.md tells of it.
      for (const { name } of tables)
        if (name !== 'baseline') expect(page).toContain(`### ${command}: ${name}`);
    await expect(page).toMatchFileSnapshot(paths['tables']!);
  });
  test('formats', () => expect(formatsPage()).toMatchFileSnapshot(paths['formats']!));
  test('quantities for rules', async () => {
    const results = Object.fromEntries(Object.entries(shown).map(([name, [first]]) => [name, first!.result]));
    await expect(quantitiesPage(results)).toMatchFileSnapshot(paths['rules']!);
  });
  test('kinds', () => expect(kindsPage()).toMatchFileSnapshot(paths['kinds']!));
  test('findings', () => expect(findingsPage()).toMatchFileSnapshot(paths['findings']!));
  test('errors', async () => {
    const errors = readErrors(source);
    expect(errors.length).toBeGreaterThan(200);
    for (const { id } of errors) expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
    await expect(errorsPage(errors)).toMatchFileSnapshot(paths['errors']!);
  });
});
