/**
 * Writes files so that nothing is ever half-written.
 *
 *     check  before any work: is there a folder, may it be written
 *     write  all files under temporary names, then rename them all; where one cannot be written none appears, and no
 *            temporary name is left behind
 */
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../trouble/input-error.js';

export interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Throws InputError where a path that was meant for a file is a folder. */
export function refuseFolder(path: string): void {
  if (isDirectory(path)) throw notWritable(path, 'it is a folder; add a / to write every table into it');
}

/** Throws InputError where a file cannot be written at a path, as far as can be told without writing. */
export function checkFile(path: string): void {
  const folder = dirname(path);
  if (!isDirectory(folder)) throw notWritable(path, `there is no folder '${folder}'`);
  if (!mayWrite(folder) || (existsSync(path) && !mayWrite(path)))
    throw notWritable(path, 'it may not be written');
}

/** Throws InputError where a folder is not there and cannot be made, as far as can be told without making it. */
export function checkFolder(path: string): void {
  let nearest = path.replace(/[/\\]+$/, '') || path;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  if (!isDirectory(nearest)) throw notWritable(path, `'${nearest}' is a file, not a folder`);
  if (!mayWrite(nearest)) throw notWritable(path, `'${nearest}' may not be written`);
}

/** Makes a folder and those above it. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw notWritable(path, `the folder cannot be made (${codeOf(error)})`);
  }
}

/** Writes all files; none where one of them cannot be written. */
export function writeFiles(files: readonly FileToWrite[]): void {
  const temporary = files.map(({ path }, i) => `${path}.${process.pid}.${i}.tmp`);
  let at = 0;
  try {
    for (; at < files.length; at++) writeFileSync(temporary[at]!, files[at]!.content);
    for (at = 0; at < files.length; at++) renameSync(temporary[at]!, files[at]!.path);
  } catch (error) {
    for (const path of temporary) rmSync(path, { force: true });
    const code = codeOf(error);
    throw notWritable(
      files[at]!.path,
      code === 'EACCES' || code === 'EPERM' ? 'it may not be written' : `it cannot be written (${code})`,
    );
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
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

const notWritable = (file: string, why: string): InputError =>
  new InputError({
    id: 'output-not-writable',
    file,
    message: why,
    hint: 'Name another file, or make the folder first',
  });
