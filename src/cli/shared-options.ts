/**
 * The options that all reports share: declared once, and read into the wishes of a request and of its outputs.
 */
import { InvalidArgumentError, type Command } from 'commander';
import { parseDisclosure } from '../layer/disclosure.js';
import type { Inputs } from '../run/inputs.js';
import { parseCounts } from '../run/counts-source.js';
import type { CommonWishes, GroupSource, LookupTableSource } from '../run/request.js';
import { InputError } from '../trouble/input-error.js';
import { parseAreas, parseLookupTable, parseTable } from './table-arguments.js';
import type { OutputWishes } from './output-wishes.js';
import { readMemory } from './read-memory.js';

/** What `--max-memory` does, for every command that has it. */
export const MAX_MEMORY = 'refuse files and maps that need more memory than this, for example 500M or 2G';

/** What commander collected. */
export type Given = Readonly<Record<string, unknown>>;

/** Adds the shared options to a command. */
export function addSharedOptions(command: Command): Command {
  return command
    .option('--code <id=FIELD>', 'the field that holds a layer’s codes', collect, [])
    .option('--name <id=FIELD>', 'the field that holds its names', collect, [])
    .option('--keep <id=FIELD>', 'carry a further field into the table', collect, [])
    .option('--crs <id=EPSG:…>', 'the coordinate system of a layer, whatever its file says', collect, [])
    .option(
      '--grid <FILE>',
      'NTv2 grid of shifts for British National Grid (OSTN15), for transformations good to 0.1 m',
    )
    .option(
      '--fill <rule>',
      'where polygons of one feature overlap: parity (they cancel, the default) or union',
      readFill,
    )
    .option(
      '--group <new=source,lookup.csv>',
      'regroup a layer through a lookup (councils to counties); it takes the source’s place',
      collect,
      [],
    )
    .option('--recode <FILE>', 'further changes of codes for --group: old_code,new_code')
    .option('--clip <LAYER>', 'set land of all layers outside this one’s aside: path[#inner]')
    .option(
      '--people <[name=]FILE[:COLUMN]>',
      'people by small area, or points with coordinates; may be given several times',
      collect,
      [],
    )
    .option('--blocks <LAYER>', 'where the small areas of --people are: polygons or points')
    .option(
      '--place <rule>',
      'polygons of --blocks that borders cut: area (shared by area, the default) or whole (each to the unit with most of it)',
      readPlace,
    )
    .option(
      '--allow-unmatched <PERCENT>',
      'go on where more than 1 % of people or of blocks have no partner, up to this many',
      readPercent,
    )
    .option('--disclosure <RULE>', 'suppress small counts and round others: nhs, or under=N,round=M')
    .option('--tolerance <metres>', 'how wide a false overlap may be, or auto (the default)', readTolerance)
    .option('--allow-truncated', 'go on with files that a server cut at its limit, and say so', false)
    .option('--include-slivers', 'keep pairs that only touch in slivers', false)
    .option('--include-outside', 'keep units wholly outside the other layer', false)
    .option('--sensitivity', 'how the count of real overlaps depends on the tolerance', false)
    .option(
      '--verify',
      'look at the laws of the run again by other means (areas, planarity, points, sums)',
      false,
    )
    .option('--table <NAME>', 'which table to write, where a command has several')
    .option(
      '-o, --output <FILE>',
      'write a file, its format by its ending; DIR/ writes every table',
      collect,
      [],
    )
    .option('--format <NAME>', 'format of what goes to standard output: table, csv, json, md')
    .option(
      '--fail-on <RULE>',
      'exit with 1 where a rule is broken, e.g. "shared_units max 12"; may be given several times',
      collect,
      [],
    )
    .option(
      '--baseline <FILE>',
      'a result saved earlier as JSON: what is new or fixed since; new findings exit with 1',
    )
    .option('--update-baseline', 'accept this run: its result is written over the baseline', false)
    .option('--config <FILE>', 'layers by their ids in a coterminous.yaml, with its people and settings')
    .option('--max-memory <SIZE>', MAX_MEMORY, readMemory)
    .option('--full-page', 'HTML pages with every row and piece, however heavy they get', false)
    .option('--bom', 'begin CSV files with a byte-order mark, for spreadsheets', false)
    .option('--json', 'the whole result as JSON on standard output', false)
    .option('--quiet', 'say nothing but errors on standard error', false)
    .option('--no-color', 'no colour (NO_COLOR does the same)');
}

