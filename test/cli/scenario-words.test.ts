/** Scenarios by names, in every form that people try first, on the embedded figures for England. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand, type Ran } from './run-command.js';

const folder = makeFolder({
  'pairs.csv': 'district,unitary\nElmbridge,East\nMole Valley District Council,East\nWoking,West\n',
  'codes.csv': 'unit,new_unit\nE07000207,East\nE07000210,East\nE07000217,West\n',
  'short.yaml': 'merge:\n  East: [Elmbridge, Mole Valley]\n  West: [Woking Borough Council]\n',
  'long.yaml':
    'operations:\n  - merge: [Elmbridge, Mole Valley]\n    into: East\n  - rename: Woking\n    to: West\n',
  'rows.csv': 'operation,pieces,from,to,name\nmerge,Elmbridge;Mole Valley,,East,\nmerge,Woking,,West,\n',
  'into.yaml': 'merge: {Guildford: [Woking, Guildford]}\n',
  'pieces.yaml':
    'layer: england:icb@2024\npieces: [england:ltla]\nmove: ["council:Hart District Council"]\nfrom: NHS Frimley ICB\nto: NHS Hampshire and Isle of Wight ICB\n',
  'mistyped.csv': 'unit,new_unit\nElmbrige,East\nMole Valley,East\n',
  'mistyped.yaml': 'operations:\n  - merge: [Elmbrige, Mole Valley]\n    into: East\n',
  'either.yaml': 'merge: {Airedale: [Leeds, Bradford]}\n',
  'nowhere.yaml': 'merge: {Q: [Qqqqqqqqqqqqqqqq, Zzzzzzzzzzzzzzzz]}\n',
  'three.csv': 'Area,Reason,Plan\nAsh,x,North\n',
});
afterAll(() => folder.remove());
const run = (...argv: string[]): Promise<Ran> => runCommand(argv, { cwd: folder.path });
const units = (stdout: string): string[] =>
  parse<Record<string, string>>(stdout, { columns: true }).map((row) => `${row['name']} ${row['people']}`);

describe('every form', () => {
  it.each(['pairs.csv', 'codes.csv', 'short.yaml', 'long.yaml', 'rows.csv'])('%s', async (file) => {
    const { code, stdout, stderr } = await run('scenario', file, '--table', 'units');
    expect(stderr).toContain('no layer was named: england:ltla');
    expect([code, units(stdout)]).toEqual([
      0,
      ['East 226132', 'West 103910'].sort(file === 'long.yaml' ? byCode : undefined),
    ]);
  });

  it('a name that there is means the unit that has it', async () => {
    const { stdout } = await run('scenario', 'into.yaml', '--table', 'units');
    expect(stdout).toContain('E07000209,Guildford,');
  });

  it('units of other layers by the names of unit and layer', async () => {
    const { code, stdout } = await run('scenario', 'pieces.yaml', '--table', 'units');
    expect(code).toBe(0);
    expect(stdout).toContain('NHS Frimley Integrated Care Board');
  });
});

/** A renamed unit keeps its code, which stands before names that are codes. */
const byCode = (p: string, q: string): number => (p > q ? -1 : 1);

describe('what cannot be followed', () => {
  it.each([
    ['mistyped.csv', 'Did you mean Elmbridge (council (lower tier or unitary), E07000207)?'],
    ['mistyped.yaml', 'ltla has no unit Elmbrige at this point. Did you mean Elmbridge'],
    ['either.yaml', 'Give the layer with --layer england:ltla'],
    ['nowhere.yaml', 'no layer of England has most of its units'],
    ['three.csv', 'three.csv:Area:Reason'],
  ])('%s', async (file, said) => {
    const { code, stderr } = await run('scenario', file);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  it('no file at all', async () => {
    const { code, stderr } = await run('scenario');
    expect([code, stderr]).toEqual([2, expect.stringContaining('scenario --example > example.yaml')]);
  });
});

it('the example that is printed runs as it is', async () => {
  const { stdout } = await run('scenario', '--example');
  expect(stdout).toBe(readFileSync('data/england/scenarios/example.yaml', 'utf8'));
  const { code, stderr } = await runCommand(['scenario', resolve('data/england/scenarios/example.yaml')]);
  expect([code, stderr]).toEqual([0, expect.stringContaining('296 → 286 councils')]);
});

it('help scenarios shows every verb', async () => {
  const { stdout } = await run('help', 'scenarios');
  for (const verb of ['merge', 'move', 'split', 'rename', 'create', 'abolish', 'unit,new_unit'])
    expect(stdout).toContain(verb);
});

describe('suggest', () => {
  it('prints the command that applies its file, with the options that it needs', async () => {
    const asked = ['suggest', 'england:ics', 'england:council', '--tolerance', '5'];
    const { stderr } = await run(...asked, '--save-scenario', 'my fix.yaml');
    expect(stderr).toContain("to apply it: coterminous scenario 'my fix.yaml' --tolerance 5\n");
    expect((await run('scenario', 'my fix.yaml', '--tolerance', '5')).code).toBe(0);
    const quiet = await run(...asked, '--save-scenario', 'quiet.yaml', '--quiet');
    expect(quiet.stderr).not.toContain('to apply it');
  });

  it('takes names of units that must not change', async () => {
    const fix = async (unit: string): Promise<string> =>
      (await run('suggest', 'england:icb', 'england:ltla', '--never', unit, '--table', 'fix')).stdout;
    expect(await fix('NHS Frimley ICB')).toBe(await fix('E54000034'));
  });

  it.each([
    [['--never', 'NHS Frimly ICB'], 'Did you mean NHS Frimley'],
    [['--never', 'Dorset'], 'say which layer'],
    [['--keep', 'Frimly'], 'Did you mean NHS Frimley'],
  ])('%s', async (options, said) => {
    const { code, stderr } = await run('suggest', 'england:icb', 'england:ltla', ...options);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe('kinds of England by any name', () => {
  it.each([
    ['council', 'ltla'],
    ['County', 'utla'],
    ['police', 'pfa'],
    ['FIRE', 'fra'],
    ['hwb', 'utla'],
    ['combined authorities', 'cauth'],
  ])('%s', async (word, id) => {
    const { code, stdout } = await run('overlap', 'england:ICS@2026', `england:${word}`);
    expect([code, stdout.split('\n')[0]]).toEqual([0, expect.stringContaining(`${id}_code`)]);
  });

  it('a word for several kinds is said', async () => {
    const { stderr } = await run('overlap', 'england:icb', 'england:council');
    expect(stderr).toContain(
      'england:council is taken for councils (lower tier or unitary); it may also be england:utla',
    );
  });

  it.each([
    ['polise', 'Did you mean england:pfa?'],
    ['parish council', 'have no parishes'],
  ])('%s', async (word, said) => {
    const { code, stderr } = await run('overlap', 'england:icb', `england:${word}`);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  it('options by layer take them too', async () => {
    const { code, stderr } = await run('overlap', 'england:icb', 'england:ltla', '--keep', 'trust=X');
    expect([code, stderr]).toEqual([2, expect.stringContaining('names a layer that is not loaded')]);
  });
});
