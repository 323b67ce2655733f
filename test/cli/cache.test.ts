/** `--cache`: a second run on the same layers says the same to the byte, whatever has become of the folder. */
import { appendFileSync, cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';

const region = resolve('data/region');
const names = ['icb', 'ltla', 'blocks', 'icb_older'].map((name) => `${name}.geojson`);
const { path, remove } = makeFolder();
afterAll(remove);
for (const name of [...names, 'residents.csv', 'lookup.csv', 'services.csv', 'neighbourhoods.geojson'])
  cpSync(join(region, name), join(path, name));

const OUTPUTS = ['o.json', 'o.csv', 'o.html'];

interface Told {
  readonly code: number | null;
  readonly stderr: string;
  readonly files: readonly string[];
}

/** Runs a command with all its outputs; what it wrote. */
async function told(argv: readonly string[], cache?: string): Promise<Told> {
  const outputs = OUTPUTS.flatMap((name) => ['-o', name]);
  const kept = cache === undefined ? [] : ['--cache', cache];
  const { code, stderr } = await runCommand([...argv, ...outputs, ...kept], { cwd: path });
  return { code, stderr, files: OUTPUTS.map((name) => readFileSync(join(path, name), 'utf8')) };
}

const entriesOf = (cache: string): string[] => readdirSync(join(path, cache)).sort();

const people = ['--people', 'residents=residents.csv', '--blocks', 'blocks.geojson'];
const COMMANDS: readonly (readonly string[])[] = [
  ['overlap', 'icb.geojson', 'ltla.geojson', '--verify', '--include-slivers', ...people],
  ['overlap', 'icb.geojson', 'ltla.geojson', '--clip', 'icb.geojson', '--fill', 'union'],
  ['overlap', 'lookup.csv:LSOA21CD:ICB24CD', 'ltla.geojson', ...people],
  ['align', 'icb.geojson', 'ltla.geojson', '--sensitivity'],
  ['coverage', 'neighbourhoods.geojson', '--within', 'ltla.geojson', '--services', 'services.csv'],
  ['compare', 'icb_older.geojson', 'icb.geojson'],
  ['check', 'icb.geojson', 'ltla.geojson', ...people],
];

describe('--cache', () => {
  test.each(COMMANDS)('changes no byte of %s %s', async (...argv) => {
    const cache = `cache of ${COMMANDS.findIndex((command) => command.join() === argv.join())}`;
    const without = await told(argv);
    expect(without.code).toBe(0);
    const cold = await told(argv, cache);
    const entries = entriesOf(cache);
    const warm = await told(argv, cache);
    expect(cold).toEqual(without);
    expect(warm).toEqual(without);
    // The second run found all it asked for.
    expect(entriesOf(cache)).toEqual(entries);
    expect(entries.length).toBeGreaterThan(1);
  });

  const plain = ['overlap', 'icb.geojson', 'ltla.geojson', '--quiet'];

  test('takes what other commands and options have kept, and makes what they have not', async () => {
    await told(plain, 'shared');
    const two = entriesOf('shared').length;
    // Two layers and their sheet.
    expect(two).toBe(3);
    await told(['align', ...plain.slice(1)], 'shared');
    expect(entriesOf('shared')).toHaveLength(two);
    await told([...plain, '--fill', 'union'], 'shared');
    expect(entriesOf('shared')).toHaveLength(2 * two);
    await told([plain[0]!, plain[2]!, plain[1]!], 'shared');
    expect(entriesOf('shared')).toHaveLength(2 * two + 1);
    await told(['overlap', 'mine=icb.geojson', 'ltla.geojson'], 'shared');
    expect(entriesOf('shared')).toHaveLength(2 * two + 2);
  });

  test('goes by what is in a file: another content under the name and date of before is read', async () => {
    const file = join(path, 'ltla.geojson');
    const before = readFileSync(file, 'utf8');
    await told(plain, 'changed');
    writeFileSync(
      file,
      before.replace(/-?\d+\.\d+/, (number) => String(Number(number) + 0.01).slice(0, number.length)),
    );
    const cold = await told(plain);
    expect(await told(plain, 'changed')).toEqual(cold);
    writeFileSync(file, before);
    const again = await told(plain);
    expect(again).not.toEqual(cold);
    expect(await told(plain, 'changed')).toEqual(again);
  });

  test('tells by a file’s name what its name tells, wherever it lies', async () => {
    cpSync(join(path, 'icb.geojson'), join(path, 'icb_BSC.geojson'));
    const argv = ['overlap', 'icb_BSC.geojson', 'ltla.geojson', '--quiet'];
    const without = await told(argv);
    await told(plain, 'named');
    expect(await told(argv, 'named')).toEqual(without);
    const elsewhere = ['overlap', join(path, 'icb_BSC.geojson'), 'ltla.geojson', '--quiet'];
    const entries = entriesOf('named');
    expect(await told(elsewhere, 'named')).toEqual(without);
    expect(entriesOf('named')).toEqual(entries);
  });

  test('has nobody in it: neither numbers of people nor further fields of a file', async () => {
    const argv = ['overlap', 'icb.geojson', 'ltla.geojson', '--quiet', ...people];
    await told([...argv, '--keep', 'icb=FID'], 'nobody');
    const held = entriesOf('nobody').map((name) => readFileSync(join(path, 'nobody', name), 'latin1'));
    expect(held.some((text) => text.includes('residents'))).toBe(false);
    // Blocks, councils and the sheet: the layer with a further field is read anew.
    expect(held).toHaveLength(3);
  });

  test('is not trusted where it is damaged: one note, the same answer, and it is whole again', async () => {
    const without = await told(plain);
    await told(plain, 'damaged');
    for (const name of entriesOf('damaged')) {
      const file = join(path, 'damaged', name);
      const whole = readFileSync(file);
      for (const at of [16, 40, whole.length - 1]) {
        const changed = Uint8Array.from(whole);
        changed[at]! ^= 0x10;
        writeFileSync(file, changed);
        const ran = await told(plain.slice(0, -1), 'damaged');
        expect(ran.stderr.match(/^cache: an entry in damaged is damaged; .*$/gm)).toHaveLength(1);
        expect([ran.code, ran.files]).toEqual([without.code, without.files]);
        expect(readFileSync(file)).toEqual(whole);
      }
      appendFileSync(file, ' ');
      expect(await told(plain, 'damaged')).toEqual(without);
    }
    const [first, second] = entriesOf('damaged').map((name) => join(path, 'damaged', name));
    renameSync(first!, second!);
    expect(await told(plain, 'damaged')).toEqual(without);
  });

  test('that can hold nothing stops no run', async () => {
    const without = await told(plain);
    const ran = await told(plain.slice(0, -1), 'residents.csv');
    expect([ran.code, ran.files]).toEqual([0, without.files]);
    expect(ran.stderr.match(/^cache: nothing can be kept in residents.csv/gm)).toHaveLength(1);
  });

  test('holds nothing of a file that is refused', async () => {
    writeFileSync(join(path, 'cut.geojson'), readFileSync(join(path, 'icb.geojson')).subarray(0, 5000));
    const argv = ['overlap', 'cut.geojson', 'ltla.geojson', '--cache', 'refused'];
    const first = await runCommand(argv, { cwd: path });
    expect(first.code).toBe(2);
    expect(await runCommand(argv, { cwd: path })).toEqual(first);
  });
});
