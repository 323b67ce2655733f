import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { afterAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/cli/config/read-config.js';
import { configSchema } from '../../src/cli/config/schema.js';
import { troubleOf } from '../trouble-of.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';

const schemaAccepts = new Ajv().compile(configSchema);
const region = resolve('data/region');
const folders: (() => void)[] = [];
afterAll(() => folders.forEach((remove) => remove()));

/** Runs `report` on a config in a folder of its own. */
async function report(yaml: string, ...more: string[]): Promise<Ran & { file: (name: string) => string }> {
  const { path, remove } = makeFolder({ 'coterminous.yaml': yaml });
  folders.push(remove);
  const ran = await runCommand(['report', ...more], { cwd: path });
  return { ...ran, file: (name) => join(path, name) };
}

const ENGLAND = `layers:
  icb: england:icb
  ltla: england:ltla
reports:
  councils:
    command: align
    layers: [icb, ltla]
`;

describe('a config file', () => {
  test.each<[string, string, number, string]>([
    [
      'an unknown key',
      ENGLAND.replace('layers: [icb', 'layer: [icb'),
      7,
      "'layer' is no key of reports.councils. Did you mean 'layers'?",
    ],
    [
      'an unknown command',
      ENGLAND.replace('align', 'aling'),
      6,
      "reports.councils.command is 'aling', which is no report of a config file. Did you mean 'align'?",
    ],
    [
      'a lacking key',
      ENGLAND.replace('    layers: [icb, ltla]\n', ''),
      6,
      "reports.councils lacks the key 'layers'",
    ],
    [
      'one layer where two are needed',
      ENGLAND.replace('[icb, ltla]', '[icb]'),
      7,
      'reports.councils.layers has too few entries',
    ],
    [
      'a text for a list',
      ENGLAND.replace('[icb, ltla]', 'icb'),
      7,
      "reports.councils.layers wants a list, and here is 'icb'",
    ],
    [
      'a tolerance that is none',
      `${ENGLAND}tolerance: wide\n`,
      8,
      "tolerance wants metres, 0 or more, or auto, and here is 'wide'",
    ],
    ['a negative tolerance', `${ENGLAND}tolerance: -1\n`, 8, "tolerance wants 0 or more, and here is '-1'"],
    ['yes for true', `${ENGLAND}sensitivity: yes\n`, 8, "sensitivity wants true or false, and here is 'yes'"],
    [
      'a name that cannot be an id',
      ENGLAND.replace('  icb: eng', '  2024 icb: eng'),
      2,
      "'2024 icb' cannot be a name in layers",
    ],
    [
      'an unknown key at the top',
      `${ENGLAND}outptus: [x.csv]\n`,
      8,
      "'outptus' is no key of a config file. Did you mean 'outputs'?",
    ],
    ['a rule that is none', `${ENGLAND}rules: [shared units 12]\n`, 8, 'rules[1] wants another form'],
    ['no value', ENGLAND.replace('england:ltla', ''), 3, 'layers.ltla wants a boundary file path'],
  ])('%s is refused with its line, and by the schema that editors use', (_, yaml, line, message) => {
    const trouble = troubleOf(() => parseConfig(yaml, 'coterminous.yaml'));
    expect(`${trouble.message}. ${trouble.hint}`.toLowerCase()).toContain(message.toLowerCase());
    expect(trouble).toMatchObject({ file: 'coterminous.yaml', place: `line ${line}` });
    expect(schemaAccepts(parse(yaml))).toBe(false);
  });

  test('that is no YAML is refused with its line', () => {
    expect(troubleOf(() => parseConfig('layers:\n  a: [b\nreports: {}', 'c.yaml'))).toMatchObject({
      id: 'config-not-yaml',
      place: 'line 3',
    });
    expect(troubleOf(() => parseConfig('a: 1\na: 2', 'c.yaml'))).toMatchObject({ id: 'config-not-yaml' });
    expect(troubleOf(() => parseConfig('', 'c.yaml'))).toMatchObject({ id: 'config-wrong' });
  });

  test('may use every key that the schema has', () => {
    const every = `
layers: { a: x.geojson, b: { file: y.geojson, code: C, name: N, crs: "EPSG:27700", keep: [R] } }
people: { people: "p.csv:total" }
blocks: c.csv
groups: { g: { from: b, lookup: "l.csv:M:G" } }
recode: r.csv
grid: o.gsb
fill: union
tolerance: 40
include_slivers: true
include_outside: true
sensitivity: true
disclosure: nhs
outputs: [x.html, all/]
rules: &rules ["shared_units max 12", "people_outside_main no-worse-than-baseline"]
reports:
  o: { command: overlap, layers: [a, b], outputs: x.csv, table: overlap, people: [people], rules: *rules, baseline: b.json, tolerance: auto }
  a: { command: align, layers: [a, b], bands: true, audit: l.csv, least: 90, neighbour: a }
  b: { command: align, layers: [a, b], bands: [2, 10] }
  n: { command: coverage, neighbourhoods: a, within: b, also: [b], bands: [30000], flags: [50000], near: 90, services: s.csv, times: t.csv }
  c: { command: compare, before: a, after: b, against: [b] }
  p: { command: partners, place: Essex, layers: [a] }
  k: { command: check, layers: [a], allow_overlap: [a], allowed_gaps: g.geojson }
  s: { command: scenario, files: [s.yaml], layer: a, against: [b], pieces: [b], chain: true, size_guide: "1:2" }
  u: { command: suggest, layers: [a, b] }
  d: { command: differencing, layers: [a, b], under: 10 }
`;
    expect(Object.keys(parseConfig(every, 'x').reports)).toHaveLength(10);
    expect(schemaAccepts(parse(every))).toBe(true);
  });
});

describe('coterminous report', () => {
  test('one report without outputs prints its table', async () => {
    const ran = await report(ENGLAND, '--quiet');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.split('\r\n')).toHaveLength(14);
    expect(ran.stdout).toContain('East Suffolk');
  });

  test('gives what the typed command gives', async () => {
    const yaml = `layers: { icb: ${region}/icb.geojson, ltla: ${region}/ltla.geojson }
people: { people: ${region}/residents.csv }
blocks: ${region}/blocks.geojson
reports: { councils: { command: align, layers: [icb, ltla], outputs: out.json } }
outputs: whole.md
`;
    const ran = await report(yaml, '--quiet');
    expect(ran).toMatchObject({ code: 0, stderr: '', stdout: '' });
    const typed = await runCommand([
      'align',
      `icb=${region}/icb.geojson`,
      `ltla=${region}/ltla.geojson`,
      '--people',
      `${region}/residents.csv`,
      '--blocks',
      `${region}/blocks.geojson`,
      '--quiet',
      '-o',
      ran.file('typed.json'),
    ]);
    expect(typed.code).toBe(0);
    // The config file is an input of the one and not of the other.
    const lines = readFileSync(ran.file('out.json'), 'utf8').split('\n');
    const config = lines.findIndex((line) => line.includes('"role": "config"'));
    expect(lines[config - 1]).toMatch(/,$/);
    lines.splice(config - 1, 2, lines[config - 1]!.replace(/,$/, ''));
    expect(lines.join('\n')).toBe(readFileSync(ran.file('typed.json'), 'utf8'));
    expect(existsSync(ran.file('whole.md'))).toBe(true);
  });

  test('several reports stand in one result, one page and one workbook', async () => {
    const ran = await report(
      `${ENGLAND}  upper:
    command: align
    layers: [icb, "england:utla"]
  essex:
    command: partners
    place: Essex
outputs: [all.json, all.html, all.xlsx]
`,
    );
    expect(ran.code).toBe(0);
    const result = JSON.parse(readFileSync(ran.file('all.json'), 'utf8')) as {
      tables: { name: string }[];
      summary: string[];
    };
    const names = result.tables.map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['shared', 'parts']);
    expect(names).toEqual(expect.arrayContaining(['shared_upper', 'partners']));
    expect(new Set(names).size).toBe(names.length);
    // The worst of the reports opens; every sentence stands under the name of its report, said once.
    expect(result.summary[0]).toMatch(/^1,258,478 people in 10 councils live outside/);
    expect(result.summary).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Councils: 386,898 people in 12 councils live outside/),
        expect.stringMatching(/^Upper: 1,258,478 people in 10 councils/),
        expect.stringMatching(/^Essex deals with three ICBs/),
      ]),
    );
    expect(result.summary.filter((sentence) => /^(\w+): \1\b/i.test(sentence))).toEqual([]);
    const page = readFileSync(ran.file('all.html'), 'utf8');
    expect(page).toContain('The worst finding of three reports: upper.');
    expect(page).toContain('Upper: ');
  });

  test('rules of the file hold for every report that has the quantity, rules of a report for it alone', async () => {
    const ran = await report(
      `${ENGLAND}    rules: ["shared_units max 11"]
  essex: { command: partners, place: Essex }
rules: ["shared_units max 99", "errors max 0"]
`,
      '--quiet',
    );
    expect(ran).toMatchObject({
      code: 1,
      stderr: 'broken rule: councils: shared_units max 11: 12, more than 11\n',
    });
    const none = await report(`${ENGLAND}rules: ["gap_ha max 1"]\n`, '--quiet');
    expect(none.code).toBe(2);
    expect(none.stderr).toContain("'gap_ha', which no report of this file has");
  });

  test('a baseline is relative to the file, as every path is', async () => {
    const first = await report(`${ENGLAND}    outputs: accepted.json\n`, '--quiet');
    const path = first.file('accepted.json');
    const again = await report(
      `${ENGLAND.replace('england:icb', 'england:icb@2026')}    baseline: ${path}\nrules: ["new_findings max 0"]\n`,
    );
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('7 fixed, 5 still there');
  });

  test('groups are made where a report names them', async () => {
    const ran = await report(
      `layers: { icb: ${region}/icb.geojson, ltla: { file: ${region}/ltla.geojson, code: LAD24CD } }
groups: { council: { from: ltla, lookup: "${region}/proposal_two_councils.csv:LAD24CD:council_code" } }
reports: { two: { command: overlap, layers: [icb, council] } }
`,
      '--quiet',
    );
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^icb_code,icb_name,council_code,council_name/);
  });

  test.each([
    [
      ENGLAND.replace('[icb, ltla]', '[icb, ltal]'),
      "reports.councils names 'ltal', which is neither a layer of this file nor a file that is there. Did you mean 'ltla'?",
    ],
    [ENGLAND.replace('england:ltla', 'missing.geojson'), 'missing.geojson: there is no such file'],
    [
      `${ENGLAND}    people: [residents]\n`,
      "reports.councils.people names 'residents', which is not under people",
    ],
    [`${ENGLAND}outputs: x.pdf\n`, 'no format is known for x.pdf'],
  ])('a fault of its contents leaves 2', async (yaml, message) => {
    const ran = await report(yaml, '--quiet');
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(message);
  });

  test('only some reports on request, and an unknown one is refused', async () => {
    const two = `${ENGLAND}  essex: { command: partners, place: Essex }\n`;
    expect((await report(two, '--quiet', '--only', 'essex')).stdout).toMatch(/^vintage,layer/);
    expect((await report(two, '--only', 'esex')).stderr).toContain(
      "it has no report 'esex', and none of its layers has a unit of that name or code. Did you mean 'essex'?",
    );
  });

  test('a config that is not there points to init', async () => {
    const { path, remove } = makeFolder();
    folders.push(remove);
    expect((await runCommand(['report'], { cwd: path })).stderr).toContain('coterminous init FOLDER');
  });
});

