/**
 * Config files as the command line reads them: by the schema that lies in the package.
 */
import { type ConfigFile, openConfigBy } from '../../run/config/config-file.js';
import type { Config } from '../../run/config/config.js';
import { parseConfigBy } from '../../run/config/read-config.js';
import type { Inputs } from '../../run/inputs.js';
import { configSchema } from './schema.js';

/** Reads and checks a config file; throws InputError with line, key and what is allowed. */
export const openConfig = (inputs: Inputs, path: string): Promise<ConfigFile> =>
  openConfigBy(configSchema, inputs, path);

/** The same from text; `file` names it in messages. */
export const parseConfig = (text: string, file: string): Config => parseConfigBy(configSchema, text, file);
