/**
 * What the scripts of `completion` offer, as the shells themselves tell it: those that are installed here.
 */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandWords } from '../../src/cli/completion/command-words.js';
import { SCRIPTS } from '../../src/cli/completion/shells.js';
import { buildProgram } from '../../src/cli/program.js';
import { makeFolder, runCommand } from './run-command.js';

const commands = commandWords(buildProgram({ exitCode: 0 }));
const folder = makeFolder({
  ...Object.fromEntries(Object.entries(SCRIPTS).map(([shell, script]) => [`c.${shell}`, script(commands)])),
  'zsh.zsh': `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PS1=; autoload -Uz compinit; compinit -u -D; source c.zsh; print -r -- REA''DY'
zpty -r -m z line '*READY*'
zpty -n -w z $ZSH_LINE$'\\t'
repeat 30; do
  sleep 0.1
  while zpty -r -t z chunk; do told+=$chunk; done
  [[ $told == *$ZSH_WHOLE* ]] && break
done
print -r -- $told
`,
  'boundaries.geojson': '{}',
});
afterAll(() => folder.remove());

const isThere = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;
const told = (shell: string, ...argv: string[]): string => {
  const ran = spawnSync(shell, argv, { cwd: folder.path, encoding: 'utf8' });
  expect(ran.stderr).toBe('');
  return ran.stdout;
};

/** What is offered for the last word of a line. */
const offers: Readonly<Record<string, (words: readonly string[]) => string[]>> = {
  bash: (words) =>
    told(
      'bash',
      '-c',
      'source c.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _coterminous; printf "%s\\n" "${COMPREPLY[@]}"',
      'bash',
      ...words,
    )
      .split('\n')
      .filter((word) => word !== ''),
  fish: (words) =>
    told('fish', '--no-config', '-c', 'source c.fish; complete -C $argv[1]', words.join(' '))
      .split('\n')
      .map((line) => line.split('\t')[0]!)
      .filter((word) => word !== ''),
};

describe.each(Object.keys(offers))('%s', (shell) => {
  const here = isThere(shell);
  if (!here) console.warn(`Completion is not tried in ${shell}, which is not installed.`);
  const after = (...words: string[]): string[] => offers[shell]!(['coterminous', ...words]);

  test.skipIf(!here)('offers commands, options and their values', () => {
    expect(after('ov')).toEqual(['overlap']);
    expect(after('overlap', '--peo')).toEqual(['--people']);
    expect(after('check', '--sens')).toEqual([]);
    expect(after('overlap', '--place', '')).toEqual(['area', 'whole']);
    expect(after('align', '--table', 's').sort()).toEqual(['shared', 'stretches']);
    expect(after('kinds', '--format', '').sort()).toEqual(['csv', 'json', 'table']);
    expect(after('update', '--format', '').sort()).toEqual(['csv', 'json', 'table']);
    expect(after('fetch', 'lsoa-i')).toEqual(['lsoa-icb']);
    expect(after('help', 'sce').sort()).toEqual(['scenario', 'scenarios']);
    expect(after('completion', 'p')).toEqual(['powershell']);
  });

  test.skipIf(!here)('offers the second word of a command of two beside files, in its place alone', () => {
    expect(after('suggest', 'nei')).toEqual(['neighbourhoods']);
    expect(after('suggest', '').sort()).toEqual(
      expect.arrayContaining(['boundaries.geojson', 'neighbourhoods']),
    );
    expect(after('suggest', '--sav').sort()).toEqual(['--save-lookup', '--save-scenario']);
  });

  test.skipIf(!here)('leaves files to the shell', () => {
    const file = shell === 'bash' ? [] : ['boundaries.geojson'];
    expect(after('overlap', 'bound')).toEqual(file);
    expect(after('overlap', '-o', 'bound')).toEqual(file);
    expect(after('overlap', '--blocks', 'bound')).toEqual(file);
  });
});

const haveZsh = isThere('zsh');
if (!haveZsh) console.warn('Completion is not tried in zsh, which is not installed.');
test.skipIf(!haveZsh).each([
  ['coterminous over', 'coterminous overlap'],
  ['coterminous overlap --peo', 'coterminous overlap --people'],
  ['coterminous overlap --place w', 'coterminous overlap --place whole'],
  ['coterminous overlap bound', 'coterminous overlap boundaries.geojson'],
  ['coterminous help tol', 'coterminous help tolerance'],
  ['coterminous suggest nei', 'coterminous suggest neighbourhoods'],
  ['coterminous suggest bound', 'coterminous suggest boundaries.geojson'],
])('zsh makes %s %s', (line, whole) => {
  const ran = spawnSync('zsh', ['-f', 'zsh.zsh'], {
    cwd: folder.path,
    encoding: 'utf8',
    env: { ...process.env, ZSH_LINE: line, ZSH_WHOLE: whole },
    timeout: 20_000,
  });
  // What moves the cursor and paints is taken out.
  // eslint-disable-next-line no-control-regex
  expect(ran.stdout.replace(/\u001b\[[\d;?]*[A-Za-z]|[\b\r]/g, '')).toContain(whole);
});

describe('the command', () => {
  beforeAll(() => expect(commands.length).toBeGreaterThan(15));

  test.each(Object.keys(SCRIPTS))(
    'prints the script for %s, with every command and option',
    async (shell) => {
      const { code, stdout } = await runCommand(['completion', shell]);
      expect(code).toBe(0);
      expect(stdout).toBe(SCRIPTS[shell]!(commands));
      for (const { name, options } of commands) {
        expect(stdout).toContain(name);
        for (const { long } of options) expect(stdout).toContain(shell === 'fish' ? long.slice(2) : long);
      }
    },
  );

  test('refuses a shell that it has no script for', async () => {
    const { code, stderr } = await runCommand(['completion', 'tcsh']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('bash, zsh, fish, powershell')]);
  });
});
