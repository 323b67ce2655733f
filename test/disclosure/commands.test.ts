/** Disclosure control as a user meets it: errors, baselines, several reports, what is refused. */
import { afterAll, expect, test } from 'vitest';
import { makeFolder, runCommand } from '../cli/run-command.js';

const codeOf = (block: number): string => `E0100000${block}`;
const lookup = (id: string, units: string): string =>
  `lsoa,${id}\n${[...units].map((unit, block) => `${codeOf(block)},${unit}`).join('\n')}\n`;
const people = (counts: readonly (number | string)[]): string =>
  `lsoa_code,patients\n${counts.map((count, block) => `${codeOf(block)},${count}`).join('\n')}\n`;
const { path, remove } = makeFolder({
  'a.csv': lookup('a', 'ppqqr'),
  'b.csv': lookup('b', 'xyxyy'),
  'c.csv': lookup('c', 'uuvvv'),
  'people.csv': people([40, 3, 21, 33, 12]),
  'text.csv': people([40, '3 or so', 21, 33, 12]),
  'few.csv': people([40, 3]),
  'coterminous.yaml': `
layers:
  a: a.csv:lsoa:a
  b: b.csv:lsoa:b
  c: c.csv:lsoa:c
people:
  people: people.csv
disclosure: nhs
reports:
  first: {command: overlap, layers: [a, b]}
  second: {command: align, layers: [a, c]}
`,
});
afterAll(remove);
const ask = (...argv: readonly string[]) => runCommand([...argv, '--no-color'], { cwd: path });
const [A, B] = ['a=a.csv:lsoa:a', 'b=b.csv:lsoa:b'];
const RULE = ['--people', 'people.csv', '--disclosure', 'nhs'];

test.each([
  ['people without a partner', ['few.csv'], /more codes, or more people, than are allowed/],
  ['a cell that is no number', ['text.csv'], /text\.csv: .*line 3: a cell that should hold a number/],
])('an error on %s tells no count and no cell', async (_, [file], said) => {
  const { code, stderr } = await ask('align', A, B, '--people', file!, '--disclosure', 'nhs');
  expect(code).toBe(2);
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/\d %|'3 or so'|\b[1-7] (codes?|people)\b/);
});

test('a rule is judged on what is published', async () => {
  const judged = (rule: string) => ask('align', A, B, ...RULE, '--fail-on', rule, '--json');
  // 3 people are suppressed, 21 or 33 of q are outside its main partner.
  const met = await judged('shared_units max 2');
  expect(met.code).toBe(0);
  const hidden = await judged('v_measure min 0.99');
  expect(hidden.code).toBe(2);
  expect(hidden.stderr).toContain('keeps back');
});

test('a baseline must be of the same rule', async () => {
  await ask('align', A, B, '--people', 'people.csv', '-o', 'open.json', '--quiet');
  await ask('align', A, B, ...RULE, '-o', 'closed.json', '--quiet');
  const against = (baseline: string) => ask('align', A, B, ...RULE, '--baseline', baseline, '--quiet');
  const open = await against('open.json');
  expect([open.code, (await against('closed.json')).code]).toEqual([2, 0]);
  expect(open.stderr).toContain('without the disclosure rule');
  const rendered = await ask('render', 'closed.json', '--format', 'json');
  expect(JSON.parse(rendered.stdout)).toMatchObject({ disclosure: { under: 8, round: 5 } });
});

test('the seal of a file of counts is kept back, that of others is not', async () => {
  const { stdout } = await ask('overlap', A, B, ...RULE, '--json');
  const { inputs } = JSON.parse(stdout) as {
    inputs: { file: string; sha256: string | null; bytes: number | null }[];
  };
  expect(inputs.map(({ file, sha256, bytes }) => [file, sha256 !== null, bytes !== null])).toEqual([
    ['a.csv', true, true],
    ['b.csv', true, true],
    ['people.csv', false, false],
  ]);
});

test('reports on other layers are several tables, which is said', async () => {
  const { code, stdout } = await ask('report', '--json');
  expect(code).toBe(0);
  const { notes } = JSON.parse(stdout) as { notes: string[] };
  expect(notes.filter((note) => note.includes('count people by different layers'))).toHaveLength(1);
});

test('moves of single blocks are refused, and inspect shows no values', async () => {
  const { code, stderr } = await ask('suggest', A, B, ...RULE, '--by', 'block');
  expect([code, stderr.includes('keeps those back')]).toEqual([2, true]);
  const shown = await ask('inspect', 'people.csv', '--disclosure', 'nhs');
  expect(shown.stdout).toContain('patients');
  expect(shown.stdout).not.toMatch(/40|E01/);
});
