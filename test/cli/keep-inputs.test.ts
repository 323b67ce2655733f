/**
 * A run never writes over what it reads.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from './run-command.js';

test('an output that is one of the inputs is refused, under whatever spelling, and the input stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'coterminous-keep-'));
  try {
    const layer = join(folder, 'icb.geojson');
    copyFileSync(resolve('data/region/icb.geojson'), layer);
    const { code, stderr } = await runCommand(
      [
        'overlap',
        'icb.geojson',
        resolve('data/region/ltla.geojson'),
        '-o',
        `./../${folder.split('/').at(-1)!}/icb.geojson`,
      ],
      { cwd: folder },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('it is read by this run and would be written over');
    expect(readFileSync(layer)).toEqual(readFileSync(resolve('data/region/icb.geojson')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
