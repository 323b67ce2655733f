/**
 * The list of structures that the field names, walked: each is known by the name it goes by, its kind is told from a file
 * as it would come, and a command on the region works with it. `structures.txt` has the first line that each prints.
 */
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { kinds } from '../../src/layer/kinds.js';
import { kindsCalled } from '../../src/layer/kinds-called.js';
import { makeFolder, runCommand } from '../cli/run-command.js';
import { files, structures } from './structures.js';

const folder = makeFolder(files);
afterAll(() => folder.remove());

const inPlace = (word: string): string =>
  word.replace(/(^|,)(data\/region\/)/g, `$1${resolve('data/region')}/`);

describe('structures', () => {
  const printed: string[] = [];

  it.each(structures.map((structure) => [structure.name, structure] as const))(
    '%s',
    async (name, { kind, command }) => {
      expect(kindsCalled(name === 'new unitary council' ? 'unitary' : name).map(({ id }) => id)).toContain(
        kind,
      );
      const given = command.map(inPlace);
      const { code, stdout, stderr } = await runCommand([...given, '--json', '--quiet'], {
        cwd: folder.path,
      });
      expect(code, stderr).toBe(0);
      const { layers, summary } = JSON.parse(stdout) as {
        layers: { kind: string | null }[];
        summary: string[];
      };
      expect(layers.map((layer) => layer.kind)).toContain(kind);
      const typed = command.map((word) => (word.includes(' ') ? `"${word}"` : word)).join(' ');
      printed.push(`${name} (${kind})\n  coterminous ${typed}\n  ${summary[0]!}\n`);
    },
  );

  it('have every kind among them', () => {
    const walked = new Set(structures.map(({ kind }) => kind));
    expect(kinds.map(({ id }) => id).filter((id) => !walked.has(id))).toEqual([]);
  });

  it('print what is written down', async () => {
    expect(printed.length).toBe(structures.length);
    await expect(printed.join('\n')).toMatchFileSnapshot('structures.txt');
  });
});
