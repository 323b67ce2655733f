import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';

const folder = makeFolder();
const file = (name: string): string => join(folder.path, name);
const layers = { 2024: 'england:icb', 2026: 'england:icb@2026' } as const;
const SEVEN = [
  'Hart',
  'North Hertfordshire',
  'Guildford',
  'Runnymede',
  'Surrey Heath',
  'Waverley',
  'East Suffolk',
];

beforeAll(async () => {
  for (const year of [2024, 2026] as const) {
    const ran = await runCommand([
      'align',
      layers[year],
      'england:ltla',
      '--quiet',
      '-o',
      file(`${year}.json`),
    ]);
    expect(ran.code).toBe(0);
  }
});
afterAll(folder.remove);

const align = (year: keyof typeof layers, ...more: string[]) =>
  runCommand(['align', layers[year], 'england:ltla', '--quiet', ...more]);

describe('ICBs and councils of England, one year beside the other', () => {
  test('2024 accepted: 2026 has no new finding and seven are fixed', async () => {
    const ran = await align(2026, '--baseline', file('2024.json'), '--table', 'baseline');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const rows = ran.stdout
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    const named = (standing: string): string[] =>
      rows.filter((row) => row[0] === standing).map((row) => row[4]!);
    expect(named('new')).toEqual([]);
    expect(named('fixed')).toEqual(SEVEN);
    expect(named('still there')).toEqual([
      'Buckinghamshire',
      'Cumberland',
      'Westmorland and Furness',
      'North Yorkshire',
      'Vale of White Horse',
    ]);
  });

  test('2026 accepted: 2024 fails with seven named', async () => {
    const ran = await align(2024, '--baseline', file('2026.json'), '-o', file('again.json'));
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('new_findings max 0: 7, more than 0');
    for (const name of SEVEN) expect(ran.stderr).toContain(`${name} (E0`);
    expect(JSON.parse(readFileSync(file('again.json'), 'utf8')).rules).toMatchObject([
      { rule: 'new_findings max 0', met: false },
    ]);
  });

  test('a run against itself finds nothing new, figures in fractions included', async () => {
    const ran = await align(
      2024,
      '--baseline',
      file('2024.json'),
      '--fail-on',
      'people_outside_main no-worse-than-baseline',
      '--fail-on',
      'v_measure no-worse-than-baseline',
    );
    expect(ran).toMatchObject({ code: 0, stderr: '' });
  });

  test('a quantity can be held to the baseline', async () => {
    const worse = [
      '--fail-on',
      'people_outside_main no-worse-than-baseline',
      '--fail-on',
      'new_findings max 99',
    ];
    expect(await align(2024, '--baseline', file('2026.json'), ...worse)).toMatchObject({
      code: 1,
      stderr: 'broken rule: people_outside_main no-worse-than-baseline: 386,898; 133,486 in the baseline\n',
    });
    expect((await align(2026, '--baseline', file('2024.json'), ...worse)).code).toBe(0);
  });

  test('a saved result is judged without measuring again', async () => {
    expect(
      (await runCommand(['render', file('2024.json'), '--quiet', '--baseline', file('2026.json')])).code,
    ).toBe(1);
    expect(
      (await runCommand(['render', file('2026.json'), '--quiet', '--baseline', file('2024.json')])).code,
    ).toBe(0);
  });

  test('shapes of the fictional region are at peace with themselves too', async () => {
    const region = [
      'align',
      'data/region/icb.geojson',
      'data/region/ltla.geojson',
      '--people',
      'data/region/residents.csv',
      '--blocks',
      'data/region/blocks.geojson',
      '--quiet',
    ];
    await runCommand([...region, '-o', file('region.json')]);
    const rules = [
      'people_outside_main',
      'ha_outside_main',
      'patches',
      'patches_ha',
      'deviating_km',
      'sliver_ha',
    ];
    const ran = await runCommand([
      ...region,
      '--baseline',
      file('region.json'),
      ...rules.flatMap((name) => ['--fail-on', `${name} no-worse-than-baseline`]),
    ]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('a baseline that is none', () => {
  test.each([
    ['missing.json', 'there is no such file'],
    ['data/region/ltla.geojson', 'this is not a saved result'],
    ['data/region/residents.csv', 'this is not JSON'],
  ])('%s leaves 2 before any work', async (path, message) => {
    const ran = await runCommand(['align', 'missing.geojson', 'missing.geojson', '--baseline', path]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(message);
  });

  test('one of another command says what it lacks', async () => {
    await runCommand(['check', 'data/region/icb.geojson', '--quiet', '-o', file('check.json')]);
    const ran = await align(
      2024,
      '--baseline',
      file('check.json'),
      '--fail-on',
      'shared_units no-worse-than-baseline',
    );
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("asks for 'shared_units', which the baseline does not have");
  });
});
