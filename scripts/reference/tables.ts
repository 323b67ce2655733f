/**
 * The reference of tables: every column of every table, as results say them.
 */
import { TABLES_OF } from '../../src/cli/tables-of-command.js';
import type { Result } from '../../src/result/result.js';
import type { Column, Table } from '../../src/result/table.js';
import { code, markdownTable, referencePage } from './markdown.js';

/** A result that shows columns, and what else is to be said of it. */
export interface ShownResult {
  readonly result: Result;
  /** Words after the name of a table, where a command has several forms of it. */
  readonly form?: string;
}

/** docs/reference/tables.md, from results that together hold every table. */
export const tablesPage = (shown: Readonly<Record<string, readonly ShownResult[]>>): string =>
  referencePage(
    'Tables',
    'Headings are part of the contract: they stay, and new ones come at the end. They carry the ids of your layers and the names of your measures. Here these are `icb` and `ltla` (ICBs and councils) and `residents`; with the kinds, and `--people residents=FILE`, that you load they are yours. Hectares have two decimals, percentages four; people are whole, or have one decimal where they were shared by area. What was not measured is blank, never 0.',
    'A CSV written with `-o` has a file `…-metadata.json` beside it that says the same of its columns, with the inputs and their hashes.',
    ...Object.keys(TABLES_OF).map((command) => commandPart(command, shown[command] ?? [])),
    baselinePart(Object.values(shown).flat()),
  );

const commandPart = (command: string, shown: readonly ShownResult[]): string =>
  [
    `## ${command}`,
    ...TABLES_OF[command]!.filter(({ name }) => name !== 'baseline').flatMap(({ name, rows, needs }) => {
      const found = shown.flatMap(({ result, form }) =>
        result.tables.filter((table) => table.name === name).map((table) => ({ table, form })),
      );
      const forms = found.filter(({ form }, i) => i === found.findIndex((other) => other.form === form));
      return forms.map(({ table, form }) =>
        [
          `### ${command}: ${name}${form === undefined ? '' : `, ${form}`}`,
          `One row per ${form === undefined ? rows.replace(/, or combination.*/, '') : command === 'overlap' ? 'combination of units' : rows}${needs === undefined ? '' : ` (with ${needs})`}.`,
          columnsTable(table),
        ].join('\n\n'),
      );
    }),
  ].join('\n\n');

/** The one table that is alike in all commands. */
function baselinePart(shown: readonly ShownResult[]): string {
  const table = shown.flatMap(({ result }) => result.tables).find(({ name }) => name === 'baseline');
  if (table === undefined) return '';
  return [
    '## all',
    '### baseline',
    'With `--baseline`, in every command. One row per finding.',
    columnsTable(table),
  ].join('\n\n');
}

const columnsTable = (table: Table): string =>
  markdownTable(
    ['heading', 'holds', 'what it says'],
    table.columns.map((column) => [code(column.heading), holds(column), column.description]),
  );

/** The kind of a column, with the decimals that its figures are written with. */
const holds = ({ kind, decimals }: Column): string =>
  decimals === null || ['code', 'name', 'text', 'flag'].includes(kind) || decimals === 0
    ? kind
    : `${kind}, ${decimals} decimal${decimals === 1 ? '' : 's'}`;
