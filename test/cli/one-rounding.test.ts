/**
 * A cell of a table is rounded in one way wherever people read it: in headlines, lists, tables, pictures, the workbook
 * and the terminal. Blocks that borders cut give people with decimals, and odd squares give hectares with decimals.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseResult } from '../../src/result/parse-result.js';
import type { Result } from '../../src/result/result.js';
import { humanText } from './human-text.js';
import { makeFolder, runCommand } from './run-command.js';
import { grouped, shownFigures } from './shown-figures.js';
import { collection, feature, polygon } from './small-files.js';

/** Boxes between the lines of a grid, in degrees; the borders of one layer cut the boxes of another. */
const grid = (xs: readonly number[], ys: readonly number[], named: (n: number) => object): string =>
  collection(
    ys.slice(1).flatMap((north, r) =>
      xs.slice(1).map((east, c) => {
        const [west, south] = [xs[c]!, ys[r]!];
        const ring = [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ] as const;
        return feature(named(r * (xs.length - 1) + c), polygon(ring));
      }),
    ),
  );

const BLOCKS = 12;
const [WEST, EAST, SOUTH, NORTH] = [-1.9, -1.5, 52.3, 52.7];
const { path: folder, remove } = makeFolder({
  // One zone is of a few hectares, so that there is a decimal in their column.
  'zones.geojson': grid([WEST, -1.71, -1.503, EAST], [SOUTH, 52.302, 52.49, NORTH], (n) => ({
    code: `Z${n}`,
    name: `Zone ${n}`,
  })),
  'localities.geojson': grid([WEST, -1.77, -1.62, EAST], [SOUTH, NORTH], (n) => ({
    code: `L${n}`,
    name: `Locality ${n}`,
  })),
  'later.geojson': grid([WEST, -1.74, -1.62, EAST], [SOUTH, NORTH], (n) => ({
    code: `L${n}`,
    name: `Locality ${n}`,
  })),
  // Short of the zones in the north, so that some are in none.
  'hubs.geojson': grid([WEST, -1.7, EAST], [SOUTH, 52.41, 52.66], (n) => ({
    code: `H${n}`,
    name: `Hub ${n}`,
  })),
  'blocks.geojson': grid([WEST, -1.8, -1.68, EAST], [SOUTH, 52.38, 52.46, 52.58, NORTH], (n) => ({
    block_code: `B${n}`,
  })),
  'people.csv': `block_code,residents\n${Array.from({ length: BLOCKS }, (_, n) => `B${n},${34_567 + 1789 * n}\n`).join('')}`,
  'join.csv': 'old,new\nZone 0,Two of four\nZone 1,Two of four\n',
  'both.yaml': `layers: {zone: zones.geojson, locality: localities.geojson}
people: {residents: people.csv}
blocks: blocks.geojson
reports:
  lined_up: {command: align, layers: [zone, locality]}
  pairs: {command: overlap, layers: [zone, locality]}
`,
});
afterAll(remove);

const people = ['--people', 'people.csv', '--blocks', 'blocks.geojson'];
const [zones, localities] = ['zones.geojson', 'localities.geojson'];

const COMMANDS: readonly (readonly string[])[] = [
  ['overlap', zones, localities, ...people],
  ['overlap', zones, localities],
  ['align', zones, localities, ...people],
  ['align', zones, localities],
  ['coverage', 'hubs.geojson', '--within', zones, ...people],
  ['coverage', 'hubs.geojson', '--within', zones],
  ['partners', 'Locality 1', zones, localities, ...people],
  ['check', zones, localities, ...people],
  ['compare', `old=${localities}`, 'new=later.geojson', '--against', zones, ...people],
  ['scenario', 'join.csv', '--layer', zones, '--against', localities, ...people],
  ['suggest', zones, localities, ...people],
  ['differencing', zones, localities, ...people, '--under', '200000'],
  ['report', 'both.yaml'],
];

