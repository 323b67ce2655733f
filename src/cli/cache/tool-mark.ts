/**
 * Which build of the tool this is: what one build keeps means nothing to another.
 */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolVersion } from '../../result/tool-version.js';

let known: string | null = null;

/** Version, and a digest of names, sizes and dates of the scripts that this one stands among. */
export function toolMark(): string {
  if (known !== null) return known;
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.[jt]s$/.test(name)) continue;
    const { size, mtimeMs } = statSync(join(folder, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return (known = `${toolVersion} ${hash.digest('hex').slice(0, 16)}`);
}
