/**
 * Runs the reports of a config without writing anything, to find out which of them run.
 */
import { run } from '../../run/run.js';
import { InputError } from '../../trouble/input-error.js';
import { folderOf } from '../../run/files.js';
import { plainInputs } from '../desk.js';
import { reportRequest } from '../../run/config/config-request.js';
import type { ConfigFile } from '../../run/config/config-file.js';
import { parseConfig } from './read-config.js';
import type { TryOut } from './settle-config.js';

/** Tries configs as if each stood at a path. What is no error of the user's files is thrown. */
export const tryConfig =
  (path: string, progress: (text: string) => void): TryOut =>
  async (text) => {
    const inputs = plainInputs();
    const folder = folderOf(path).replace(/^\.\/$/, '');
    const config = parseConfig(text, path);
    const file: ConfigFile = { path, config, fromHere: (below) => inputs.files.below(folder, below) };
    const reasons = new Map<string, string>();
    const names = Object.keys(config.reports);
    for (const [i, name] of names.entries()) {
      progress(`trying ${name} (${i + 1} of ${names.length})`);
      try {
        const { config: _, ...request } = reportRequest(file, inputs, name);
        await run(request, inputs.forReport());
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        reasons.set(name, error.message);
      }
    }
    return reasons;
  };
