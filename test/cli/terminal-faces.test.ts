/** The first screen of a terminal, what stands beside files, and what CI systems are told of units. */
import { afterAll, describe, expect, test } from 'vitest';
import { textWidth } from '../../src/report/text-width.js';
import { makeFolder, runCommand } from './run-command.js';
import { collection, feature, polygon, square } from './small-files.js';

const names = ['北京市朝阳区', 'Ynys Mo\u0302n', '🏥 Quarter'];
const { path, remove } = makeFolder({
  'icb.geojson': collection(
    names.map((name, i) =>
      feature({ ICB24CD: `E5400000${i}`, ICB24NM: name }, polygon(square(-1 + i / 10, 52, 0.1))),
    ),
  ),
  'lad.geojson': collection(
    names.map((name, i) =>
      feature(
        { LAD24CD: `E0700000${i}`, LAD24NM: `Council of ${name}` },
        polygon(square(-0.95 + i / 10, 52, 0.1)),
      ),
    ),
  ),
});
afterAll(remove);

/** What stays on the screen: a line of progress wipes itself. */
const WIPE = '\r\u001b[2K';
const withoutProgress = (text: string): string => {
  const parts = text.split(WIPE);
  return parts.filter((part, i) => i === 0 || i === parts.length - 1 || part.includes('\n')).join('');
};

const ENGLAND = ['england:icb', 'england:ltla'];
const atTerminal = { cwd: path, terminal: true };

describe('at a terminal of 80 columns', () => {
  test.each([
    ['overlap', [...ENGLAND]],
    ['align', [...ENGLAND]],
    ['compare', ['england:icb', 'england:icb@2026']],
    ['suggest', [...ENGLAND]],
    ['partners', ['Essex']],
    ['overlap', ['icb.geojson', 'lad.geojson']],
    ['check', ['icb.geojson', 'lad.geojson']],
  ])('%s opens with a sentence and breaks no line', async (command, given) => {
    const { stdout, stderr } = await runCommand([command, ...given, '--no-color'], atTerminal);
    expect(stdout).toMatch(/^[^\n]+(\n[^\n]+)?\.\n/);
    const lines = [
      ...stdout.split('\n'),
      ...withoutProgress(stderr)
        .split('\n')
        .filter((line) => !/^next: /.test(line)),
    ];
    for (const line of lines) expect(textWidth(line), line).toBeLessThanOrEqual(80);
    expect(stdout.match(/^Method: /gm) ?? []).toHaveLength(1);
  });

  test('a run that writes files says the headline and the names, and the method in one paragraph', async () => {
    const { stdout, stderr } = await runCommand(
      ['align', ...ENGLAND, '-o', 'x.csv', '-o', 'x.md', '--no-color'],
      atTerminal,
    );
    expect(stdout).toBe('');
    const text = stderr
      .replace(/\n {2}/g, ' ')
      .trimEnd()
      .split('\n');
    expect(text).toEqual([
      expect.stringMatching(
        /(^|\u001b\[2K)386,898 people in 12 councils live outside their council’s main ICB\.$/,
      ),
      expect.stringMatching(/^Method: .*adds up/),
      expect.stringMatching(/^wrote x\.csv \(\d+ rows\)$/),
      'wrote x.md',
    ]);
  });

  test('nothing is said twice on the two streams', async () => {
    const { stdout, stderr } = await runCommand(['overlap', 'icb.geojson', 'lad.geojson'], atTerminal);
    expect(withoutProgress(stderr)).toBe('');
    expect(stdout.match(/icb\.geojson: 3 units/g)).toHaveLength(1);
  });

  test.each([
    ['NO_COLOR', { NO_COLOR: '1' }],
    ['a pipe', {}],
  ])('%s means no colour', async (name, env) => {
    const { stdout } = await runCommand(['align', ...ENGLAND, '--format', 'table'], {
      terminal: name === 'NO_COLOR',
      env,
    });
    expect(stdout).not.toContain('\u001b');
  });
});

describe('units by name', () => {
  test('GitHub gets an annotation for each of the first ten, worst first, then how many more', async () => {
    const { stdout } = await runCommand(['align', ...ENGLAND, '--format', 'github', '--quiet']);
    const lines = stdout.trimEnd().split('\n');
    const units = lines.filter((line) => line.startsWith('::warning'));
    expect(units).toHaveLength(10);
    expect(units[0]).toBe(
      '::warning title=East Suffolk (E07000244)::People outside the main ICB: 116,361 in Norfolk and Waveney',
    );
    expect(lines.at(-1)).toBe('::notice title=coterminous align::and 2 more units');
  });

  test('JUnit has a test for each, skipped, and one for the rest', async () => {
    const { stdout } = await runCommand(['align', ...ENGLAND, '--format', 'junit', '--quiet']);
    const [, suite] = /<testsuite name="coterminous\.align\.units"([^]*?)<\/testsuite>/.exec(stdout)!;
    expect(suite).toContain('tests="11" failures="0" errors="0" skipped="11"');
    expect(suite!.indexOf('East Suffolk')).toBeLessThan(suite!.indexOf('North Yorkshire'));
    expect(suite).toContain('name="and 2 more units"');
  });

  test('where nobody is outside, nobody is named', async () => {
    const { stdout } = await runCommand([
      'align',
      'england:region',
      'england:ltla',
      '--format',
      'github',
      '--quiet',
    ]);
    expect(stdout).not.toContain('::warning');
  });
});
