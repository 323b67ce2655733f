/**
 * A config file that was read, and paths in it as seen from the current folder.
 */
import type { Inputs } from '../inputs.js';
import type { Schema } from '../json-schema.js';
import { folderOf } from '../files.js';
import { listOf, type Config } from './config.js';
import { readConfig } from './read-config.js';

/** Where a config file is, and what it holds. */
export interface ConfigFile {
  readonly path: string;
  readonly config: Config;
  /** A path of the file as seen from the current folder. */
  readonly fromHere: (path: string) => string;
}

/** Reads and checks a config file; throws InputError as `readConfig` does. */
export async function openConfigBy(schema: Schema, inputs: Inputs, path: string): Promise<ConfigFile> {
  const folder = folderOf(path).replace(/^\.\/$/, '');
  const config = await readConfig(inputs, path, schema);
  return { path, config, fromHere: (below) => inputs.files.below(folder, below) };
}

/** Files of a report or of the whole config, as seen from the current folder. */
export const outputsFromHere = (
  { fromHere }: ConfigFile,
  given: string | readonly string[] | undefined,
): string[] => listOf(given).map(fromHere);
