/**
 * Writes files so that nothing is ever half-written.
 *
 *     check  before any work: is there a folder, may it be written
 *     write  all files under temporary names, then rename them all; where one cannot be written none appears, and no
 *            temporary name is left behind, whatever signal comes
 *
 * A link is followed and stays: what it points to is written, also where that is not there yet. A file that was there
 * keeps its mode. What is no ordinary file (a pipe, a device) cannot be replaced whole, and is refused.
 */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { holdSignals } from './hold-signals.js';
import { notWritable, notWritten } from './not-writable.js';

export interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Throws InputError where a path that was meant for a file is a folder. */
export function refuseFolder(path: string): void {
  if (statOf(path)?.isDirectory() === true)
    throw notWritable(path, 'it is a folder; add a / to write every table into it');
}

/**
 * Throws InputError where a file cannot be written at a path, as far as can be told without writing. `folders` are
 * those that the run will make.
 */
export function checkFile(path: string, folders: readonly string[] = []): void {
  if (path.includes('\0')) throw notWritable(path, 'it has a sign in its name that no file can have');
  if (Buffer.byteLength(basename(path)) > LONGEST_NAME)
    throw notWritable(path, `its name is longer than ${LONGEST_NAME} bytes`, 'Name it shorter');
  const target = targetOf(path);
  const folder = dirname(target);
  if (folders.some((made) => resolve(made) === resolve(folder))) return;
  if (statOf(folder)?.isDirectory() !== true) throw notWritable(path, `there is no folder '${folder}'`);
  const there = statOf(target);
  if (there?.isDirectory() === true) throw notWritable(path, 'it is a folder', 'Name a file in it');
  if (there !== null && !there.isFile()) {
    throw notWritable(
      path,
      'it is a pipe or a device, which no file can take the place of',
      'Name an ordinary file, or write to standard output with --format',
    );
  }
  if (!mayWrite(folder) || (there !== null && !mayWrite(target))) throw notWritten(path, { code: 'EACCES' });
}

/** Bytes that the name of a file may have on the systems there are. */
const LONGEST_NAME = 255;

/** Throws InputError where a folder is not there and cannot be made, as far as can be told without making it. */
export function checkFolder(path: string): void {
  let nearest = path.replace(/[/\\]+$/, '') || path;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  if (statOf(nearest)?.isDirectory() !== true)
    throw notWritable(path, `'${nearest}' is a file, not a folder`);
  if (!mayWrite(nearest)) throw notWritable(path, `'${nearest}' may not be written`);
}

/** Makes a folder and those above it. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw notWritten(path, error);
  }
}

/** Writes all files; none where one of them cannot be written. */
export function writeFiles(files: readonly FileToWrite[]): void {
  holdSignals(() => writeAll(files));
}

function writeAll(files: readonly FileToWrite[]): void {
  const run = randomBytes(6).toString('hex');
  const places = files.map(({ path }, i) => {
    const target = targetOf(path);
    return { target, temporary: join(dirname(target), `.coterminous-${run}-${i}.tmp`) };
  });
  let at = 0;
  try {
    for (; at < files.length; at++) {
      const { target, temporary } = places[at]!;
      writeFileSync(temporary, files[at]!.content, { flag: 'wx' });
      const before = statOf(target);
      if (before !== null) chmodSync(temporary, before.mode & 0o777);
    }
    for (at = 0; at < files.length; at++) renameSync(places[at]!.temporary, places[at]!.target);
  } catch (error) {
    for (const { temporary } of places) rmSync(temporary, { force: true });
    throw notWritten(files[at]!.path, error);
  }
}

/** Links in a row that are followed, as Linux does. */
const MOST_LINKS = 40;

/** Where a path really writes: links followed, also to what is not there yet. */
export function targetOf(path: string): string {
  let target = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    if (!isLink(target)) return target;
    target = resolve(dirname(target), readlinkSync(target));
  }
  throw notWritable(
    path,
    'it is a link that leads back to itself',
    'Take the link away, or name another file',
  );
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
