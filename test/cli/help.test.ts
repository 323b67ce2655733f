/**
 * Help teaches: every page of it fits a terminal, every example in it runs, and what is typed amiss is answered with what
 * was meant.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.js';
import { GROUPS, longOf, SHARED_OPTIONS } from '../../src/cli/option-list.js';
import { EXAMPLES } from '../../src/cli/help/examples.js';
import { TOPICS } from '../../src/cli/help/topics.js';
import { textWidth } from '../../src/report/text-width.js';
import { exampleFiles } from './example-files.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';

const folder = makeFolder(exampleFiles());
afterAll(() => folder.remove());
const run = (...argv: string[]): Promise<Ran> => runCommand(argv, { cwd: folder.path });

beforeAll(async () => {
  // The result that examples of `render` read.
  await run('align', 'icbs.geojson', 'councils.geojson', '-o', 'saved.json', '--quiet');
  // The faces on which `read` finds its counts.
  await run('export', 'atoms', 'icbs.geojson', 'councils.geojson', '-o', 'faces.parquet', '--quiet');
});

const commands = buildProgram({ exitCode: 0 }).commands.map((command) => command.name());
const pages = [['--help'], ...[...commands, ...Object.keys(TOPICS)].map((name) => ['help', name])];

/** Command lines of a page: those after two blanks, put together where a backslash ends a line. */
const examplesIn = (page: string): string[] =>
  [...page.replace(/ \\\n +/g, ' ').matchAll(/^ {2}coterminous (.*)$/gm)].map(([, words]) => words!);

