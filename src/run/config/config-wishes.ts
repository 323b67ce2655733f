/**
 * People, blocks and settings of a config file as wishes of a request.
 */
import { parseDisclosure } from '../../layer/disclosure.js';
import { parseCounts } from '../counts-source.js';
import type { Inputs } from '../inputs.js';
import type { CommonWishes, CountsSource } from '../request.js';
import { InputError } from '../../trouble/input-error.js';
import { mapped, withoutUndefined } from '../given-fields.js';
import type { ConfigFile } from './config-file.js';
import type { Settings } from './config.js';

/** What a report says that goes before the file. */
export interface ReportSettings extends Settings {
  /** Names of the measures to use; all if not given. */
  readonly people?: readonly string[];
}

/** The wishes. Throws InputError for people that the file does not have; `where` names them in messages. */
export function configWishes(
  file: ConfigFile,
  inputs: Inputs,
  report: ReportSettings = {},
  where = '',
): CommonWishes {
  const { config, fromHere } = file;
  const setting = <K extends keyof Settings>(key: K): Settings[K] => report[key] ?? config[key];
  const counts = (text: string): CountsSource => {
    const source = parseCounts(text, (path) => inputs.exists(fromHere(path)));
    return { ...source, path: fromHere(source.path) };
  };
  const measures = report.people ?? Object.keys(config.people ?? {});
  return withoutUndefined({
    people:
      measures.length === 0
        ? undefined
        : measures.map((name) => ({ ...counts(peopleFile(file, name, where)), name })),
    blocks: measures.length === 0 ? undefined : mapped(config.blocks, counts),
    grid: mapped(config.grid, fromHere),
    fill: config.fill,
    tolerance: setting('tolerance'),
    placing: config.place,
    includeSlivers: setting('include_slivers'),
    allowTruncated: setting('allow_truncated'),
    allowUnmatched: setting('allow_unmatched'),
    includeOutside: setting('include_outside'),
    sensitivity: setting('sensitivity'),
    verify: setting('verify'),
    disclosure: mapped(setting('disclosure'), parseDisclosure),
    config: file.path,
  });
}

function peopleFile({ path, config }: ConfigFile, name: string, where: string): string {
  const people = config.people ?? {};
  if (Object.hasOwn(people, name)) return people[name]!;
  throw new InputError({
    id: 'config-people-unknown',
    file: path,
    message: `${where}.people names '${name}', which is not under people`,
    hint: `There are ${Object.keys(people).join(', ') || 'none yet'}`,
  });
}
