/** SECURITY.md names every package that is needed at run time, and no other; docs/accuracy.md names tests that are there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('every dependency has its reason', () => {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
    optionalDependencies: Record<string, string>;
  };
  const rows = readFileSync('SECURITY.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| `/.test(line));
  const named = rows.flatMap((line) =>
    [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  );
  expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...optionalDependencies }).sort());
  for (const row of rows) expect(row.split('|')[2]!.trim().length, row).toBeGreaterThan(5);
});

it('every test that stands behind a figure is there', () => {
  const paths = [...readFileSync('docs/accuracy.md', 'utf8').matchAll(/test\/[\w./-]+/g)].map(
    ([path]) => path,
  );
  expect(paths.length).toBeGreaterThan(6);
  for (const path of paths) expect(existsSync(path), path).toBe(true);
});
