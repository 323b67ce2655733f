/**
 * What a reader can work out of one published table, and of several on the same people: the figures of docs/disclosure.md.
 *
 * Every table is an overlap as it is printed. Its rows bound sums of people in the same units of all layers; a suppressed
 * cell is bounded to one value where only one number of people fits everything that is known.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDisclosure, type Disclosure } from '../../src/layer/disclosure.js';
import { columnAbout } from '../../src/result/find-column.js';
import type { Table } from '../../src/result/table.js';
import { Inputs } from '../../src/run/inputs.js';
import { memoryFiles } from '../../src/run/memory-files.js';
import { run } from '../../src/run/run.js';
import { rangeOf, type Known } from './bound-cells.js';
import { alike, cellsOf, chanceOf, randomTable, type RandomTable } from './random-tables.js';

const IDS = ['a', 'b', 'c'];
const MOST = 400;

async function overlapTable(table: RandomTable, layers: readonly number[], rule: Disclosure): Promise<Table> {
  const codeOf = (block: number): string => `E0100${String(block).padStart(4, '0')}`;
  const rows = (heading: string, cell: (block: number) => string): string =>
    [heading, ...table.units.map((_, block) => `${codeOf(block)},${cell(block)}`)].join('\n');
  const files = Object.fromEntries(
    layers.map((l) => [`${IDS[l]!}.csv`, rows(`lsoa,${IDS[l]!}`, (block) => table.units[block]![l]!)]),
  );
  const result = await run(
    {
      command: 'overlap',
      layers: layers.map((l) => ({ id: IDS[l]!, path: `${IDS[l]!}.csv`, member: 'lsoa', group: IDS[l]! })),
      people: [{ path: 'people.csv' }],
      includeOutside: true,
      allowUnmatched: 100,
      disclosure: rule,
    },
    new Inputs(
      memoryFiles({
        ...files,
        'people.csv': rows('lsoa_code,patients', (block) => String(table.people[block]!)),
      }),
    ),
  );
  return result.tables[0]!;
}

/** What the rows of a table say of the unknowns, which are the people in the same units of all three layers. */
function knownOf(printed: Table, table: RandomTable, layers: readonly number[], rule: Disclosure): Known[] {
  const unknowns = cellsOf(table, [0, 1, 2]);
  const place = columnAbout(printed, { role: 'amount', kind: 'people' });
  const codes = layers.map((l) => columnAbout(printed, { layer: IDS[l]!, role: 'unit', kind: 'code' }));
  return printed.rows.map((row): Known => {
    const blocks = table.units.flatMap((units, block) =>
      layers.every((l, i) => units[l] === (row[codes[i]!] ?? '')) ? [block] : [],
    );
    const of = [...new Set(blocks.map((block) => unknowns[block]!))];
    const shown = row[place];
    const counts =
      shown === null ? alike(1, rule) : alike(shown as number, rule).concat(shown === 0 ? [0] : []);
    return { of, least: Math.min(...counts), most: Math.max(...counts) };
  });
}

interface Verdict {
  suppressed: number;
  narrowed: number;
  one: number;
}

async function verdictOf(
  rule: Disclosure,
  sets: readonly (readonly number[])[],
  tables: number,
): Promise<Verdict> {
  const verdict: Verdict = { suppressed: 0, narrowed: 0, one: 0 };
  for (let seed = 1; seed <= tables; seed++) {
    const table = randomTable(chanceOf(seed));
    const unknowns = Math.max(...cellsOf(table, [0, 1, 2])) + 1;
    const perTable = [];
    for (const layers of sets)
      perTable.push(knownOf(await overlapTable(table, layers, rule), table, layers, rule));
    const known = perTable.flat();
    for (const { of, least, most } of known) {
      if (least !== 1 || most !== rule.under - 1) continue;
      verdict.suppressed++;
      const [low, high] = rangeOf(of, unknowns, known, MOST);
      if (low > least || high < most) verdict.narrowed++;
      if (low === high) verdict.one++;
    }
  }
  return verdict;
}

const [AB, AC, BC, ABC] = [
  [0, 1],
  [0, 2],
  [1, 2],
  [0, 1, 2],
] as const;
const SETS = {
  'a × b': [AB],
  'a × b × c': [ABC],
  'a × b, a × c': [AB, AC],
  'a × b, a × c, b × c': [AB, AC, BC],
  'a × b, a × b × c': [AB, ABC],
};
const TABLES = Number(process.env['DISCLOSURE_TABLES'] ?? 200);

test('one table bounds no cell more closely than its rule; docs/disclosure.md says what several do', async () => {
  const rows: string[] = [];
  for (const [name, sets] of Object.entries(SETS)) {
    for (const ruleText of ['nhs', 'under=8,round=1']) {
      const { suppressed, narrowed, one } = await verdictOf(parseDisclosure(ruleText), sets, TABLES);
      if (sets.length === 1) expect({ name, narrowed, one }).toEqual({ name, narrowed: 0, one: 0 });
      rows.push(`| ${name} | \`${ruleText}\` | ${suppressed} | ${narrowed} | ${one} |`);
    }
  }
  const documented = readFileSync('docs/disclosure.md', 'utf8');
  for (const row of rows) expect(documented).toContain(row);
});
