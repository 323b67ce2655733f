/**
 * People, blocks and settings of a config file as options, each a flag with its value or a flag alone.
 */
import { InputError } from '../../trouble/input-error.js';
import { fromHere, type ConfigFile } from './config-file.js';
import type { Settings } from './config.js';

export interface SettingWishes {
  /** Names of the measures to use; all if not given. */
  readonly people?: readonly string[];
  /** Settings that go before those of the file. */
  readonly settings?: Settings;
  /** What names the people, for messages: `reports.councils`. */
  readonly where?: string;
}

/** The options. Throws InputError for people that the file does not have. */
export function settingOptions(
  file: ConfigFile,
  { people, settings = {}, where = '' }: SettingWishes = {},
): string[][] {
  const { folder, config } = file;
  const all: Settings = { ...config, ...settings };
  const path = (flag: string, given: string | undefined): string[][] =>
    given === undefined ? [] : [[flag, fromHere(folder, given)]];
  const value = (flag: string, given: string | number | undefined): string[][] =>
    given === undefined ? [] : [[flag, String(given)]];
  const measures = people ?? Object.keys(config.people ?? {});
  return [
    ...measures.map((name) => ['--people', `${name}=${fromHere(folder, fileOf(file, name, where))}`]),
    ...(measures.length === 0 ? [] : path('--blocks', config.blocks)),
    ...path('--grid', config.grid),
    ...value('--fill', config.fill),
    ...value('--tolerance', all.tolerance),
    ...(all.include_slivers === true ? [['--include-slivers']] : []),
    ...(all.include_outside === true ? [['--include-outside']] : []),
    ...(all.sensitivity === true ? [['--sensitivity']] : []),
    ...value('--disclosure', all.disclosure),
  ];
}

function fileOf({ path, config }: ConfigFile, name: string, where: string): string {
  const file = config.people?.[name];
  if (file !== undefined) return file;
  throw new InputError({
    id: 'config-people-unknown',
    file: path,
    message: `${where}.people names '${name}', which is not under people`,
    hint: `There are ${Object.keys(config.people ?? {}).join(', ') || 'none yet'}`,
  });
}
