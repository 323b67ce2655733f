/**
 * What every command prints under a disclosure rule, of worlds that a reader must not tell from one another.
 *
 * Of each random table every suppressed cell is once as small and once as large as the rule allows, every published one
 * anything that is published alike, and people are moved about within cells. Where all that is printed stays the same,
 * no suppressed cell of the run can be bounded more closely than the rule itself bounds it.
 */
import { describe, expect, test } from 'vitest';
import { parseDisclosure, type Disclosure } from '../../src/layer/disclosure.js';
import { reconciliationText } from '../../src/report/reconciliation-text.js';
import { write } from '../../src/report/write.js';
import type { Result } from '../../src/result/result.js';
import { Inputs } from '../../src/run/inputs.js';
import { memoryFiles } from '../../src/run/memory-files.js';
import type { LayerSource, ReportRequest, ReportsRequest } from '../../src/run/request.js';
import { run } from '../../src/run/run.js';
import { InputError } from '../../src/trouble/input-error.js';
import { collection, feature, square } from '../cli/small-files.js';
import { alike, cellsOf, chanceOf, randomTable, worldOf, type RandomTable } from './random-tables.js';

const IDS = ['a', 'b', 'c'];
const codeOf = (block: number): string => `E0100${String(block).padStart(4, '0')}`;
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const lookup = (id: string): LayerSource => ({ id, path: `${id}.csv`, member: 'lsoa', group: id });
const [A, B, C] = IDS.map(lookup) as [LayerSource, LayerSource, LayerSource];

/** A way of asking, the layers whose units make its cells, and its request. */
interface Way {
  readonly name: string;
  readonly cells: readonly number[];
  readonly request: ReportRequest;
}

const shared = {
  people: [{ path: 'people.csv' }],
  includeOutside: true,
  includeSlivers: true,
  sensitivity: true,
  allowUnmatched: 100,
} as const;
const PLAN = `name: plan\noperations:\n  - move: ['b:x']\n    from: p\n    to: q\n`;
const WAYS: readonly Way[] = [
  { name: 'overlap', cells: [0, 1], request: { command: 'overlap', layers: [A, B], ...shared } },
  {
    name: 'overlap of three',
    cells: [0, 1, 2],
    request: { command: 'overlap', layers: [A, B, C], ...shared },
  },
  {
    name: 'align',
    cells: [0, 1],
    request: { command: 'align', layers: [A, B], metrics: 'all', bands: [2, 10], ...shared },
  },
  { name: 'align of three', cells: [0, 1, 2], request: { command: 'align', layers: [A, B, C], ...shared } },
  {
    name: 'coverage',
    cells: [0, 1, 2],
    request: {
      command: 'coverage',
      neighbourhoods: A,
      within: B,
      also: [C],
      bands: [10, 30],
      flags: [20],
      ...shared,
    },
  },
  {
    name: 'partners',
    cells: [0, 1, 2],
    request: { command: 'partners', place: 'p', layers: [A, B, C], ...shared },
  },
  {
    name: 'compare',
    cells: [0, 1, 2],
    request: { command: 'compare', before: A, after: B, against: [C], ...shared },
  },
  {
    name: 'scenario',
    cells: [0, 1, 2],
    request: {
      command: 'scenario',
      scenarios: [{ path: 'plan.yaml' }],
      layer: A,
      against: [B, C],
      sizeGuide: { least: 20 },
      ...shared,
    },
  },
  {
    name: 'suggest',
    cells: [0, 1],
    request: { command: 'suggest', layers: [A, B], documents: ['scenario'], ...shared },
  },
];

const filesOf: FilesOf = ({ units }, people, [unknown, codeless]) => ({
  ...Object.fromEntries(
    IDS.map((id, l) => [
      `${id}.csv`,
      lines(`lsoa,${id}`, ...units.map((ofBlock, block) => `${codeOf(block)},${ofBlock[l]!}`)),
    ]),
  ),
  'people.csv': lines(
    'lsoa_code,patients',
    ...people.map((count, block) => `${codeOf(block)},${count}`),
    `E01999999,${unknown}`,
    `,${codeless}`,
  ),
  'plan.yaml': PLAN,
});

