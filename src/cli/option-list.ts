/**
 * The options that reports share, by the group that help shows them in. A command leaves out those that it has no use
 * for: they are neither listed in its help nor taken in silence.
 */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { InputError } from '../trouble/input-error.js';
import { readMemory } from './read-memory.js';
import { readThreads } from './read-threads.js';

/** What the groups are called, and what their options are about. */
export const GROUPS = {
  layers: 'how the layers are read',
  people: 'who lives where',
  geometry: 'what counts as an overlap',
  output: 'where the result goes, and how',
  rules: 'when the exit code is 1',
  running: 'settings of the run',
} as const;

export interface SharedOption {
  readonly group: keyof typeof GROUPS;
  readonly flags: string;
  readonly does: string;
  /** What is made of a value that is given; `many` collects those of an option that is given several times. */
  readonly read?: ((value: string) => unknown) | 'many';
  /** The only values that are taken. */
  readonly choices?: readonly [string, string];
}

const many = 'many';

/** Every shared option, in the order that help lists them. */
export const SHARED_OPTIONS: readonly SharedOption[] = [
  { group: 'layers', flags: '--code <id=FIELD>', does: 'the field that holds a layer’s codes', read: many },
  { group: 'layers', flags: '--name <id=FIELD>', does: 'the field that holds its names', read: many },
  { group: 'layers', flags: '--keep <id=FIELD>', does: 'carry a further field into the table', read: many },
  {
    group: 'layers',
    flags: '--call <id=ward|wards>',
    does: 'what one of a layer’s units and several are called in reports',
    read: many,
  },
  {
    group: 'layers',
    flags: '--crs <id=EPSG:…>',
    does: 'the coordinate system of a layer, whatever its file says',
    read: many,
  },
  {
    group: 'layers',
    flags: '--grid <FILE>',
    does: 'NTv2 grid of shifts for British National Grid (OSTN15), for transformations good to 0.1 m',
  },
  {
    group: 'layers',
    flags: '--fill <rule>',
    does: 'where polygons of one feature overlap: parity (they cancel, the default) or union',
    choices: ['parity', 'union'],
  },
  {
    group: 'layers',
    flags: '--group <new=source,lookup.csv>',
    does: 'regroup a layer through a lookup (councils to counties); it takes the source’s place',
    read: many,
  },
  {
    group: 'layers',
    flags: '--recode <FILE>',
    does: 'further changes of codes for --group: old_code,new_code',
  },
  {
    group: 'layers',
    flags: '--clip <LAYER>',
    does: 'set land of all layers outside this one’s aside: path[#inner]',
  },
  {
    group: 'layers',
    flags: '--allow-truncated',
    does: 'go on with files that a server cut at its limit, and say so',
  },
  {
    group: 'people',
    flags: '--people <[name=]FILE[:COLUMN]>',
    does: 'people by small area, or points with coordinates; may be given several times',
    read: many,
  },
  {
    group: 'people',
    flags: '--blocks <LAYER>',
    does: 'where the small areas of --people are: polygons or points',
  },
  {
    group: 'people',
    flags: '--place <rule>',
    does: 'polygons of --blocks that borders cut: area (shared by area, the default) or whole (each to the unit with most of it)',
    choices: ['area', 'whole'],
  },
  {
    group: 'people',
    flags: '--allow-unmatched <PERCENT>',
    does: 'go on where more than 1 % of people or of blocks have no partner, up to this many',
    read: readPercent,
  },
  {
    group: 'people',
    flags: '--disclosure <RULE>',
    does: 'suppress small counts and round others: nhs, or under=N,round=M',
  },
  {
    group: 'geometry',
    flags: '--tolerance <metres>',
    does: 'how wide a false overlap may be, or auto (the default)',
    read: readTolerance,
  },
  {
    group: 'geometry',
    flags: '--sensitivity',
    does: 'how the count of real overlaps depends on the tolerance',
  },
  { group: 'geometry', flags: '--include-slivers', does: 'keep pairs that only touch in slivers' },
  { group: 'geometry', flags: '--include-outside', does: 'keep units wholly outside the other layer' },
  {
    group: 'output',
    flags: '-o, --output <FILE>',
    does: 'write a file, its format by its ending; DIR/ writes every table; may be given several times',
    read: many,
  },
  {
    group: 'output',
    flags: '--table <NAME>',
    does: 'which table to write, where a command has several',
  },
  {
    group: 'output',
    flags: '--format <NAME>',
    does: 'format of what goes to standard output: table, csv, json, md',
  },
  { group: 'output', flags: '--json', does: 'the whole result as JSON on standard output' },
  {
    group: 'output',
    flags: '--full-page',
    does: 'HTML pages with every row and piece, however heavy they get',
  },
  {
    group: 'output',
    flags: '--bom',
    does: 'begin CSV files with a byte-order mark, for spreadsheets',
  },
  { group: 'output', flags: '--quiet', does: 'say nothing but errors and broken rules on standard error' },
  { group: 'output', flags: '--no-color', does: 'no colour (NO_COLOR does the same)' },
  {
    group: 'rules',
    flags: '--fail-on <RULE>',
    does: 'exit with 1 where a rule is broken, e.g. "shared_units max 12"; may be given several times',
    read: many,
  },
  {
    group: 'rules',
    flags: '--baseline <FILE>',
    does: 'a result saved earlier as JSON: what is new or fixed since; new findings exit with 1',
  },
  {
    group: 'rules',
    flags: '--update-baseline',
    does: 'accept this run: its result is written over the baseline',
  },
  {
    group: 'running',
    flags: '--config <FILE>',
    does: 'layers by their ids in a coterminous.yaml, with its people and settings',
  },
  {
    group: 'running',
    flags: '--offline',
    does: 'ask no network: of addresses and ids of the catalogue take what is kept',
  },
  {
    group: 'running',
    flags: '--refresh',
    does: 'fetch addresses and ids of the catalogue anew, whatever is kept',
  },
  {
    group: 'running',
    flags: '--cache <DIR>',
    does: 'keep what is read and laid out of layers in a folder, and take it from there the next time',
  },
  {
    group: 'running',
    flags: '--max-memory <SIZE>',
    does: 'refuse files and maps that need more memory than this, for example 500M or 2G',
    read: readMemory,
  },
  {
    group: 'running',
    flags: '--threads <N>',
    does: 'cores to use: 1 for one alone; by default a second one for large files; results are the same',
    read: readThreads,
  },
  {
    group: 'running',
    flags: '--verify',
    does: 'look at the laws of the run again by other means (areas, planarity, points, sums)',
  },
];

