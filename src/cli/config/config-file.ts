/**
 * A config file that was read, and paths in it as seen from the current folder.
 */
import { dirname, isAbsolute } from 'node:path';
import { listOf, type Config } from './config.js';
import { readConfig } from './read-config.js';

/** Where a config file is, and what it holds. */
export interface ConfigFile {
  readonly path: string;
  /** Folder with / at its end, or blank for the current one. */
  readonly folder: string;
  readonly config: Config;
}

/** Reads and checks a config file; throws InputError as `readConfig` does. */
export function openConfig(path: string): ConfigFile {
  const folder = dirname(path);
  return { path, folder: folder === '.' ? '' : `${folder}/`, config: readConfig(path) };
}

/** A path of the config file as seen from the current folder. */
export const fromHere = (folder: string, path: string): string => (isAbsolute(path) ? path : folder + path);

/** Files of a report or of the whole config, as seen from the current folder. */
export const outputsFromHere = (folder: string, given: string | readonly string[] | undefined): string[] =>
  listOf(given).map((path) => fromHere(folder, path));