/** The result, or what a refusal says. */
async function resultOf(
  request: ReportRequest | ReportsRequest,
  files: Record<string, string>,
): Promise<Result | string> {
  try {
    return await run(request, new Inputs(memoryFiles(files)));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message;
  }
}

/** All formats that text can be compared in, and what goes to standard error. */
async function printed(result: Result | string): Promise<string[]> {
  if (typeof result === 'string') return [result];
  const files = await Promise.all(
    ['csv', 'json', 'md', 'html', 'junit', 'github'].map(async (format) =>
      String(await write(result, format)),
    ),
  );
  return [...files, ...reconciliationText(result)];
}

/** Counts of people in tables that the rule does not publish. */
function smallCells({ tables }: Result, { under, round }: Disclosure): unknown[] {
  return tables.flatMap(({ name, columns, rows }) =>
    columns.flatMap(({ heading, kind }, c) =>
      kind !== 'people'
        ? []
        : rows.flatMap((row) => {
            const cell = row[c];
            const isPublished =
              cell === null ||
              (typeof cell === 'number' &&
                cell % round === 0 &&
                (cell === 0 || Math.abs(cell) >= under || round > 1));
            return isPublished ? [] : [{ name, heading, cell }];
          }),
    ),
  );
}

const RULES = ['nhs', 'under=8,round=1', 'under=10,round=10'].map(parseDisclosure);
const TABLES = Number(process.env['DISCLOSURE_TABLES'] ?? 24);

/** Files of a world: of all that is in it, and how many are in each block of it. */
type FilesOf = (
  table: RandomTable,
  people: readonly number[],
  strangers: readonly [number, number],
) => Record<string, string>;

/** Holds what a request prints of three worlds of many tables together. */
async function holdTogether(
  cells: readonly number[],
  requestOf: (rule: Disclosure) => ReportRequest | ReportsRequest,
  files: FilesOf,
  tables: number,
): Promise<void> {
  let refused = 0;
  for (let seed = 1; seed <= tables; seed++) {
    const chance = chanceOf(seed);
    const table = randomTable(chance);
    const rule = RULES[seed % RULES.length]!;
    const ofBlock = cellsOf(table, cells);
    const results = [await resultOf(requestOf(rule), files(table, table.people, table.strangers))];
    for (const end of [0, -1]) {
      const choose = (counts: readonly number[]): number => counts.at(end)!;
      const people = worldOf(table, ofBlock, rule, choose, chance);
      const [unknown, codeless] = table.strangers;
      const strangers = [choose(alike(unknown, rule)), choose(alike(codeless, rule))] as const;
      results.push(await resultOf(requestOf(rule), files(table, people, strangers)));
    }
    const [found, ...others] = results as [Result | string, ...(Result | string)[]];
    for (const other of others) expect(other, `seed ${seed}`).toEqual(found);
    if (typeof found === 'string') refused++;
    else expect(smallCells(found, rule), `seed ${seed}`).toEqual([]);
    if (seed > 5) continue;
    const texts = await printed(found);
    for (const other of others) expect(await printed(other)).toEqual(texts);
  }
  expect(refused).toBeLessThan(tables / 2);
}

describe('of worlds that are published alike a run prints the same, by lookup', () => {
  test.each(WAYS)('$name', ({ cells, request }) =>
    holdTogether(cells, (rule) => ({ ...request, disclosure: rule }), filesOf, TABLES),
  );

  test('report, with rules', () =>
    holdTogether(
      [0, 1],
      (rule) => ({
        command: 'report',
        reports: WAYS.filter(({ cells }) => cells.length === 2).map(({ name, request }) => ({
          name,
          request: { ...request, disclosure: rule },
        })),
        rules: ['people_outside_main max 12', 'shared_units max 1'],
      }),
      filesOf,
      TABLES / 2,
    ));
});

