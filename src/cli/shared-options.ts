/**
 * The options that reports share, read into the wishes of a request and of its outputs; `option-list.ts` declares them.
 */
import { parseDisclosure } from '../layer/disclosure.js';
import type { Inputs } from '../run/inputs.js';
import { parseCounts } from '../run/counts-source.js';
import type { CommonWishes, GroupSource, LookupTableSource } from '../run/request.js';
import { mapped, withoutUndefined } from '../run/given-fields.js';
import { InputError } from '../trouble/input-error.js';
import { parseAreas, parseLookupTable, parseTable } from '../run/table-arguments.js';
import type { OutputWishes } from './output-wishes.js';

/** What commander collected. */
export type Given = Readonly<Record<string, unknown>>;

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
    call: byId('--call', list('call')),
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

const EXAMPLES: Readonly<Record<string, string>> = {
  '--crs': '--crs icb=EPSG:27700',
  '--call': '--call areas="ward|wards"',
};

/** Splits `id=value`. */
function splitById(option: string, given: string): [string, string] {
  const at = given.indexOf('=');
  if (at <= 0 || at === given.length - 1) {
    throw new InputError({
      id: 'option-without-id',
      message: `${option} wants the id of a layer and a value, and '${given}' is not that`,
      hint: `For example ${EXAMPLES[option] ?? `${option} icb=FIELD`}`,
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
