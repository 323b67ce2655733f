/**
 * What other people's machines run of ours: the GitHub action, its steps in a shell as GitHub would start them, and the
 * hooks of pre-commit. Neither GitHub nor pre-commit is here: what they do around our words is not tried.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeFolder } from '../cli/run-command.js';
import { collection, councils, feature, icbs, polygon, square } from '../cli/small-files.js';

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const action = parse(readFileSync('action.yml', 'utf8')) as {
  inputs: Record<string, { default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { steps: Step[] };
};
const step = action.runs.steps.find(({ id }) => id === 'run')!;
let folder: ReturnType<typeof makeFolder>;
const made: (typeof folder)[] = [];
beforeEach(() => {
  folder = makeFolder({
    'icbs.geojson': icbs,
    'councils.geojson': councils,
    'two words.geojson': icbs,
    'bad.geojson': collection([
      feature({ LAD24CD: 'E07000001', LAD24NM: 'Elm' }, polygon(square(-1, 52, 0.1))),
      feature({ LAD24CD: 'E07000002', LAD24NM: 'Fir' }, polygon(square(-0.95, 52, 0.1))),
    ]),
    'coterminous.yaml':
      'layers: { icb: icbs.geojson, ltla: councils.geojson }\nreports:\n  one: { command: align, layers: [icb, ltla] }\n',
    out: '',
    summary: '',
  });
  made.push(folder);
});
afterAll(() => made.forEach(({ remove }) => remove()));

const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

/** Runs the step as GitHub does, with its inputs; gives the code, what was printed and the outputs. */
function runStep(inputs: Readonly<Record<string, string>>): {
  code: number | null;
  stdout: string;
  outputs: Record<string, string>;
} {
  const env = Object.fromEntries(
    Object.entries(step.env!).map(([name, value]) => [
      name,
      value.replace(
        /\$\{\{ inputs\.([\w-]+) \}\}/g,
        (_, key: string) => inputs[key] ?? action.inputs[key]!.default,
      ),
    ]),
  );
  const ran = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run!], {
    cwd: folder.path,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...env,
      GITHUB_ACTION_PATH: resolve('.'),
      GITHUB_OUTPUT: join(folder.path, 'out'),
      GITHUB_STEP_SUMMARY: join(folder.path, 'summary'),
      RUNNER_TEMP: folder.path,
    },
  });
  const lines = read('out').trim().split('\n');
  return {
    code: ran.status,
    stdout: ran.stdout,
    outputs: Object.fromEntries(
      lines.map((line) => [line.split('=')[0]!, line.slice(line.indexOf('=') + 1)]),
    ),
  };
}

describe('the GitHub action', () => {
  test('runs the reports of a folder, writes a summary and says where the result is', () => {
    const { code, outputs } = runStep({});
    expect(code).toBe(0);
    expect(outputs['exit-code']).toBe('0');
    expect(JSON.parse(readFileSync(outputs['result']!, 'utf8'))).toHaveProperty('tables');
    expect(read('summary')).toMatch(/^# ICBs and councils/);
  });

  test('annotates broken rules and fails; words with blanks stay one', () => {
    const { code, stdout, outputs } = runStep({
      command: 'align',
      arguments:
        'two words.geojson\ncouncils.geojson\n--fail-on\nshared_units max 0\n--fail-on\nerrors min 1',
    });
    expect(code).toBe(1);
    expect(outputs['exit-code']).toBe('1');
    expect(stdout).toMatch(/^::error title=Broken rule::errors min 1/m);
  });

  test('takes nothing of its inputs for a command of the shell', () => {
    const { code, outputs } = runStep({ command: 'check', arguments: '$(touch stolen)\n`touch stolen`' });
    expect(code).toBe(2);
    expect(outputs).toEqual({ result: '', 'exit-code': '2' });
    expect(() => read('stolen')).toThrow();
  });

  test('has outputs that its step sets, and quotes no input in a script', () => {
    for (const [name, { value }] of Object.entries(action.outputs))
      expect(value).toBe(`\${{ steps.run.outputs.${name} }}`);
    for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
  });
});

const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as {
  id: string;
  entry: string;
  files: string;
  pass_filenames?: boolean;
}[];

describe('the hooks of pre-commit', () => {
  const run = (id: string, ...files: string[]): { status: number | null; stdout: string; stderr: string } => {
    const { entry, pass_filenames = true } = hooks.find((hook) => hook.id === id)!;
    const [name, ...words] = entry.split(' ');
    expect(name).toBe('coterminous');
    return spawnSync(
      process.execPath,
      [resolve('bin/coterminous.js'), ...words, ...(pass_filenames ? files : [])],
      { cwd: folder.path, encoding: 'utf8' },
    );
  };

  test('pass sound boundaries, stop for broken ones and name them', () => {
    expect(run('coterminous-check', 'icbs.geojson', 'councils.geojson').status).toBe(0);
    const { status, stdout, stderr } = run('coterminous-check', 'icbs.geojson', 'bad.geojson');
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('E07000001');
    expect(run('coterminous-report').status).toBe(0);
  });

  test.each([
    ['coterminous-check', ['a.geojson', 'b/c.gpkg'], ['a.json', 'a.geojson.md', 'b.csv']],
    ['coterminous-report', ['a.geojson', 'people.csv', 'coterminous.yaml'], ['a.yaml', 'README.md']],
  ])('%s looks at its files alone', (id, yes, no) => {
    const files = new RegExp(hooks.find((hook) => hook.id === id)!.files);
    expect([...yes, ...no].filter((name) => files.test(name))).toEqual(yes);
  });
});

test('the citation names the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(parse(readFileSync('CITATION.cff', 'utf8'))).toMatchObject({ 'cff-version': '1.2.0', version });
});
