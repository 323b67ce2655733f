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
  const own = `\`coterminous report ${nameOf(config)}\``;
  const files = missing.filter((path) => !isElsewhere(path));
  if (files.length === 0) return needsNetwork(config, [...new Set(missing.map(nameElsewhere))], own);
  const names = [...new Set(files.map((path) => nameOf(path.replace(/(?<=\.\w+)[:#].*$/, ''))))];
  const [are, them] = names.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return new InputError({
    id: 'config-files-missing',
    file: config,
    message: `it reads ${listText(names)}, which ${are} not here`,
    hint: `Drop ${them} too, or run ${own} in the folder of the file`,
  });
}

function needsNetwork(config: string, names: readonly string[], own: string): InputError {
  const ids = names.filter((name) => !ADDRESS.test(name));
  const fetched = [
    ...(ids.length === 0 ? [] : [`run \`coterminous fetch ${ids.join(' ')}\``]),
    ...(ids.length === names.length ? [] : ['download what stands at the address']),
  ];
  return new InputError({
    id: 'config-needs-network',
    file: config,
    message: `it takes ${listText(names)} from the network, which nothing here may ask`,
    hint: `Where the network may be asked, ${fetched.join(' and ')}, drop what comes and write its name into the file; or run ${own} there`,
  });
}

const ADDRESS = /^(?:.*\/)?(https?:)\/+(?=[^/])/;

/** Whether a path stands for something that is fetched: an address, or an id of the catalogue, which has no ending. */
const isElsewhere = (path: string): boolean =>
  ADDRESS.test(path) || /^[a-z][\w-]*(@\w+)?$/.test(nameOf(path));

/** An address whole, an id without the folder of the file. */
const nameElsewhere = (path: string): string =>
  ADDRESS.test(path) ? path.replace(ADDRESS, '$1//') : nameOf(path);