describe('--config on another command', () => {
  const { path, remove } = makeFolder({
    'coterminous.yaml': `layers: { icb: ${region}/icb.geojson, ltla: ${region}/ltla.geojson }
people: { people: ${region}/residents.csv }
blocks: ${region}/blocks.geojson
groups: { council: { from: ltla, lookup: "${region}/proposal_two_councils.csv:LAD24CD:council_code" } }
tolerance: 77
reports: { x: { command: check, layers: [icb] } }
`,
  });
  folders.push(remove);
  const run = (...words: string[]): Promise<Ran> =>
    runCommand([...words, '--config', 'coterminous.yaml'], { cwd: path });

  test('ids, people, blocks and settings of the file hold', async () => {
    const ran = await run('overlap', 'icb', 'ltla');
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('tolerance 77 m');
    expect(ran.stdout.split('\r\n')[0]).toContain('pct_of_ltla_people');
  });

  test('what the command says itself goes before', async () => {
    expect((await run('overlap', 'icb', 'ltla', '--tolerance', '55')).stderr).toContain('tolerance 55 m');
  });

  test('groups can be named too', async () => {
    expect((await run('align', 'icb', 'council', '--quiet')).stdout).toMatch(/^council_code,/);
  });

  test('report takes it as its file', async () => {
    expect(await run('report', '--quiet')).toMatchObject({ code: 0, stderr: '' });
  });
});

test('a config file says what may be missing from its files', async () => {
  const folder = makeFolder({
    'people.csv': 'LSOA21CD,Total\nE01999901,10\nE01999902,10\n',
    'lookup.csv': 'LSOA21CD,ICB24CD,LAD24CD\nE01999901,E54999901,E07999901\n',
  });
  const config = (more: string): string => `layers:
  icb: lookup.csv:LSOA21CD:ICB24CD
  ltla: lookup.csv:LSOA21CD:LAD24CD
people: { people: people.csv }
${more}reports: { both: { command: overlap, layers: [icb, ltla] } }
`;
  const ran = async (more: string): Promise<number | null> => {
    writeFileSync(join(folder.path, 'coterminous.yaml'), config(more));
    return (await runCommand(['report', '--quiet'], { cwd: folder.path })).code;
  };
  expect(await ran('')).toBe(2);
  expect(await ran('allow_unmatched: 49\n')).toBe(2);
  expect(await ran('allow_unmatched: 50\n')).toBe(0);
  folder.remove();
});