describe('by shapes', () => {
  const SIDE = 0.1;
  const west = (block: number): number => (block % 4) * SIDE - 1;
  const south = (block: number): number => 52 - Math.floor(block / 4) * SIDE;
  const place = (block: number): object => ({
    type: 'Polygon',
    coordinates: [square(west(block), south(block), SIDE)],
  });

  /** Each unit of a layer, drawn as the squares of its blocks. */
  const drawn = ({ units }: RandomTable, layer: number): string =>
    collection(
      [...new Set(units.map((ofBlock) => ofBlock[layer]!))]
        .filter((code) => code !== '')
        .map((code) =>
          feature(
            { code, name: code },
            {
              type: 'MultiPolygon',
              coordinates: units.flatMap((ofBlock, block) =>
                ofBlock[layer] === code ? [[square(west(block), south(block), SIDE)]] : [],
              ),
            },
          ),
        ),
    );
  const layerFiles = (table: RandomTable): Record<string, string> => ({
    ...Object.fromEntries(IDS.map((id, l) => [`${id}.geojson`, drawn(table, l)])),
    'blocks.geojson': collection(
      table.units.map((_, block) => feature({ LSOA21CD: codeOf(block) }, place(block))),
    ),
    'plan.yaml': PLAN,
  });
  const byBlock: FilesOf = (table, people) => ({
    ...layerFiles(table),
    'people.csv': lines('lsoa_code,patients', ...people.map((count, block) => `${codeOf(block)},${count}`)),
  });
  const byPoint: FilesOf = (table, people) => ({
    ...layerFiles(table),
    'people.csv': lines(
      'pid,longitude,latitude',
      ...people.flatMap((count, block) =>
        Array.from(
          { length: count },
          (_, one) => `${block}-${one},${west(block) + SIDE / 2},${south(block) + SIDE / 2}`,
        ),
      ),
    ),
  });
  const shape = ({ id }: { readonly id?: string }): LayerSource => ({ id: id!, path: `${id}.geojson` });

  /** The request with shapes for lookups. */
  function withShapes(request: ReportRequest, rule: Disclosure, blocks: boolean): ReportRequest {
    const isLayer = (value: unknown): value is LayerSource =>
      typeof value === 'object' && value !== null && 'member' in value && 'group' in value;
    const swapped = Object.entries(request).map(([key, value]: [string, unknown]) => [
      key,
      isLayer(value) ? shape(value) : Array.isArray(value) && value.every(isLayer) ? value.map(shape) : value,
    ]);
    return {
      ...(Object.fromEntries(swapped) as ReportRequest),
      ...(blocks ? { blocks: { path: 'blocks.geojson' } } : {}),
      tolerance: 0,
      map: true,
      disclosure: rule,
    };
  }
  const CHECK: Way = { name: 'check', cells: [0], request: { command: 'check', layers: [A], ...shared } };
  const SOME = Math.ceil(TABLES / 8);

  test.each([...WAYS, CHECK])('$name, people by block', ({ cells, request }) =>
    holdTogether(cells, (rule) => withShapes(request, rule, true), byBlock, SOME),
  );
  test.each([...WAYS, CHECK])('$name, a row a person', ({ cells, request }) =>
    holdTogether(cells, (rule) => withShapes(request, rule, false), byPoint, SOME),
  );
});

test('derive: cells are the patients of a block with a unit', async () => {
  for (let seed = 1; seed <= TABLES; seed++) {
    const chance = chanceOf(seed);
    const table = randomTable(chance);
    const rule = RULES[seed % RULES.length]!;
    const cells = table.people.map((_, block) => block);
    const worlds = [
      table.people,
      ...[(counts: readonly number[]) => counts[0]!, (counts: readonly number[]) => counts.at(-1)!].map(
        (choose) => worldOf(table, cells, rule, choose, chance),
      ),
    ];
    const results = [];
    for (const people of worlds) {
      const rows = people.map((count, row) => `${codeOf(Math.floor(row / 2))},U${row % 2},${count}`);
      results.push(
        await resultOf(
          {
            command: 'derive',
            kind: 'footprint',
            patients: { path: 'patients.csv', member: 'lsoa', group: 'unit', weight: 'patients' },
            disclosure: rule,
          },
          { 'patients.csv': lines('lsoa,unit,patients', ...rows) },
        ),
      );
    }
    const [found, ...others] = results as [Result | string, ...(Result | string)[]];
    expect(typeof found).not.toBe('string');
    for (const other of others) expect(other, `seed ${seed}`).toEqual(found);
    expect(smallCells(found as Result, rule), `seed ${seed}`).toEqual([]);
  }
});
