/** A request as a command line: a shell and our own program make the same request of it again. */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { wordsOfCommand } from '../../src/cli/command-of-two-words.js';
import { Inputs } from '../../src/run/inputs.js';
import { memoryFiles } from '../../src/run/memory-files.js';
import { commandLine } from '../../src/run/typed/command-line.js';
import type { CommonWishes, CountsSource, LayerSource, ReportRequest } from '../../src/run/request.js';

/** Files with every sign in their names that a shell, an option or our grammar means something by. */
const NAMES = [
  'icb.geojson',
  "St John's councils.geojson",
  'a=b.csv',
  '-x.csv',
  'a#b.csv',
  'c: d.csv',
  'england:icb.csv',
  '$HOME `x` "y" \\z.zip',
  '#first.csv',
  'ÿ é.gpkg',
];
const seen: { request?: ReportRequest } = {};

vi.mock('../../src/cli/reporting.js', async () => {
  const { givenLayers } = await import('../../src/cli/given-layers.js');
  const { readOutputWishes } = await import('../../src/cli/shared-options.js');
  const inputs = new Inputs(memoryFiles(Object.fromEntries(NAMES.map((name) => [name, '']))));
  return {
    nextAfterExport: () => '',
    openDesk: async (given: Record<string, unknown>) => ({
      inputs,
      layers: await givenLayers(given, inputs),
      wishes: readOutputWishes(given),
    }),
    perform: (request: ReportRequest) => {
      seen.request = request;
      return Promise.resolve(0);
    },
    nextAfterCheck: () => [],
    sayNext: () => undefined,
  };
});

/** The request that our program makes of a line, after a shell has taken the line apart. */
async function readAgain(line: string): Promise<ReportRequest> {
  const { buildProgram } = await import('../../src/cli/program.js');
  const split = execFileSync('sh', ['-c', `coterminous() { printf '%s\\0' "$@"; }; ${line}`], {
    encoding: 'utf8',
  });
  const words = wordsOfCommand(split.split('\0').slice(0, -1));
  await buildProgram({ exitCode: 0 }).parseAsync([...words], { from: 'user' });
  return seen.request!;
}

