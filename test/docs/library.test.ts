/**
 * The examples of docs/library.md: each runs as it stands, on the package as others load it, and prints what the page
 * says.
 */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../cli/run-command.js';

const page = readFileSync('docs/library.md', 'utf8');
const examples = [...page.matchAll(/```js run\n([\s\S]*?)```\s*prints\s*```text\n([\s\S]*?)```/g)].map(
  ([, code, printed]) => [code!, printed!] as const,
);

const folder = makeFolder();
mkdirSync(join(folder.path, 'node_modules'));
symlinkSync(resolve('.'), join(folder.path, 'node_modules/coterminous'));
for (const name of ['icb.geojson', 'ltla.geojson', 'residents.csv', 'blocks.geojson'])
  cpSync(`data/region/${name}`, join(folder.path, name));
afterAll(() => folder.remove());

describe('an example of the library’s page', () => {
  it('is there for every block that says it runs', () => {
    expect(examples).toHaveLength(page.match(/```js run/g)!.length);
  });

  it.each(examples.map(([code, printed], i) => [i + 1, code, printed] as const))(
    'prints what the page says: example %i',
    (i, code, printed) => {
      writeFileSync(join(folder.path, `example-${i}.mjs`), code);
      const ran = spawnSync(process.execPath, [`example-${i}.mjs`], { cwd: folder.path, encoding: 'utf8' });
      expect(ran.stderr).toBe('');
      expect(ran.stdout).toBe(printed);
    },
  );
});
