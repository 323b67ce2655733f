/**
 * The options that all reports share, declared once and read into one plain record.
 */
import { InvalidArgumentError, type Command } from 'commander';
import { parseDisclosure, type Disclosure } from '../measures/people/disclosure.js';
import type { Result } from '../result/result.js';
import { InputError } from '../trouble/input-error.js';

export interface SharedOptions {
  readonly tolerance: number | 'auto';
  readonly includeSlivers: boolean;
  readonly includeOutside: boolean;
  readonly sensitivity: boolean;
  readonly table: string | null;
  readonly outputs: readonly string[];
  readonly format: string | null;
  readonly bom: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly code: ReadonlyMap<string, string>;
  readonly name: ReadonlyMap<string, string>;
  readonly crs: ReadonlyMap<string, string>;
  readonly keep: ReadonlyMap<string, readonly string[]>;
  readonly fill: 'parity' | 'union';
  readonly grid: string | null;
  readonly groups: readonly string[];
  readonly recode: string | null;
  /** File whose land all layers are cut to, or null. */
  readonly clip: string | null;
  readonly people: readonly string[];
  readonly blocks: string | null;
  readonly disclosure: Disclosure | null;
  /** Rules, as text. */
  readonly failOn: readonly string[];
  /** A saved result that was accepted. */
  readonly baseline: string | null;
  /** Takes the result in place of files and standard output, where one command runs others; else null. */
  readonly receive: ((result: Result) => void) | null;
}

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
      'where polygons of one feature overlap: parity (they cancel) or union',
      readFill,
      'parity',
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
    .option('--disclosure <RULE>', 'suppress small counts and round others: nhs, or under=N,round=M')
    .option('--tolerance <metres>', 'how wide a false overlap may be, or auto', readTolerance, 'auto')
    .option('--include-slivers', 'keep pairs that only touch in slivers', false)
    .option('--include-outside', 'keep units wholly outside the other layer', false)
    .option('--sensitivity', 'how the count of real overlaps depends on the tolerance', false)
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
    .option('--config <FILE>', 'layers by their ids in a coterminous.yaml, with its people and settings')
    .option('--bom', 'begin CSV files with a byte-order mark, for spreadsheets', false)
    .option('--json', 'the whole result as JSON on standard output', false)
    .option('--quiet', 'say nothing but errors on standard error', false)
    .option('--no-color', 'no colour (NO_COLOR does the same)');
}

/** What commander collected, as one record. */
export function readSharedOptions(given: Record<string, unknown>): SharedOptions {
  const list = (name: string): string[] => (given[name] as string[] | undefined) ?? [];
  return {
    tolerance: given['tolerance'] as number | 'auto',
    includeSlivers: given['includeSlivers'] === true,
    includeOutside: given['includeOutside'] === true,
    sensitivity: given['sensitivity'] === true,
    table: (given['table'] as string | undefined) ?? null,
    outputs: list('output'),
    format: (given['format'] as string | undefined) ?? null,
    bom: given['bom'] === true,
    quiet: given['quiet'] === true,
    json: given['json'] === true,
    code: byId('--code', list('code')),
    name: byId('--name', list('name')),
    crs: byId('--crs', list('crs')),
    keep: listById('--keep', list('keep')),
    fill: given['fill'] as 'parity' | 'union',
    grid: (given['grid'] as string | undefined) ?? null,
    groups: list('group'),
    recode: (given['recode'] as string | undefined) ?? null,
    clip: (given['clip'] as string | undefined) ?? null,
    people: list('people'),
    blocks: (given['blocks'] as string | undefined) ?? null,
    disclosure: given['disclosure'] === undefined ? null : parseDisclosure(given['disclosure'] as string),
    failOn: list('failOn'),
    baseline: (given['baseline'] as string | undefined) ?? null,
    receive: (given['receive'] as ((result: Result) => void) | null | undefined) ?? null,
  };
}

/** Collects the values of an option that may be given several times. */
export const collect = (value: string, before: readonly string[]): string[] => [...before, value];

/** Splits `id=value`. */
export function splitById(option: string, given: string): [string, string] {
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

function byId(option: string, values: readonly string[]): Map<string, string> {
  return new Map(values.map((value) => splitById(option, value)));
}

function listById(option: string, values: readonly string[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const value of values) {
    const [id, field] = splitById(option, value);
    map.set(id, [...(map.get(id) ?? []), field]);
  }
  return map;
}

function readTolerance(value: string): number | 'auto' {
  if (value === 'auto') return 'auto';
  const metres = Number(value);
  if (value.trim() === '' || !Number.isFinite(metres) || metres < 0) {
    throw new InvalidArgumentError('It wants metres, 0 or more, or auto.');
  }
  return metres;
}

function readFill(value: string): 'parity' | 'union' {
  if (value === 'parity' || value === 'union') return value;
  throw new InvalidArgumentError('It wants parity or union.');
}
