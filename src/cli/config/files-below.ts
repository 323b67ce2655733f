/**
 * The files of a folder that `init` looks at: its own first, then those of the folders in it, level by level.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBoundaryName } from '../../run/found/boundary-name.js';
import { isTextTable, isWorkbook } from '../../run/read-table.js';
import { InputError } from '../../trouble/input-error.js';
import { listOf } from '../../run/config/config.js';
import { parseConfig } from './read-config.js';

/** Folders that are no one's data. */
const PASSED_OVER = /^(\.|node_modules$|dist$)/;
/** The config of a folder, which names what it writes. */
const CONFIG = 'coterminous.yaml';
/** Deepest folder and most files that are looked at. */
const DEEPEST = 4;
const MOST_FILES = 200;

/**
 * Paths below a folder with / between, sorted, level by level: those of the folder itself first. Throws InputError where
 * the folder cannot be read.
 */
export function* levelsBelow(folder: string): Generator<string[]> {
  let level = [''];
  const written = new Set(filesWritten(join(folder, CONFIG)));
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    const files: string[] = [];
    const folders: string[] = [];
    for (const path of level) {
      for (const name of namesIn(join(folder, path), depth > 0)) {
        const below = `${path}${name}`;
        if (PASSED_OVER.test(name)) continue;
        if (isFolder(join(folder, below))) folders.push(`${below}/`);
        else files.push(below);
      }
    }
    // What a run wrote has its metadata beside it, or is named in a config that is there.
    const own = files.filter(
      (file) =>
        !written.has(file) && !files.includes(`${file}-metadata.json`) && !file.endsWith('-metadata.json'),
    );
    yield own
      .filter((file) => isBoundaryName(file) || isTextTable(file) || isWorkbook(file))
      .sort()
      .slice(0, MOST_FILES);
    level = folders.filter((name) => !written.has(name)).sort();
  }
}

/** What a report on a folder is to be called: a page and a workbook, numbered where somebody's own file has the name. */
export function freeOutputs(folder: string): readonly string[] {
  const written = filesWritten(join(folder, CONFIG));
  const own = namesIn(folder, true).filter((name) => !written.includes(name));
  const there = new Set(own.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const names = [`report${n === 1 ? '' : `_${n}`}.html`, `report${n === 1 ? '' : `_${n}`}.xlsx`];
    if (names.every((name) => !there.has(name))) return names;
  }
}

/** Outputs that a config names, as far as it can be read. */
function filesWritten(config: string): string[] {
  try {
    const { outputs, reports } = parseConfig(readFileSync(config, 'utf8'), config);
    return [outputs, ...Object.values(reports).map((report) => report.outputs)].flatMap(listOf);
  } catch {
    return [];
  }
}

function namesIn(folder: string, orNone: boolean): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (orNone) return [];
    throw new InputError({
      id: 'folder-unreadable',
      file: folder,
      message: `it cannot be read as a folder (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
      hint: isFile(folder)
        ? `It is a file; name the folder that it lies in: ${dirname(folder)}`
        : 'Name a folder that holds boundary files',
    });
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A link that leads nowhere counts as a file: whoever opens it says so. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