/** A request without what says nothing: what is not given, empty lists, false, values that are usual, `./` before a path. */
function plain(value: unknown, usual: Readonly<Record<string, unknown>> = USUAL): unknown {
  if (typeof value === 'string') return value.replace(/^\.\//, '');
  if (Array.isArray(value)) return value.map((each) => plain(each, {}));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(
    ([key, each]) =>
      each !== undefined &&
      each !== false &&
      !(Array.isArray(each) && each.length === 0) &&
      !(typeof each === 'object' && Object.keys(each as object).length === 0) &&
      JSON.stringify(usual[key]) !== JSON.stringify(each),
  );
  return Object.fromEntries(kept.map(([key, each]) => [key, plain(each, {})]));
}

const USUAL = { metrics: 'headline', test: 'P1', by: 'part', near: 90, seed: 1, effort: 30_000 };

const path = fc.constantFrom(...NAMES);
const word = fc.constantFrom(
  'people',
  'A',
  'LAD25CD',
  'my field',
  "the field's",
  'a=b',
  '$x',
  '%',
  '-minus',
  '*',
);
const id = fc.constantFrom('icb', 'ltla', 'own_1');
const inner = fc.constantFrom('Sheet 1', "layer's", 'a.shp');
const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const table = fc.record({ path, inner: optional(inner) });
const lookup = fc.oneof(table, fc.record({ path, inner: optional(inner), member: word, group: word }));
const layer: fc.Arbitrary<LayerSource> = fc.oneof(
  fc.record({ id: optional(id), path, inner: optional(inner) }),
  fc.record({
    id: optional(id),
    path,
    inner: optional(inner),
    member: word,
    group: word,
    weight: optional(word),
  }),
  fc.record({
    id: optional(id),
    england: fc.constantFrom('icb', 'ltla'),
    year: optional(fc.constant('2024')),
  }),
) as fc.Arbitrary<LayerSource>;
const counts = fc.record({ name: optional(id), path, inner: optional(inner), column: optional(word) });
const fields = fc.dictionary(id, word, { maxKeys: 2 });
const count = fc.integer({ min: 3, max: 500_000 });
const layers = fc.array(layer, { minLength: 2, maxLength: 3 });
const several = optional(fc.array(layer, { maxLength: 2 }));
const units = optional(
  fc.array(fc.constantFrom('Leeds', 'icb=Kent and Medway', "King's Lynn", '-odd'), { maxLength: 2 }),
);

const layerWishes = {
  code: fields,
  name: fields,
  call: fc.dictionary(id, fc.constantFrom('ward|wards', "one's"), { maxKeys: 1 }),
  crs: fc.dictionary(id, fc.constantFrom('EPSG:27700', 'wgs84'), { maxKeys: 1 }),
  grid: optional(path),
  fill: optional(fc.constantFrom('parity', 'union')),
  groups: optional(fc.array(fc.record({ id, from: id, lookup }), { maxLength: 2 })),
  recode: optional(table),
  clip: optional(table),
  allowTruncated: fc.boolean(),
  people: optional(fc.array(counts, { maxLength: 2 })),
  blocks: optional(counts),
  allowUnmatched: optional(fc.constantFrom(0, 2.5, 100)),
  rules: optional(fc.array(fc.constantFrom('shared_units max 12', 'errors max 0'), { maxLength: 2 })),
  baseline: optional(path),
  verify: fc.boolean(),
};
const crossing = {
  placing: optional(fc.constantFrom('area', 'whole')),
  tolerance: optional(fc.constantFrom('auto', 0, 12.5)),
  sensitivity: fc.boolean(),
};
const disclosure = {
  disclosure: optional(fc.record({ under: fc.integer({ min: 3, max: 20 }), round: count })),
};
const pairs = {
  includeSlivers: fc.boolean(),
  includeOutside: fc.boolean(),
  keep: fc.dictionary(id, fc.array(word, { minLength: 1, maxLength: 2 }), { maxKeys: 1 }),
};
const rising = fc.constantFrom([2, 10, 25], [50], [30_000, 50_000]);
const percents = fc.constantFrom([2, 10, 25], [50]);
const guide = fc.constantFrom({ least: 5 }, { most: 9 }, { least: 5, most: 9 });

const requests: Readonly<Record<string, Record<string, fc.Arbitrary<unknown>>>> = {
  overlap: {
    ...{ ...layerWishes, ...crossing, ...disclosure, ...pairs, layers, only: units },
    registrations: optional(
      fc.record({ patients: table, practices: table, by: fc.constantFrom('icb', 'pcn') }),
    ),
  },
  align: {
    ...{ ...layerWishes, ...crossing, ...disclosure, layers, only: units, bands: optional(percents) },
    audit: optional(lookup),
    least: optional(fc.constantFrom(0, 60)),
    neighbour: optional(layer),
    metrics: optional(fc.constantFrom('headline', 'all')),
  },
  coverage: {
    ...{
      ...layerWishes,
      ...crossing,
      ...disclosure,
      only: units,
      neighbourhoods: layer,
      within: layer,
      also: several,
    },
    ...{ bands: rising, flags: rising, near: optional(fc.constantFrom(50, 100)), services: optional(counts) },
    times: optional(table),
  },
  partners: {
    ...{ ...layerWishes, ...disclosure, place: fc.constantFrom('Leeds', "King's Lynn"), layers: several },
    places: optional(fc.array(fc.constantFrom('E07000001', 'North Yorkshire'), { maxLength: 2 })),
    gazetteers: optional(fc.array(table, { maxLength: 2 })),
  },
  check: {
    ...{ ...layerWishes, ...disclosure, layers, only: units, allowedGaps: optional(table) },
    allowOverlap: optional(fc.array(id, { maxLength: 2 })),
  },
  compare: {
    ...layerWishes,
    ...crossing,
    ...disclosure,
    only: units,
    before: layer,
    after: layer,
    later: several,
    against: several,
  },
  differencing: { ...layerWishes, ...crossing, ...disclosure, layers, under: optional(count) },
  scenario: {
    ...{
      ...layerWishes,
      ...crossing,
      ...disclosure,
      layer: optional(layer),
      against: several,
      pieces: several,
    },
    scenarios: fc.array(fc.oneof(table, fc.record({ id: optional(id), path, member: word, group: word })), {
      minLength: 1,
      maxLength: 2,
    }),
    chain: fc.boolean(),
    sizeGuide: optional(guide),
    documents: optional(fc.subarray(['layer', 'inverse'])),
  },
  suggest: {
    ...{ ...layerWishes, ...crossing, ...disclosure, layers: fc.tuple(layer, layer), never: units },
    ...{ test: fc.constantFrom('P1', 'P2'), by: fc.constantFrom('part', 'block') },
    ...{ leastSize: optional(count), mostChanged: optional(count) },
    apportion: optional(fc.array(fc.record({ name: id, path, code: word, amount: word }), { maxLength: 2 })),
  },
  'suggest neighbourhoods': {
    ...{ ...layerWishes, within: layer, only: optional(fc.constant(['Leeds'])), number: optional(count) },
    size: fc.constant({ least: 30_000, most: 50_000 }),
    ...{ keepWhole: several, compareWith: several, services: optional(counts), seed: count, effort: count },
  },
  derive: {
    ...{ ...layerWishes, ...disclosure, kind: fc.constantFrom('pcn', 'footprint'), within: optional(layer) },
    patients: fc.oneof(table, fc.record({ path, member: word, group: word, weight: word })),
    practices: optional(table),
    unallocated: optional(fc.constant(['U1', "U'2"])),
    allocatedOnly: fc.boolean(),
  },
  atoms: { ...layerWishes, placing: crossing.placing, tolerance: crossing.tolerance, layers },
};

it.each(Object.keys(requests))('%s is read again as it was asked', async (command) => {
  const asked = fc.record(requests[command]!) as fc.Arbitrary<CommonWishes & { people?: CountsSource[] }>;
  await fc.assert(
    fc.asyncProperty(asked, async (wishes) => {
      const request = JSON.parse(JSON.stringify({ command, ...wishes })) as ReportRequest;
      const line = commandLine(request);
      expect(plain(await readAgain(line)), line).toEqual(plain(request));
    }),
    { numRuns: 40 },
  );
});

it('outputs stand at the end, whatever they are called', () => {
  const layers = [{ england: 'icb' }, { england: 'ltla' }];
  expect(commandLine({ command: 'overlap', layers }, ['my table.csv', 'page.html'])).toBe(
    "coterminous overlap england:icb england:ltla -o 'my table.csv' -o page.html",
  );
});
