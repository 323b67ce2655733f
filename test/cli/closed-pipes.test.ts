/** A broken rule exits with 1 however the streams are closed: twenty ways, each a process of its own. */
import { afterAll, describe, expect, test } from 'vitest';
import { makeFolder } from './run-command.js';
import { runShell } from './run-process.js';
import { collection, feature, polygon, square } from './small-files.js';

/** A map with enough units that no output fits a pipe (64 KiB). */
const many = (stem: string, prefix: string, shift: number): string =>
  collection(
    Array.from({ length: 400 }, (_, i) =>
      feature(
        { [`${stem}CD`]: `${prefix}${String(i).padStart(6, '0')}`, [`${stem}NM`]: `Unit number ${i}` },
        polygon(square(-4 + shift + (i % 20) / 10, 51 + shift + Math.floor(i / 20) / 10, 0.1)),
      ),
    ),
  );
const { path, remove } = makeFolder({
  'a.geojson': many('ICB24', 'E54', 0),
  'b.geojson': many('LAD24', 'E07', 0.05),
});
afterAll(remove);

const COMMAND = "$COTERMINOUS overlap a.geojson b.geojson --fail-on 'shared_units max 0'";
const WAYS: readonly string[] = [
  '| true',
  '| head -1',
  '| head -c 1',
  '| head -c 70000',
  '2>&1 | true',
  '2>&1 | head -1',
  '2>&1 >/dev/null | true',
  '2>&1 >/dev/null | head -1',
  '--json | true',
  '--json | head -1',
  '--format table | head -1',
  '--format md | true',
  '--format github | head -1',
  '--quiet | true',
  '--quiet 2>&1 | true',
  '>&-',
  '2>&-',
  '>&- 2>&-',
  '-o FILE.csv 2>&1 | true',
  '-o FILE.csv -o FILE.html 2>&-',
];

test('there are twenty ways', () => expect(new Set(WAYS).size).toBe(20));

describe('a broken rule exits with 1', () => {
  test.each(WAYS.map((way, i) => [way, i] as const))('%s', async (way, i) => {
    const line = `${COMMAND} ${way.replaceAll('FILE', `way${i}`)}; echo "code \${PIPESTATUS[0]}" >&3`;
    const ran = await runShell(`exec 3>&1; { ${line}; } >/dev/null`, { cwd: path });
    expect(ran.stdout).toBe('code 1\n');
    expect(ran.stderr).not.toMatch(/internal error|EPIPE/);
  });
});

test('a rule that is met exits with 0 all the same', async () => {
  const ran = await runShell(`$COTERMINOUS overlap a.geojson b.geojson | true; echo \${PIPESTATUS[0]}`, {
    cwd: path,
  });
  expect(ran.stdout).toBe('0\n');
});
