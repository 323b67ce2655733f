/** What happens where memory is bounded: by --max-memory, or by what the system gives. */
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { outOfMemory } from '../../src/cli/out-of-memory.js';
import { readMemory } from '../../src/cli/read-memory.js';
import { makeFolder, runCommand } from './run-command.js';
import { councils, icbs } from './small-files.js';

/** A table of people of exactly so many bytes, as long as that is enough. */
const table = (bytes: number): string => {
  const text = 'LAD24CD,people\nE07000001,1\nE07000002,2\n';
  return text + '\n'.repeat(bytes - text.length);
};

const MIB = 2 ** 20;
const { path, remove } = makeFolder({
  'icbs.geojson': icbs,
  'councils.geojson': councils,
  'exact.csv': table(MIB),
  'over.csv': table(MIB + 1),
  'exact.csv.gz': gzipSync(table(MIB)),
  'over.csv.gz': gzipSync(table(MIB + 1)),
  'over.geojson.gz': gzipSync(icbs + ' '.repeat(MIB)),
  'bomb.csv.gz': gzipSync(table(70 * MIB)),
});
afterAll(remove);

const inspect = async (file: string, ...more: readonly string[]): Promise<[number | null, string]> => {
  const ran = await runCommand(['inspect', file, ...more], { cwd: path });
  return [ran.code, ran.stderr];
};

describe('--max-memory', () => {
  test.each(['exact.csv', 'exact.csv.gz'])('of as much as %s holds lets it through', async (file) =>
    expect(await inspect(file, '--max-memory', '1M')).toEqual([0, expect.stringMatching(/^next: .*\n$/)]),
  );

  test.each(['over.csv', 'over.csv.gz', 'over.geojson.gz'])('refuses %s, a byte more', async (file) => {
    const [code, stderr] = await inspect(file, '--max-memory', '1M');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/1\.0 MiB.*--max-memory/)]);
  });

  test('refuses a run that holds more already', async () => {
    const argv = ['overlap', 'icbs.geojson', 'councils.geojson', '--max-memory', '2M'];
    const ran = await runCommand(argv, { cwd: path });
    expect([ran.code, ran.stderr]).toEqual([
      2,
      expect.stringMatching(/holds [\d,]+ MiB, more than the 2 MiB/),
    ]);
  });

  test.each([
    ['1', 1],
    ['2K', 2048],
    ['500M', 500 * MIB],
    ['1.5 GiB', 1.5 * 2 ** 30],
    ['2gb', 2 ** 31],
  ])('takes %s', (text, bytes) => expect(readMemory(text)).toBe(bytes));

  test.each(['', '0', '-1M', 'much', '1X', 'constructor'])('does not take %j', (text) =>
    expect(() => readMemory(text)).toThrow('It wants a size'),
  );
});

test('without it a table that unpacks to 300 times its size, and to much, is refused all the same', async () => {
  expect(await inspect('bomb.csv.gz')).toEqual([2, expect.stringContaining('unpacks to more than')]);
});

describe('what the system does not give', () => {
  test.each([
    [
      'WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance',
      /address space.*10 GiB/,
    ],
    ['WebAssembly.Memory(): could not allocate memory', /address space.*10 GiB/],
    ['Array buffer allocation failed', /holds [\d,]+ MiB and wants more/],
    ['Invalid string length', /holds [\d,]+ MiB/],
  ])('is told with an estimate: %s', (message, says) =>
    expect(outOfMemory(new RangeError(message))?.message).toMatch(says),
  );

  test.each([new RangeError('row 7 is not one of 3'), new Error('out of memory'), 'out of memory', null])(
    'and other faults stay faults: %s',
    (error) => expect(outOfMemory(error)).toBeNull(),
  );
});
