/** The list of mutations fits the source: each text is there once, and each test file that must notice is there. */
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readList } from './read-list.mjs';

it('every mutation of the list can be made', () => {
  const { mutants, lost } = readList('test/mutants/list.yaml');
  expect(lost).toEqual([]);
  expect(mutants.length).toBeGreaterThan(100);
  expect([...new Set(mutants.flatMap(({ tests }) => tests))].filter((file) => !existsSync(file))).toEqual([]);
});
