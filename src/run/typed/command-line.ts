/**
 * A request as the command line that makes the same one: what a page gives to take away.
 *
 *     { command: 'overlap', layers: [{ path: 'my icbs.geojson' }, …], tolerance: 30 }
 *         ──►   coterminous overlap 'my icbs.geojson' ltla.geojson --tolerance 30
 *
 * What only a config file can say (titles) and what follows from where the result goes (map, shapes) has no words here.
 */
import type { CommonWishes, ReportRequest, Request } from '../request.js';
import { shellWord } from './shell-word.js';
import { columnsWord, countsWord, layerWord, lookupWord, tableWord } from './source-words.js';

type Of<Command> = Extract<ReportRequest, { command: Command }>;

/** The line, quoted for a shell; the result, or the table of it that is named, goes to `outputs`, or to standard output. */
export const commandLine = (request: Request, outputs: readonly string[] = [], table?: string): string =>
  [
    ...['coterminous', ...commandWords(request), ...one('--table', table)],
    ...many('--output', outputs).map(shortOutput),
  ]
    .map(shellWord)
    .join(' ');

/** Its words after the name of the program, not quoted. */
export function commandWords(request: Request): string[] {
  if (request.command === 'report')
    return ['report', ...(request.config === undefined ? [] : [request.config])];
  if (request.command === 'render')
    return [
      'render',
      request.path,
      ...many('--fail-on', request.rules),
      ...one('--baseline', request.baseline),
    ];
  const own = OWN[request.command] as (request: ReportRequest) => string[];
  const only = 'only' in request ? many('--only', request.only) : [];
  return [...own(request), ...only, ...sharedWords(request)];
}

const shortOutput = (word: string): string => (word === '--output' ? '-o' : word);

/** What each command is called, with its arguments and the options that are its own. */
const OWN: { readonly [Command in ReportRequest['command']]: (request: Of<Command>) => string[] } = {
  overlap: ({ layers, registrations }) => [
    ...['overlap', ...layers.map(layerWord)],
    ...one('--registrations', registrations?.patients, tableWord),
    ...one('--practices', registrations?.practices, tableWord),
    ...one('--registered-by', registrations?.by),
  ],
  align: ({ layers, bands, audit, least, neighbour, metrics }) => [
    ...['align', ...layers.map(layerWord)],
    ...one('--bands', bands?.join(',')),
    ...one('--audit', audit, lookupWord),
    ...one('--least', least),
    ...one('--neighbour', neighbour, layerWord),
    ...(metrics === 'all' ? ['--table', 'metrics'] : []),
  ],
  coverage: ({ neighbourhoods, within, also, bands, flags, near, services, times }) => [
    ...['coverage', layerWord(neighbourhoods), '--within', layerWord(within)],
    ...many('--also', also?.map(layerWord)),
    ...one('--bands', bands?.join(',')),
    ...one('--flags', flags?.join(',')),
    ...one('--near', near),
    ...one('--services', services, countsWord),
    ...one('--times', times, tableWord),
  ],
  partners: ({ place, places = [], all, gazetteers, layers = [] }) => [
    ...['partners', ...(place === undefined ? [] : [place]), ...places],
    ...one('--all', all),
    ...many('--layer', layers.map(layerWord)),
    ...many('--lookup', gazetteers?.map(tableWord)),
  ],
  check: ({ layers, allowOverlap, allowedGaps }) => [
    ...['check', ...layers.map(layerWord)],
    ...many('--allow-overlap', allowOverlap),
    ...one('--allowed-gaps', allowedGaps, tableWord),
  ],
  compare: ({ before, after, later = [], against }) => [
    ...['compare', ...[before, after, ...later].map(layerWord)],
    ...many('--against', against?.map(layerWord)),
  ],
  scenario: ({ scenarios, layer, against, pieces, chain, sizeGuide, documents }) => [
    ...['scenario', ...scenarios.map(columnsWord)],
    ...one('--layer', layer, layerWord),
    ...many('--against', against?.map(layerWord)),
    ...many('--pieces', pieces?.map(layerWord)),
    ...flag('--chain', chain),
    ...one('--size-guide', sizeGuide, ({ least, most }) =>
      most === undefined ? String(least) : `${least ?? ''}:${most}`,
    ),
    ...(documents?.includes('layer') === true ? ['--save-layer', 'new-layer.geojson'] : []),
    ...(documents?.includes('inverse') === true ? ['--save-inverse', 'inverse.yaml'] : []),
  ],
  suggest: ({ layers, test, by, never, leastSize, mostChanged, apportion, documents }) => [
    ...['suggest', ...layers.map(layerWord)],
    ...one('--test', test),
    ...one('--by', by),
    ...many('--never', never),
    ...one('--keep-size', leastSize),
    ...one('--most-changed', mostChanged),
    ...many(
      '--apportion',
      apportion?.map(({ name, code, amount, ...table }) => `${name}=${tableWord(table)}:${code}:${amount}`),
    ),
    ...(documents?.includes('scenario') === true ? ['--save-scenario', 'scenario.yaml'] : []),
  ],
  'suggest neighbourhoods': (request) => [
    ...['suggest', 'neighbourhoods', '--within', layerWord(request.within)],
    ...['--size', `${request.size.least}:${request.size.most}`],
    ...many('--keep', request.keepWhole?.map(layerWord)),
    ...one('--number', request.number),
    ...many('--compare-with', request.compareWith?.map(layerWord)),
    ...one('--services', request.services, countsWord),
    ...one('--seed', request.seed),
    ...one('--effort', request.effort),
    ...(request.documents?.includes('lookup') === true ? ['--save-lookup', 'lookup.csv'] : []),
  ],
  derive: ({ kind, patients, practices, within, unallocated, allocatedOnly }) => [
    ...['derive', kind, '--patients', columnsWord(patients)],
    ...one('--practices', practices, tableWord),
    ...one('--within', within, layerWord),
    ...many('--unallocated', unallocated),
    ...flag('--allocated-only', allocatedOnly),
  ],
  differencing: ({ layers, under }) => [
    ...['differencing', ...layers.map(layerWord)],
    ...one('--under', under),
  ],
  atoms: ({ layers }) => ['export', 'atoms', ...layers.map(layerWord)],
};

