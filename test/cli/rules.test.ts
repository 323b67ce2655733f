import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { metrics as allMetrics } from '../../src/measures/metrics/metrics.js';
import { refuseMisspelt } from '../../src/rules/known-quantities.js';
import { parseRule } from '../../src/rules/parse-rule.js';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/cli/config/read-config.js';
import { runCommand } from './run-command.js';

const england = ['align', 'england:icb', 'england:ltla', '--quiet', '--format', 'csv'];
const rule = (...texts: string[]): string[] => texts.flatMap((text) => ['--fail-on', text]);

describe('rules on England in 2024', () => {
  test('a rule that is met leaves 0, and is told with the notes', async () => {
    const ran = await runCommand([
      ...england.filter((word) => word !== '--quiet'),
      ...rule('shared_units max 12'),
    ]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('rule met: shared_units max 12: 12');
  });

  test('a rule that is broken leaves 1 and is told even when nothing else is; the data is written all the same', async () => {
    const ran = await runCommand([
      ...england,
      ...rule('shared_units max 12', 'people_outside_main max 300,000'),
    ]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe('broken rule: people_outside_main max 300,000: 386,898, more than 300,000\n');
    expect(ran.stdout.split('\r\n')).toHaveLength(14);
  });

  test.each([
    ['share_outside_main max 0.7%', 0],
    ['share_outside_main max 0.6%', 1],
    ['p1_not_met max 11', 1],
    ['v_measure min 0.75', 0],
    ['share_in_whole_areas min 96%', 1],
  ])('%s leaves %i', async (text, code) => {
    expect((await runCommand([...england, ...rule(text)])).code).toBe(code);
  });

  test('overlap and align agree on what is shared', async () => {
    const rules = rule(
      'shared_units max 12',
      'shared_units min 12',
      'people_outside_main max 386898',
      'people_outside_main min 386898',
    );
    expect((await runCommand([...england, ...rules])).code).toBe(0);
    expect((await runCommand(['overlap', 'england:icb', 'england:ltla', '--quiet', ...rules])).code).toBe(0);
  });

  test('three layers have the quantities of each two', async () => {
    const ran = await runCommand([
      'align',
      'england:icb',
      'england:ltla',
      'england:utla',
      '--quiet',
      ...rule('shared_units_icb_ltla max 11'),
    ]);
    expect(ran).toMatchObject({
      code: 1,
      stderr: 'broken rule: shared_units_icb_ltla max 11: 12, more than 11\n',
    });
  });

  test('a quantity that is not there leaves 2 and names those that are', async () => {
    const ran = await runCommand([...england, ...rule('gap_ha max 1')]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("'gap_ha', which this result does not have. It has ");
    expect(ran.stderr).toContain('shared_units');
  });

  test('a rule that is none leaves 2 before any work', async () => {
    const ran = await runCommand([
      'align',
      'missing.geojson',
      'missing.geojson',
      ...rule('shared units less than 12'),
    ]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('is not a rule');
  });
});

describe('a misspelt quantity is told before any work,', () => {
  test.each([
    ['shared_unit', 'shared_units'],
    ['errrors', 'errors'],
    ['people_outside_mian', 'people_outside_main'],
    ['v_mesure', 'v_measure'],
    ['share_in_hole_areas', 'share_in_whole_areas'],
    ['gap_poeple', 'gap_people'],
  ])('%s for %s', async (name, meant) => {
    const ran = await runCommand(['align', 'missing.geojson', 'missing.geojson', ...rule(`${name} max 1`)]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(`'${name}', which no result has. Did you mean '${meant}'?`);
  });

  test.each(['shared_units_icb_ltla', 'staff_outside_main', 'v_measure_by_2', 'p2_cuts_across_not_met'])(
    'and %s may be there',
    async (name) => {
      const ran = await runCommand(['align', 'missing.geojson', 'missing.geojson', ...rule(`${name} max 1`)]);
      expect(ran.stderr).toContain('there is no such file');
    },
  );
});

describe('formats that a CI system reads', () => {
  test('GitHub annotations go to standard output', async () => {
    const ran = await runCommand([
      'align',
      'england:icb',
      'england:ltla',
      '--quiet',
      '--format',
      'github',
      ...rule('shared_units max 5'),
    ]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^::error title=Broken rule::shared_units max 5: 12, more than 5\n/);
  });

  test('JUnit XML goes to standard output', async () => {
    const ran = await runCommand([
      'align',
      'england:icb',
      'england:ltla',
      '--quiet',
      '--format',
      'junit',
      ...rule('shared_units max 5'),
    ]);
    expect(ran.stdout).toContain('<failure message="12, more than 5">');
  });
});

describe('what docs/rules.md says', () => {
  const page = readFileSync('docs/rules.md', 'utf8');
  const region = (layer: string): string => `data/region/${layer}.geojson`;
  const people = ['--people', 'data/region/residents.csv', '--blocks', region('blocks')];

  test.each([
    ['overlap', [region('icb'), region('ltla')]],
    ['align', [region('icb'), region('cauth')]],
    ['coverage', [region('neighbourhoods'), '--within', region('ltla')]],
    ['compare', [region('icb_older'), region('icb')]],
  ])('names every quantity of %s', async (command, layers) => {
    const { stderr } = await runCommand([
      command,
      ...layers,
      ...people,
      '--quiet',
      ...rule('nothing_outside_main max 0'),
    ]);
    const names = /It has (.*)\n/.exec(stderr)![1]!.split(', ');
    expect(names.length).toBeGreaterThan(5);
    const metrics = /_(a_to_b|b_to_a)|_by_\d|^(outside_main|share_in_whole_areas|units_shared|v_measure)$/;
    const ofAnswers = /^p2_.*_(not_met|share)$/;
    const families = names.map((name) =>
      name
        .replace(/^shared_units_of_icb$/, 'shared_units_of_{first}')
        .replace(/_cauth_icb$/, '_{second}_{first}'),
    );
    // What a result has is never taken for misspelt.
    refuseMisspelt(
      names.map((name) => parseRule(`${name.replace(/_N$/, '_1')} max 1`)),
      allMetrics.map(({ id }) => id),
    );
    const missing = families.filter(
      (name) => !metrics.test(name) && !ofAnswers.test(name) && !page.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });

  test('its example of a workflow is YAML, and the config in its comments is sound', () => {
    const example = readFileSync('docs/ci-example.yml', 'utf8');
    expect(Object.keys(parse(example) as object)).toContain('jobs');
    const inComments = example
      .split('\n')
      .filter((line) => line.startsWith('#   '))
      .map((line) => line.slice(4))
      .join('\n');
    expect(Object.keys(parseConfig(inComments, 'docs/ci-example.yml').reports)).toEqual(['councils']);
  });
});

test('no command forgets the exit code of its rules', () => {
  for (const file of readdirSync('src/cli/commands')) {
    expect(readFileSync(`src/cli/commands/${file}`, 'utf8'), file).not.toMatch(/^\s*await deliver\(/m);
  }
});
