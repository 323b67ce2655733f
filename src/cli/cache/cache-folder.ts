/**
 * A folder as a cache: one file an entry, called by a digest of its key.
 *
 * Nothing in it is trusted without its digest, and nothing of it is needed: what is missing, damaged, cut short or of
 * another tool is made again. An entry is written under another name and put in its place whole, so that runs at the same
 * time see all of it or nothing, and the last one stays. What was used longest ago makes room.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Packed } from '../../layer/packed.js';
import type { Cache } from '../../run/cache.js';
import { bytesUnderDigest, entryParts, readEntry } from './entry.js';
import { toolMark } from './tool-mark.js';

/** Bytes that all entries together may have. */
export const MOST_KEPT = 8 * 2 ** 30;
/** Bytes read and written at once. */
const CHUNK = 1 << 20;
/** Milliseconds after which an entry that was never finished is left over. */
const LEFT_OVER = 24 * 3_600_000;

const ENTRY = /^[0-9a-f]{32}\.kept$/;
const UNFINISHED = /^[0-9a-f]{32}\.[0-9a-f]{12}\.tmp$/;

/** The cache in a folder, which is made where it is not there; `tell` is told once each of what goes wrong. */
export function cacheFolder(folder: string, tell: (text: string) => void, most = MOST_KEPT): Cache {
  const told = new Set<string>();
  const tellOnce = (text: string): void => {
    if (!told.has(text)) tell(text);
    told.add(text);
  };
  const tool = toolMark();
  const pathOf = (key: string): string => {
    const name = createHash('sha256').update(tool).update('\0').update(key).digest('hex');
    return join(folder, `${name.slice(0, 32)}.kept`);
  };
  return {
    get: (key) => {
      const path = pathOf(key);
      const found = getEntry(path, tool, key, most);
      if (found === 'damaged')
        tellOnce(`cache: an entry in ${folder} is damaged; it is left aside and made again`);
      if (found === 'damaged' || found === null) return null;
      return found;
    },
    put: (key, packed) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (putEntry(pathOf(key), entryParts(tool, key, packed), most)) makeRoom(folder, most);
      } catch (error) {
        tellOnce(`cache: nothing can be kept in ${folder} (${reasonOf(error)}); the run goes on without`);
      }
    },
  };
}

/** A pipe that stands in an entry's place is not waited for. */
const READ = constants.O_RDONLY | constants.O_NONBLOCK;

/** What a file holds under a key; null where there is none. */
function getEntry(path: string, tool: string, key: string, most: number): Packed | 'damaged' | null {
  let file: number;
  try {
    file = openSync(path, READ);
  } catch {
    return null;
  }
  try {
    const stat = fstatSync(file);
    const { size } = stat;
    if (!stat.isFile() || size > most) return 'damaged';
    const bytes = new Uint8Array(new ArrayBuffer(size));
    const hash = createHash('sha256');
    const end = bytesUnderDigest(size);
    let at = 0;
    while (at < size) {
      const read = readSync(file, bytes, at, Math.min(CHUNK, size - at), null);
      if (read === 0) return 'damaged';
      if (at < end) hash.update(bytes.subarray(at, Math.min(end, at + read)));
      at += read;
    }
    const found = readEntry(bytes.buffer, hash.digest(), tool, key);
    if (found !== null) touch(path);
    return found ?? 'damaged';
  } catch {
    // Whatever an entry does to its reader, it is no entry.
    return 'damaged';
  } finally {
    closeSync(file);
  }
}

/** Puts an entry in its place; false where it is larger than all that may be kept. */
function putEntry(path: string, parts: readonly Uint8Array[], most: number): boolean {
  if (parts.reduce((sum, { length }) => sum + length, 0) > most) return false;
  const temporary = path.replace(/kept$/, `${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      for (const part of parts) writeWhole(file, part);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return true;
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, Math.min(CHUNK, bytes.length - at));
}

/** Takes away what was used longest ago, until the rest fits, and what was never finished. */
function makeRoom(folder: string, most: number): void {
  const entries = readdirSync(folder).flatMap((name) => {
    const isEntry = ENTRY.test(name);
    if (!isEntry && !UNFINISHED.test(name)) return [];
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return [];
    if (!isEntry && Date.now() - stat.mtimeMs > LEFT_OVER) rmSync(path, { force: true });
    return isEntry ? [{ path, size: stat.size, used: stat.mtimeMs }] : [];
  });
  let size = entries.reduce((sum, entry) => sum + entry.size, 0);
  for (const entry of entries.sort((p, q) => p.used - q.used)) {
    if (size <= most) return;
    rmSync(entry.path, { force: true });
    size -= entry.size;
  }
}

/** Says that an entry was used; of a folder that may only be read nothing is taken away. */
function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // It is as good as before.
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  const said: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk is full',
    EACCES: 'it may not be written',
    EPERM: 'it may not be written',
    EROFS: 'it may not be written',
    ENOTDIR: 'it is no folder',
    EEXIST: 'it is no folder',
  };
  return typeof code === 'string' ? (said[code] ?? code) : String(error);
}