/** The options that reports share, in the order that help lists them. */
const sharedWords = (wishes: CommonWishes): string[] => [
  ...byId('--code', wishes.code),
  ...byId('--name', wishes.name),
  ...many(
    '--keep',
    Object.entries(wishes.keep ?? {}).flatMap(([id, fields]) => fields.map((field) => `${id}=${field}`)),
  ),
  ...byId('--call', wishes.call),
  ...byId('--crs', wishes.crs),
  ...one('--grid', wishes.grid, (path) => tableWord({ path })),
  ...one('--fill', wishes.fill),
  ...many(
    '--group',
    wishes.groups?.map(({ id, from, lookup }) => `${id}=${from},${lookupWord(lookup)}`),
  ),
  ...one('--recode', wishes.recode, tableWord),
  ...one('--clip', wishes.clip, tableWord),
  ...flag('--allow-truncated', wishes.allowTruncated),
  ...many('--people', wishes.people?.map(countsWord)),
  ...one('--blocks', wishes.blocks, countsWord),
  ...one('--place', wishes.placing),
  ...one('--allow-unmatched', wishes.allowUnmatched),
  ...one('--disclosure', wishes.disclosure, ({ under, round }) => `under=${under},round=${round}`),
  ...one('--tolerance', wishes.tolerance),
  ...flag('--sensitivity', wishes.sensitivity),
  ...flag('--include-slivers', wishes.includeSlivers),
  ...flag('--include-outside', wishes.includeOutside),
  ...many('--fail-on', wishes.rules),
  ...one('--baseline', wishes.baseline, (path) => tableWord({ path })),
  ...flag('--verify', wishes.verify),
];

/** An option with its value, in one word where the value would else be taken for an option. */
const option = (name: string, value: string): string[] =>
  value.startsWith('-') && value !== '-' ? [`${name}=${value}`] : [name, value];

const many = (name: string, values: readonly string[] = []): string[] =>
  values.flatMap((value) => option(name, value));

function one<T>(name: string, value: T | undefined, word: (value: T) => string = String): string[] {
  return value === undefined ? [] : option(name, word(value));
}

const flag = (name: string, isWished: boolean | undefined): string[] => (isWished === true ? [name] : []);

const byId = (name: string, fields: Readonly<Record<string, string>> = {}): string[] =>
  many(
    name,
    Object.entries(fields).map(([id, value]) => `${id}=${value}`),
  );
