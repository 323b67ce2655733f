/**
 * Whatever lies in a folder together, `init` writes a config that `report` runs to its end; no file that was there is
 * changed, and the same folder gives the same bytes. COTERMINOUS_MIXTURES draws more than the forty.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NAMINGS, PARTS, type Files } from './mixture-parts.js';
import { makeFolder, runCommand } from './run-command.js';

const MIXTURES = Number(process.env['COTERMINOUS_MIXTURES'] ?? 40);

const mixture = fc.record({
  parts: fc.subarray(Object.keys(PARTS), { minLength: 1, maxLength: 6 }),
  naming: fc.constantFrom(...Object.keys(NAMINGS)),
  /** A config that is there already: somebody else's, or none. */
  config: fc.option(fc.constantFrom('layers: {}\n', 'mine', ''), { freq: 8 }),
});

const contents = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );

const drawn = fc.sample(mixture, MIXTURES).map((one, i) => ({ i, ...one, what: one.parts.join(', ') }));

test.each([{ i: -1, what: 'nothing', parts: [], naming: 'as it is', config: null }, ...drawn])(
  '$what; $naming',
  async ({ i, parts, naming, config }) => {
    const files: Files = Object.fromEntries(
      parts.flatMap((part) =>
        // What a report would be called, it is called without a blank or a dash before it.
        Object.entries(PARTS[part]!).map(([name, content]) => [
          name.startsWith('report.') ? name : NAMINGS[naming]!(name),
          content,
        ]),
      ),
    );
    const folder = makeFolder(config === null ? files : { ...files, 'coterminous.yaml': config });
    try {
      const before = contents(folder.path);
      const shown = await runCommand(['init', '--stdout'], { cwd: folder.path });
      expect([shown.code, shown.stderr]).toEqual([0, '']);
      expect(contents(folder.path)).toEqual(before);
      if (config !== null) {
        const refused = await runCommand(['init'], { cwd: folder.path });
        expect(refused.code).toBe(2);
        expect(refused.stderr).toMatch(/^error: coterminous\.yaml: it is there already/);
        expect(contents(folder.path)).toEqual(before);
      }
      const init = await runCommand(['init', '--force'], { cwd: folder.path });
      expect([init.code, init.stdout], init.stderr).toEqual([0, '']);
      expect(readFileSync(join(folder.path, 'coterminous.yaml'), 'utf8')).toBe(shown.stdout);

      const report = await runCommand(['report', '--quiet'], { cwd: folder.path });
      expect([report.code, report.stderr], shown.stdout).toEqual([0, '']);
      const after = contents(folder.path);
      for (const [name, content] of before)
        if (name !== 'coterminous.yaml') expect(after.get(name) === content, `${name} as it was`).toBe(true);
      if (i % 4 > 0) return;
      await runCommand(['report', '--quiet'], { cwd: folder.path });
      expect(contents(folder.path)).toEqual(after);
    } finally {
      folder.remove();
    }
  },
);