/** The words of a command line, and the file that its output goes to. */
function wordsOf(line: string): { argv: string[]; file: string | null } {
  const [command, file] = line.split(/ > /);
  const argv = [...command!.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  return { argv, file: file ?? null };
}

describe('every page of help', () => {
  test.each(pages)('%s %s fits 80 columns', async (...words) => {
    const { code, stdout, stderr } = await run(...words);
    expect(code, stderr).toBe(0);
    const text = stdout + stderr;
    expect(text.length).toBeGreaterThan(100);
    expect(text.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
  });

  test.each(commands)('%s begins with examples of its own', async (command) => {
    const { stdout } = await run('help', command);
    expect(EXAMPLES[command]!.length).toBeGreaterThan(0);
    const first = stdout.indexOf('Examples:');
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(stdout.indexOf('Usage:'));
    expect(examplesIn(stdout).every((line) => line.startsWith(command) || command === 'help')).toBe(true);
  });

  test('explains every shared option, and names each that a command takes', async () => {
    const all = (await run('help', 'options')).stdout;
    for (const option of SHARED_OPTIONS) expect(all).toContain(option.flags);
    for (const group of Object.keys(GROUPS)) expect(all).toContain(`\n${group}: `);
    const { stdout } = await run('overlap', '--help');
    for (const option of SHARED_OPTIONS) expect(stdout).toMatch(new RegExp(`${longOf(option)}\\b|-o`));
  });

  test('does not list options that a command has no use for, and they are refused', async () => {
    expect((await run('check', '--help')).stdout).not.toMatch(/--sensitivity|--include-slivers/);
    const { code, stderr } = await run('check', 'councils.geojson', '--sensitivity');
    expect([code, stderr]).toEqual([2, expect.stringContaining('check has no use for --sensitivity')]);
    const pairs = await run('align', 'icbs.geojson', 'councils.geojson', '--keep', 'icb=X');
    expect([pairs.code, pairs.stderr]).toEqual([2, expect.stringContaining('no use for --keep')]);
  });

  test('is found by the words of a topic, and a mistyped one is guessed', async () => {
    expect((await run('help', 'exit', 'codes')).stdout).toBe((await run('help', 'exit-codes')).stdout);
    expect((await run('help', 'tolerence')).stderr).toContain("Did you mean 'tolerance'?");
  });
});

describe('examples', () => {
  const seen = new Set<string>();
  test.each(pages)('of %s %s run', { timeout: 60_000 }, async (...words) => {
    const { stdout, stderr } = await run(...words);
    for (const line of examplesIn(stdout + stderr)) {
      if (seen.has(line)) continue;
      seen.add(line);
      const { argv, file } = wordsOf(line);
      if (argv[0] === 'init' && !argv.includes('--stdout')) argv.push('--force');
      const ran = await run(...argv);
      // A rule in an example may be broken by the files of this test.
      expect(ran.code, `${line}\n${ran.stderr}`).toBe(argv.includes('--fail-on') && ran.code === 1 ? 1 : 0);
      if (file !== null) writeFileSync(join(folder.path, file), ran.stdout);
      // The next examples read the file that the folder came with.
      if (argv[0] === 'init')
        writeFileSync(join(folder.path, 'coterminous.yaml'), exampleFiles()['coterminous.yaml']!);
    }
  });

  test('the file that the topic config shows is the one that its examples run', async () => {
    const { stdout } = await run('help', 'config');
    const shown = stdout.slice(stdout.indexOf('  layers:'), stdout.indexOf('A report is any of'));
    expect(shown.replace(/^ {2}/gm, '').trim()).toBe(
      readFileSync(join(folder.path, 'coterminous.yaml'), 'utf8').trim(),
    );
  });
});

describe('what is typed without a command, or amiss', () => {
  const council = 'councils.geojson';
  test.each([
    [['icbs.geojson', council], `coterminous overlap icbs.geojson ${council}`],
    [[council], `coterminous inspect ${council}`],
    [['lookup.csv:LSOA21CD:ICB24CD', council], 'coterminous overlap lookup.csv:LSOA21CD:ICB24CD'],
    [['england:icb'], 'coterminous overlap england:icb england:ltla'],
    [['coterminous.yaml'], 'coterminous report coterminous.yaml'],
    [['.'], 'coterminous report .'],
    [['sub'], 'coterminous init sub'],
    [['Essex'], 'coterminous partners Essex'],
    [['Greater Manchester'], "coterminous partners 'Greater Manchester'"],
    [['council.geojson', 'icbs.geojson'], 'Did you mean councils.geojson?'],
    [['https://a.b/c.geojson?x=1&y=2'], "Did you mean: coterminous inspect 'https://a.b/c.geojson?x=1&y=2'"],
    [['overlap', 'icb.geojson', council], 'Did you mean icbs.geojson?'],
    [['overlap', 'icb@2026', council], 'coterminous fetch icb@2026'],
    [['overlap', 'icbs.gpkg', council], 'Did you mean icbs.geojson?'],
    [['overlap', 'sbu/wards.geojson', council], 'Did you mean sub/wards.geojson?'],
    [['overlap', 'icbs.geojson', council, '--people', 'residens.csv'], 'Did you mean residents.csv?'],
    [['icbs.geojson', council, '-o', 'x.csv'], `coterminous overlap icbs.geojson ${council} -o x.csv`],
    [['icbs.geojson', 'council.geojson'], 'Did you mean councils.geojson?'],
    [['overlay', 'x'], 'Did you mean: coterminous overlap x\n'],
    [['overlp', 'icbs.geojson', council], `Did you mean: coterminous overlap icbs.geojson ${council}\n`],
    [['Overlap', 'x'], 'Did you mean: coterminous overlap x\n'],
    [['intersect', 'a b', 'c'], "Did you mean: coterminous overlap 'a b' c\n"],
    [['merge'], 'Did you mean: coterminous scenario\n'],
    [['people'], 'coterminous help people\n'],
    [['surrey'], 'coterminous partners surrey\n'],
    [['constructor'], 'coterminous partners constructor\n'],
    [[''], "unknown command ''. The commands: coterminous --help\n"],
    [['--jsn'], 'An option comes after its command'],
    [
      ['overlap', council, '--within', council],
      "option '--within' of overlap. It is one of suggest neighbourhoods, coverage and derive.",
    ],
    [
      ['inspect', council, '--people=x'],
      'It is one of overlap, align, partners and others. The options of inspect',
    ],
    [['align', council, council, '--audt', 'x'], 'Did you mean --audit? The options of align'],
    [['overlap', council, '-o'], "option '-o, --output <FILE>' argument missing. The options of overlap"],
    [['overlap'], 'overlap wants LAYER... after it. For example: coterminous overlap '],
    [['compare', council], 'compare wants BEFORE AFTER after it. For example: coterminous compare '],
    [['suggest', 'a', 'b', 'c'], 'suggest wants LAYER LAYER after it and no more. For example'],
    [['coverage', council], 'coverage wants --within <LAYER>. For example: coterminous coverage '],
    [['kinds', 'polise'], "Did you mean 'police'?"],
  ])('%j', async (argv, told) => {
    const { code, stdout, stderr } = await run(...argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(told);
  });

  test('the version in every way people ask for it', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    for (const word of ['-v', '-V', '--version', 'version'])
      expect((await run(word)).stdout).toBe(`${version}\n`);
  });
});
