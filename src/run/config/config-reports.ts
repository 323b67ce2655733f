/**
 * The reports of a config file as one request.
 */
import { listText } from '../../trouble/count-text.js';
import { InputError } from '../../trouble/input-error.js';
import { nameOf, STANDARD_INPUT } from '../files.js';
import type { Inputs } from '../inputs.js';
import type { Schema } from '../json-schema.js';
import type { ReportsRequest } from '../request.js';
import { titlesOf } from '../run-reports.js';
import { openConfigBy, type ConfigFile } from './config-file.js';
import { reportRequest } from './config-request.js';

/** The reports of some names, in the order given. Throws InputError for what the file names and has not. */
export const reportsOf = (file: ConfigFile, inputs: Inputs, names: readonly string[]): ReportsRequest => ({
  command: 'report',
  reports: names.map((name) => ({ name, request: reportRequest(file, inputs, name) })),
  ...titlesOf(file.config),
  ...(file.config.rules === undefined ? {} : { rules: file.config.rules }),
  config: file.path,
});

/**
 * All reports of a config file, each with a map. Throws InputError where the file is wrong, and one that names every file
 * that they read and that is not there.
 */
export async function requestOfConfig(schema: Schema, inputs: Inputs, path: string): Promise<ReportsRequest> {
  const file = await openConfigBy(schema, inputs, path);
  const whole = reportsOf(file, inputs, Object.keys(file.config.reports));
  const missing = [...new Set(pathsIn(whole.reports))].filter((each) => !inputs.exists(each));
  if (missing.length > 0) throw filesMissing(path, missing);
  return {
    ...whole,
    reports: whole.reports.map(({ name, request }) => ({ name, request: { ...request, map: true } })),
  };
}

/** Every path in plain data, without what stands inside the file where it is not there to tell. */
function pathsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    typeof each === 'string' && ['path', 'grid', 'baseline'].includes(key) && each !== STANDARD_INPUT
      ? [each]
      : pathsIn(each),
  );
}

function filesMissing(config: string, missing: readonly string[]): InputError {
  const names = missing.map((path) => nameOf(path.replace(/(?<=\.\w+)[:#].*$/, '')));
  const are = names.length === 1 ? 'is' : 'are';
  return new InputError({
    id: 'config-files-missing',
    file: config,
    message: `it reads ${listText([...new Set(names)])}, which ${are} not here`,
    hint: `Drop ${names.length === 1 ? 'it' : 'them'} too, or run \`coterminous report ${nameOf(config)}\` in the folder of the file`,
  });
}