/** Figures of people and land that a result holds, from a thousand on: below, a number is soon met by chance. */
function figuresOf({ tables, reconciliation, layers, findings }: Result): number[] {
  const cells = tables.flatMap(({ columns, rows }) =>
    rows.flatMap((row) => row.filter((_, i) => ['people', 'hectares'].includes(columns[i]!.kind))),
  );
  const lines = reconciliation.flatMap((line) => [line.total, line.in_rows, line.outside, line.left_out]);
  return [
    ...cells,
    ...lines,
    ...layers.map(({ areaHectares }) => areaHectares),
    ...findings.map((finding) => finding.area_ha),
  ].filter((cell): cell is number => typeof cell === 'number' && cell >= 1000);
}

/** What each face prints, as text. */
async function textsOf(argv: readonly string[], name: string): Promise<Map<string, string>> {
  const faces = ['md', 'html', 'docx', 'xlsx', ...(argv[0] === 'check' ? [] : ['svg'])];
  const outputs = [...faces, 'json'].flatMap((face) => ['-o', `${name}.${face}`]);
  const ran = await runCommand([...argv, ...outputs], { cwd: folder });
  expect(ran.code, ran.stderr).toBe(0);
  const written = readdirSync(folder).filter(
    (file) => file.startsWith(`${name}.`) && !file.endsWith('.json'),
  );
  const texts = written.map((file): [string, string[]] => {
    const path = join(folder, file);
    return [file, [humanText(path), ...(file.endsWith('.xlsx') ? shownFigures(path) : [])]];
  });
  const { stdout } = await runCommand(['render', `${name}.json`, '--format', 'table'], { cwd: folder });
  return new Map(
    [...texts, ['terminal', [stdout, ran.stderr]] as const].map(([face, all]) => [face, all.join('\n')]),
  );
}

/** The numbers of each face as they are printed. */
const numbersOf = (texts: ReadonlyMap<string, string>): Map<string, Set<string>> =>
  new Map([...texts].map(([face, text]) => [face, new Set(text.match(/\d[\d,]*(?:\.\d+)?/g))]));

/** Percentages that have not one decimal, nor are nothing or all; limits that the tool or the user sets are as they were set. */
const oddShares = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:(over|under|than|or|within|up to|from|at least) )?([<>]?\d[\d,]*(?:\.\d+)?)\s%(?! (?:and over|or more))/g,
    ),
  ]
    .filter(([, limit, share]) => limit === undefined && !/^(?:0|100|[<>]?\d[\d,]*\.\d)$/.test(share!))
    .map(([words]) => words);

/** Cells that are printed with two roundings, each with the faces that print it so. */
function twiceRounded(cells: readonly number[], printed: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...new Set(cells)].flatMap((cell) => {
    const shown = [0, 1, 2].flatMap((decimals) => {
      const text = grouped(cell, decimals);
      const faces = [...printed].flatMap(([face, numbers]) => (numbers.has(text) ? [face] : []));
      return faces.length === 0 ? [] : [`${text} in ${faces.join(', ')}`];
    });
    return shown.length < 2 ? [] : [shown.join('; ')];
  });
}

describe('one rounding of', () => {
  test.each(COMMANDS.map((argv, i) => [argv.join(' '), argv, `out${i}`] as const))(
    '%s',
    async (_, argv, name) => {
      const texts = await textsOf(argv, name);
      const printed = numbersOf(texts);
      const { stdout } = await runCommand(['render', `${name}.json`, '--json'], { cwd: folder });
      const cells = figuresOf(parseResult(stdout));
      const met = cells.filter((cell) => printed.get('terminal')!.has(grouped(cell, 0)));
      // Of a check all is said in words, and the two layers are sound.
      if (argv[0] !== 'check')
        expect(met.filter((cell) => !Number.isInteger(cell)).length).toBeGreaterThan(0);
      expect(twiceRounded(cells, printed)).toEqual([]);
      for (const [face, text] of texts) expect(oddShares(text), face).toEqual([]);
    },
  );
});

test('two roundings are found, in one face and between two', () => {
  const printed = new Map([
    ['md', new Set(['229,422', '1,000'])],
    ['terminal', new Set(['229,422.4', '1,000'])],
  ]);
  expect(oddShares('47 % here, 47.3 % there, 0.25 %, 0 %, 100 %, <0.1 %, over 1 % off, 3\u00a0%')).toEqual([
    '47 %',
    '0.25 %',
    '3\u00a0%',
  ]);
  expect(twiceRounded([229_422.4, 1000], printed)).toEqual(['229,422 in md; 229,422.4 in terminal']);
});