/** The wishes that were given; what was not given is left out, so that a config file can say it. */
export function readCommonWishes(given: Given, inputs: Inputs): CommonWishes {
  const { exists } = inputs;
  const list = (name: string): string[] => (given[name] as string[] | undefined) ?? [];
  const text = (name: string): string | undefined => given[name] as string | undefined;
  const [people, groups, rules] = [list('people'), list('group'), list('failOn')];
  const fields = {
    code: byId('--code', list('code')),
    name: byId('--name', list('name')),
    crs: byId('--crs', list('crs')),
    keep: listById('--keep', list('keep')),
  };
  return withoutUndefined({
    ...fields,
    people: people.length === 0 ? undefined : people.map((each) => parseCounts(each, exists)),
    blocks: mapped(text('blocks'), (each) => parseCounts(each, exists)),
    placing: given['place'] as 'area' | 'whole' | undefined,
    allowUnmatched: given['allowUnmatched'] as number | undefined,
    allowTruncated: given['allowTruncated'] === true ? true : undefined,
    tolerance: given['tolerance'] as number | 'auto' | undefined,
    includeSlivers: given['includeSlivers'] === true ? true : undefined,
    includeOutside: given['includeOutside'] === true ? true : undefined,
    sensitivity: given['sensitivity'] === true ? true : undefined,
    verify: given['verify'] === true ? true : undefined,
    fill: given['fill'] as 'parity' | 'union' | undefined,
    grid: text('grid'),
    groups: groups.length === 0 ? undefined : groups.map((each) => parseGroup(each, exists)),
    recode: mapped(text('recode'), (path) => parseTable(path, exists)),
    clip: mapped(text('clip'), (path) => parseAreas(path, exists)),
    disclosure: mapped(text('disclosure'), parseDisclosure),
    rules: rules.length === 0 ? undefined : rules,
    baseline: text('baseline'),
  });
}

/** Where the result is to go. */
export function readOutputWishes(given: Given): OutputWishes {
  return {
    outputs: (given['output'] as string[] | undefined) ?? [],
    table: (given['table'] as string | undefined) ?? null,
    format: (given['format'] as string | undefined) ?? null,
    bom: given['bom'] === true,
    fullPage: given['fullPage'] === true,
    json: given['json'] === true,
    quiet: given['quiet'] === true,
    updateBaseline: given['updateBaseline'] === true,
  };
}

/** Collects the values of an option that may be given several times. */
export const collect = (value: string, before: readonly string[]): string[] => [...before, value];

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The keys that hold something. */
export const withoutUndefined = <T extends object>(fields: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<
    Defined<T>
  >;

/** What a function makes of a text, where there is one. */
export const mapped = <T>(text: string | undefined, make: (text: string) => T): T | undefined =>
  text === undefined ? undefined : make(text);

function parseGroup(given: string, exists: (path: string) => boolean): GroupSource {
  const parts = /^([A-Za-z_][A-Za-z0-9_]*)=([A-Za-z_][A-Za-z0-9_]*),(.+)$/s.exec(given);
  if (parts === null) {
    throw new InputError({
      id: 'group-form',
      message: `--group ${given} is not of the form new=source,lookup.csv[:member:group]`,
      hint: 'For example --group cauth=ltla,lookup.csv:LAD25CD:CAUTH25CD',
    });
  }
  const lookup: LookupTableSource = parseLookupTable(parts[3]!, exists);
  return { id: parts[1]!, from: parts[2]!, lookup };
}

/** Splits `id=value`. */
function splitById(option: string, given: string): [string, string] {
  const at = given.indexOf('=');
  if (at <= 0 || at === given.length - 1) {
    throw new InputError({
      id: 'option-without-id',
      message: `${option} wants the id of a layer and a value, and '${given}' is not that`,
      hint: `For example ${option} icb=${option === '--crs' ? 'EPSG:27700' : 'FIELD'}`,
    });
  }
  return [given.slice(0, at), given.slice(at + 1)];
}

const byId = (option: string, values: readonly string[]): Record<string, string> | undefined =>
  values.length === 0 ? undefined : Object.fromEntries(values.map((value) => splitById(option, value)));

function listById(option: string, values: readonly string[]): Record<string, string[]> | undefined {
  if (values.length === 0) return undefined;
  const lists = new Map<string, string[]>();
  for (const value of values) {
    const [id, field] = splitById(option, value);
    lists.set(id, [...(lists.get(id) ?? []), field]);
  }
  return Object.fromEntries(lists);
}

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

function readFill(value: string): 'parity' | 'union' {
  if (value === 'parity' || value === 'union') return value;
  throw new InvalidArgumentError('It wants parity or union.');
}

function readPlace(value: string): 'area' | 'whole' {
  if (value === 'area' || value === 'whole') return value;
  throw new InvalidArgumentError('It wants area or whole.');
}
