/**
 * What a test file needs before it can run, found from what it reaches.
 *
 *     source     the source as it stands: no build, and modules are loaded once for all files
 *     replacing  the same, but it puts something in a module's place (`vi.mock`), so its modules are its own
 *     built      it starts a process or a browser, for which dist is built first
 *
 * A file changes sides by itself, as soon as it or a file of test/ that it imports asks for one or asks no more. The
 * quick lane (`npm run test:quick`) is all but the last without real boundary files, whose tests skip themselves, and
 * without the files named here, which take seconds for their own sake. A test that grows too slow for the quick lane
 * fails there, by its time limit.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Left out of the quick lane: random maps by the thousand, one very large one, or every command of every page. */
const SLOW: readonly string[] = [
  'test/arrangement/crowded.test.ts',
  'test/arrangement/fuzz.test.ts',
  'test/arrangement/laws.test.ts',
  'test/fuzz/fuzz.test.ts',
  'test/measures/check-areas.test.ts',
  'test/measures/check-oracle.test.ts',
  'test/read/geojson.test.ts',
  'test/read/formats.test.ts',
  'test/arrangement/checked-kernel.test.ts',
  'test/measures/align-laws.test.ts',
  'test/run/once.test.ts',
  'test/cli/help.test.ts',
  'test/cli/only.test.ts',
  'test/cli/cache.test.ts',
  'test/cli/init-runs.test.ts',
  'test/disclosure/worlds.test.ts',
  'test/disclosure/several-tables.test.ts',
  'test/source/whole-layer.test.ts',
  'test/docs/examples.test.ts',
  'test/docs/reference.test.ts',
  'test/region/structures.test.ts',
];

const STARTS_PROCESS = /'(node:child_process|playwright-core)'/;
const REPLACES_MODULE = /\bvi\.(mock|doMock)\(/;

export interface Lanes {
  readonly source: readonly string[];
  readonly replacing: readonly string[];
  readonly built: readonly string[];
}

/** All test files below `test`, by what they need, sorted; of the quick lane where that is asked for. */
export function findLanes(quick: boolean): Lanes {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => slashed(join('test', path)))
    .filter((file) => !quick || !SLOW.includes(file))
    .sort();
  const built = files.filter((file) => reaches(file, STARTS_PROCESS));
  const rest = files.filter((file) => !built.includes(file));
  const replacing = rest.filter((file) => reaches(file, REPLACES_MODULE));
  return { source: rest.filter((file) => !replacing.includes(file)), replacing, built: quick ? [] : built };
}

/** Whether the text of a file, or of a file of test/ that it imports, has a pattern. Imports of files that do not exist are text under test. */
function reaches(file: string, pattern: RegExp, seen = new Set<string>()): boolean {
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  if (pattern.test(text)) return true;
  return [...text.matchAll(/(?:from|import)[\s(]*'(\.[^']+)\.js'/g)]
    .map(([, path]) => slashed(join(dirname(file), `${path}.ts`)))
    .some(
      (path) =>
        path.startsWith('test/') && existsSync(path) && !seen.has(path) && reaches(path, pattern, seen),
    );
}

const slashed = (path: string): string => path.replaceAll('\\', '/');
