/** A scenario from standard input, in every form that a file may have. */
import { afterAll, expect, it } from 'vitest';
import { makeFolder } from './run-command.js';
import { runProcess } from './run-process.js';
import { councils, icbs } from './small-files.js';

const folder = makeFolder({ 'icbs.geojson': icbs, 'councils.geojson': councils });
afterAll(() => folder.remove());

it.each([
  ['a table of pairs', 'unit,new_unit\nElm,Joined\nFir,Joined\n'],
  ['a table of operations', 'operation,pieces,from,to,name\nmerge,Elm;Fir,,Joined,\n'],
  ['YAML', '# a plan\nmerge: {Joined: [Elm, Fir]}\n'],
  ['YAML of operations', '---\noperations:\n  - merge: [Elm, Fir]\n    into: Joined\n'],
  ['JSON', '{"merge": {"Joined": ["Elm", "Fir"]}}'],
])('%s', async (_, input) => {
  const { code, stdout, stderr } = await runProcess(
    ['scenario', '-', '--layer', 'councils.geojson', '--against', 'icbs.geojson', '--table', 'units'],
    { cwd: folder.path, input },
  );
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/Joined/);
  expect(stderr).toContain('Scenario: 2 → 1 council,');
});
