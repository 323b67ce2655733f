/**
 * Which tests need the built command, found from what a test file reaches.
 *
 *     source   all that run the source as it stands: no build before them
 *     built    those that start a process or a browser, for which dist is built first
 *
 * A file changes sides by itself, as soon as it or a file of test/ that it imports asks for one or asks no more. The
 * quick lane (`npm run test:quick`) is the first group without real boundary files, whose tests skip themselves, and
 * without the few files named here, which take seconds for their own sake. A test that grows too slow for the quick lane
 * fails there, by its time limit.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PROCESSES = ['node:child_process', 'playwright-core'];

/** Left out of the quick lane: random maps by the thousand, or one very large one. */
export const SLOW: readonly string[] = [
  'test/arrangement/crowded.test.ts',
  'test/arrangement/fuzz.test.ts',
  'test/arrangement/laws.test.ts',
  'test/measures/check-oracle.test.ts',
];

/** All test files below `test`, by what they need, sorted. */
export function findLanes(): { readonly source: readonly string[]; readonly built: readonly string[] } {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => slashed(join('test', path)))
    .sort();
  const built = files.filter((file) => startsProcess(file, new Set()));
  return { source: files.filter((file) => !built.includes(file)), built };
}

function startsProcess(file: string, seen: Set<string>): boolean {
  seen.add(file);
  const imports = [...readFileSync(file, 'utf8').matchAll(/(?:from|import)[\s(]*'([^']+)'/g)];
  return imports.some(([, path]) => {
    if (PROCESSES.includes(path!)) return true;
    const target = slashed(join(dirname(file), path!)).replace(/\.js$/, '.ts');
    const isOfTests = path!.startsWith('.') && target.startsWith('test/') && target.endsWith('.ts');
    return isOfTests && !seen.has(target) && startsProcess(target, seen);
  });
}

const slashed = (path: string): string => path.replaceAll('\\', '/');
