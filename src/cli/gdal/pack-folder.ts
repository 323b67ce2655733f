/**
 * The folder of a file geodatabase as a zip archive that packs nothing, always the same for the same files: so it has a
 * hash, and comes in the way an archive of it does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** A day on which an archive may have been made, the same for all. */
const MADE = new Date(1980, 0, 1);

/** The archive. Locks of programs that have the folder open are no part of it. */
export function packFolder(path: string): Uint8Array {
  const folder = basename(resolve(path));
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
    .map(({ name }) => name)
    .sort();
  const packed: Zippable = {};
  for (const name of files)
    packed[`${folder}/${name}`] = [new Uint8Array(readFileSync(join(path, name))), { level: 0, mtime: MADE }];
  return zipSync(packed);
}