/** The long form of an option's flags: `--output`. */
export const longOf = ({ flags }: SharedOption): string => /--[a-z-]+/.exec(flags)![0];

/** Long forms that are of no use to a report, by what makes them so. */
export const WITHOUT = {
  /** Pairs are not listed one by one. */
  pairs: ['--include-slivers', '--include-outside', '--keep'],
  /** Layers are not crossed with one another. */
  crossing: ['--tolerance', '--sensitivity', '--place'],
} as const;

/** Adds the shared options to a command, but for those it has by another meaning and some that it has no use for. */
export function addSharedOptions(command: Command, without: readonly string[] = []): Command {
  const own = command.options.map(({ long }) => long);
  for (const option of SHARED_OPTIONS) {
    if (own.includes(longOf(option))) continue;
    if (without.includes(longOf(option))) command.addOption(useless(option, command.name()));
    else command.addOption(optionOf(option));
  }
  return command;
}

/** Adds the option that narrows a report to some units. */
export const addOnly = (command: Command): Command =>
  command.option(
    '--only <[LAYER=]UNIT>',
    'rows, totals, page and map of this unit alone, by name or code, judged on the whole; may be given several times',
    collect,
    [],
  );

/** Adds those of the shared options that a command takes. */
export function addSome(command: Command, long: readonly string[]): Command {
  for (const option of SHARED_OPTIONS) if (long.includes(longOf(option))) command.addOption(optionOf(option));
  return command;
}

function optionOf({ flags, does, read, choices }: SharedOption): Option {
  const option = new Option(flags, does);
  if (choices !== undefined) return option.argParser(oneOf(choices));
  if (read === many) return option.argParser(collect).default([]);
  if (read !== undefined) return option.argParser(read);
  return flags.startsWith('--no-') || flags.includes('<') ? option : option.default(false);
}

/** An option that is told of where it is given, and not listed. */
function useless(option: SharedOption, command: string): Option {
  const long = longOf(option);
  return new Option(option.flags)
    .argParser(() => {
      throw new InputError({
        id: 'option-without-use',
        message: `${command} has no use for ${long}`,
        hint: `Leave it out; coterminous ${command} --help lists what it takes`,
      });
    })
    .hideHelp();
}

/** Collects the values of an option that may be given several times. */
export const collect = (value: string, before: readonly string[]): string[] => [...before, value];

function readTolerance(value: string): number | 'auto' {
  if (value === 'auto') return 'auto';
  const metres = Number(value);
  if (value.trim() === '' || !Number.isFinite(metres) || metres < 0) {
    throw new InvalidArgumentError('It wants metres, 0 or more, or auto.');
  }
  return metres;
}

function readPercent(value: string): number {
  const percent = Number(value);
  if (value.trim() === '' || !(percent >= 0 && percent <= 100))
    throw new InvalidArgumentError('It wants a number from 0 to 100.');
  return percent;
}

function oneOf(words: readonly [string, string]): (value: string) => string {
  return (value) => {
    const word = words.find((each) => each === value);
    if (word === undefined) throw new InvalidArgumentError(`It wants ${words.join(' or ')}.`);
    return word;
  };
}
