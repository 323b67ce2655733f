/**
 * What V8 made of the program at an earlier run, in the user's cache folder.
 *
 *     ~/.cache/coterminous/code/overlap-4f0c…-v20.20.2-x64     32 bytes: SHA-256 of the rest; the rest: V8's
 *
 * Whatever is wrong with it (no folder, no right to write, a file cut short or changed) makes the run as slow as it is
 * without, and nothing else. Code is taken only from a file that belongs to whoever runs this and that nobody else may
 * write, since it is run without a further look; and it is put only into a folder that belongs to them, so that root in
 * somebody's home leaves nothing there that they cannot write over.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../source/cache-folder.js';

/** SHA-256 of main.cjs, put here by the build. */
declare const MAIN_SHA256: string;

/** Files that stay, the newest: as many as there are commands that one uses, for two versions. */
const MOST_FILES = 12;
const DIGEST = 32;

/** The file for a command, by the first word typed; null where nothing is to be kept. */
export function placeOfCode(word: string): string | null {
  const { NODE_DISABLE_COMPILE_CACHE: off = '', NODE_V8_COVERAGE: coverage = '' } = process.env;
  if (off !== '' || coverage !== '' || !/^[a-z]{2,20}$/.test(word)) return null;
  const build = `${MAIN_SHA256.slice(0, 16)}-${process.version}-${process.arch}`;
  return join(cacheFolder(), 'code', `${word}-${build}`);
}

/** The code kept in a file; null where there is none that can be trusted. */
export function keptCode(place: string): Buffer | null {
  try {
    if (!isOurs(place)) return null;
    const bytes = readFileSync(place);
    const code = bytes.subarray(DIGEST);
    return digestOf(code).equals(bytes.subarray(0, DIGEST)) ? code : null;
  } catch {
    return null;
  }
}

/** Keeps code in a file, whole or not at all, and takes away the oldest of what is kept. */
export function keepCode(place: string, code: Uint8Array): void {
  const folder = dirname(place);
  const begun = `${place}.${process.pid}`;
  try {
    let above = folder;
    while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
    if (!isOurs(above)) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(begun, Buffer.concat([digestOf(code), code]), { mode: 0o600 });
    renameSync(begun, place);
    const byAge = readdirSync(folder)
      .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
      .sort((p, q) => q.time - p.time);
    for (const { path } of byAge.slice(MOST_FILES)) rmSync(path);
  } catch {
    // The next run is as slow as this one.
    try {
      rmSync(begun, { force: true });
    } catch {
      // It cannot be taken away either.
    }
  }
}

/** Whether a file or folder belongs to whoever runs this, and nobody else may write it; where users have no number, true. */
function isOurs(path: string): boolean {
  const user = process.geteuid?.();
  if (user === undefined) return true;
  const { uid, mode } = statSync(path);
  return uid === user && (mode & 0o022) === 0;
}

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
