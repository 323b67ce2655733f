/**
 * `coterminous kinds`: the table of kinds.
 */
import { KIND_HEADINGS, kindRows } from '../../layer/kinds-table.js';
import { kindsCalled } from '../../layer/kinds-called.js';
import { kinds, type Kind } from '../../layer/kinds.js';
import { makeTable } from '../../result/make-table.js';
import type { Result } from '../../result/result.js';
import type { Cell, Table } from '../../result/table.js';
import { terminalTable } from '../../report/terminal-table.js';
import { writerFor } from '../../report/writers.js';
import { InputError } from '../../trouble/input-error.js';
import { nearest } from '../../trouble/nearest.js';
import { print } from '../say.js';
import { paintFor, widthOf } from '../terminal.js';
import { spaced } from '../../trouble/count-text.js';

const DESCRIPTIONS: Readonly<Record<(typeof KIND_HEADINGS)[number], string>> = {
  kind: 'Short name; the id of a layer of this kind.',
  one: 'What one unit is called.',
  many: 'What several are called.',
  fields: 'How fields that hold its codes begin (LAD24CD, icb24_code).',
  code_prefixes: 'First three characters of its GSS codes.',
  also_called: 'Other words people use.',
  tiles_england: 'Whether its units cover England once, without gaps or overlaps.',
  may_overlap: 'Whether its units overlap one another by nature.',
};

/**
 * Runs the command for the kinds that a word stands for (null: all) in a format (null: a table on a terminal, CSV into a
 * pipe); returns its exit code.
 */
export async function runKinds(word: string | null, format: string | null): Promise<number> {
  const table = makeTable<readonly Cell[]>({
    name: 'kinds',
    title: 'Kinds of layer',
    caption: 'One row a kind of layer.',
    rows: kindRows(word === null ? kinds : kindsOf(word)),
    columns: KIND_HEADINGS.map((heading, i) => ({
      heading,
      title: spaced(heading),
      kind: heading === 'tiles_england' || heading === 'may_overlap' ? 'flag' : 'text',
      description: DESCRIPTIONS[heading],
      value: (row) => row[i]!,
    })),
  });
  const chosen = format ?? (process.stdout.isTTY === true ? 'table' : 'csv');
  const text = await textOf(table, chosen);
  await print(text);
  return 0;
}

function kindsOf(word: string): readonly Kind[] {
  const found = kindsCalled(word);
  if (found.length > 0) return found;
  const guess = nearest(
    word,
    kinds.flatMap(({ id, one, many, aliases }) => [id, one, many, ...aliases]),
  );
  throw new InputError({
    id: 'kind-unknown',
    message: `no kind of layer is called '${word}'`,
    hint: `${guess === null ? '' : `Did you mean ${guess}? `}All kinds: coterminous kinds`,
  });
}

async function textOf(table: Table, format: string): Promise<string | Uint8Array> {
  if (format === 'table') {
    const rows = table.rows.length;
    return terminalTable(table, { width: widthOf(process.stdout), paint: paintFor(process.stdout), rows });
  }
  if (format === 'json') return `${JSON.stringify(recordsOf(table), null, 2)}\n`;
  const writer = writerFor(format);
  if (writer.holds === 'table') return writer.write({} as Result, table);
  throw new InputError({
    id: 'format-unknown',
    message: `kinds cannot be written as ${format}`,
    hint: 'Use --format table, csv or json',
  });
}

const recordsOf = (table: Table): Record<string, unknown>[] =>
  table.rows.map((row) => Object.fromEntries(table.columns.map(({ heading }, i) => [heading, row[i]])));
