/**
 * `coterminous kinds`: the table of kinds, of those that are called by a word, or of one alone.
 *
 * On a terminal there is room for what a kind is and where it is to be had; one kind alone is shown with all there is to
 * say of it. CSV and JSON have every column.
 */
import { kinds, type Kind } from '../../layer/kinds.js';
import { kindsCalled } from '../../layer/kinds-called.js';
import { KIND_HEADINGS, kindRows } from '../../layer/kinds-table.js';
import { makeTable } from '../../result/make-table.js';
import type { Result } from '../../result/result.js';
import type { Cell, ColumnKind, Table } from '../../result/table.js';
import { terminalTable } from '../../report/terminal-table.js';
import { writerFor } from '../../report/writers.js';
import { InputError } from '../../trouble/input-error.js';
import { nearest } from '../../trouble/nearest.js';
import { wrapText } from '../../report/text-width.js';
import { print } from '../say.js';
import { paintFor, widthOf } from '../terminal.js';
import { spaced } from '../../trouble/count-text.js';

type Heading = (typeof KIND_HEADINGS)[number];

/** Columns for reading. */
const TO_READ: readonly Heading[] = ['kind', 'one', 'where_to_get_it'];

const KINDS_OF_CELLS: Partial<Record<Heading, ColumnKind>> = {
  one: 'name',
  tiles_england: 'flag',
  may_overlap: 'flag',
};

const DESCRIPTIONS: Readonly<Record<Heading, string>> = {
  kind: 'Short name; the id of a layer of this kind.',
  one: 'What one unit is called.',
  many: 'What several are called.',
  fields: 'How fields that hold its codes begin (LAD24CD, icb24_code).',
  code_prefixes: 'First three characters of its GSS codes.',
  also_called: 'Other words people use.',
  tiles_england: 'Whether its units cover England once, without gaps or overlaps.',
  may_overlap: 'Whether its units overlap one another by nature.',
  sector: 'Whose areas they are.',
  tier: 'How high it stands in its sector.',
  where_to_get_it:
    'LAYERs of the embedded figures, who publishes boundaries or members, or how the areas are made.',
};

/** Runs the command for a word (blank: all kinds) in a format (null: a table on a terminal, CSV into a pipe); returns its exit code. */
export async function runKinds(word: string, format: string | null): Promise<number> {
  const chosen = format ?? (process.stdout.isTTY === true ? 'table' : 'csv');
  await print(await textOf(kindsFor(word), chosen));
  return 0;
}

/** Kinds that are called by a word, else those that have it in their line. Throws InputError where there is none. */
function kindsFor(word: string): readonly Kind[] {
  if (word === '') return kinds;
  const called = kindsCalled(word);
  if (called.length > 0) return called;
  const asked = word.toLowerCase();
  const rows = kindRows();
  const found = kinds.filter((_, k) => rows[k]!.some((cell) => String(cell).toLowerCase().includes(asked)));
  if (found.length > 0) return found;
  const guess = nearest(word, [...new Set(kinds.flatMap(({ id, one, aliases }) => [id, one, ...aliases]))]);
  throw new InputError({
    id: 'no-such-kind',
    message: `no kind of layer is called '${word}', and none has it in its line`,
    hint: guess === null ? 'coterminous kinds lists them all' : `Did you mean '${guess}'?`,
  });
}

/** All that there is to say of kinds; for reading, what a line has room for. */
function tableOf(of: readonly Kind[], headings: readonly Heading[]): Table {
  return makeTable<readonly Cell[]>({
    name: 'kinds',
    title: 'Kinds of layer',
    caption: 'One row a kind of layer.',
    rows: kindRows(of),
    columns: headings.map((heading) => ({
      heading,
      title: spaced(heading),
      kind: KINDS_OF_CELLS[heading] ?? 'text',
      description: DESCRIPTIONS[heading],
      value: (row) => row[KIND_HEADINGS.indexOf(heading)]!,
    })),
  });
}

async function textOf(of: readonly Kind[], format: string): Promise<string | Uint8Array> {
  if (format === 'table') {
    const width = widthOf(process.stdout);
    if (of.length === 1) return wholeKind(of[0]!, width);
    const table = tableOf(of, TO_READ);
    return terminalTable(table, { width, paint: paintFor(process.stdout), rows: of.length });
  }
  const table = tableOf(of, KIND_HEADINGS);
  if (format === 'json') return `${JSON.stringify(recordsOf(table), null, 2)}\n`;
  const writer = writerFor(format);
  if (writer.holds === 'table') return writer.write({} as Result, table);
  throw new InputError({
    id: 'format-unknown',
    message: `kinds cannot be written as ${format}`,
    hint: 'Use --format table, csv or json',
  });
}

/** Every column of one kind, a line each. */
function wholeKind(kind: Kind, width: number): string {
  const [row] = kindRows([kind]);
  const side = Math.max(...KIND_HEADINGS.map((heading) => heading.length)) + 2;
  return KIND_HEADINGS.flatMap((heading, i) => {
    const cell = row![i]!;
    const text = typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell;
    if (text === '') return [];
    const lines = wrapText(text, width - side);
    return lines.map((line, l) => `${(l === 0 ? spaced(heading) : '').padEnd(side)}${line}\n`);
  }).join('');
}

const recordsOf = (table: Table): Record<string, unknown>[] =>
  table.rows.map((row) => Object.fromEntries(table.columns.map(({ heading }, i) => [heading, row[i]])));
