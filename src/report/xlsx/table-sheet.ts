/**
 * A table as a sheet: its title in A1, what it holds, what blank cells mean, the way back, then the table with one row of
 * headings for people. Figures are numbers, shown as they are read elsewhere; the cell holds all decimals.
 */
import { wordOf } from '../../result/column-words.js';
import { formatCell, isFigure } from '../../result/format-cell.js';
import { formatNumber, roundNumber } from '../../result/format-number.js';
import { columnTitle, tableTitle, type Cell, type Column, type Table } from '../../result/table.js';
import { counted, wholeText } from '../../trouble/count-text.js';
import { InputError } from '../../trouble/input-error.js';
import { displayDecimals, displayFigure, isLarge, isWhole, sayCell } from '../display-column.js';
import { constantColumns, isBlank } from '../rank-columns.js';
import type { NumberFormat, Sheet, SheetCell } from './sheet.js';

const MOST_ROWS = 1_048_576;
const WIDEST = 42;
/** Where there are few columns, as on the sheet of notes, text may take more room. */
const [FEW, WIDEST_OF_FEW] = [6, 80];
const NARROWEST = 9;

/** What a sheet is called, and its table; `contents` is the sheet that lists all of them. */
export interface SheetOfTable {
  readonly name: string;
  readonly tableName: string;
  readonly contents: string;
}

/** The sheet. Throws InputError where a table has more rows than a sheet can hold. */
export function tableSheet(whole: Table, { name, tableName, contents }: SheetOfTable): Sheet {
  const shown = shownColumns(whole);
  const table = onlyColumns(whole, shown);
  const above: SheetCell[][] = [
    [{ text: tableTitle(table), look: 'title' }],
    [{ text: `${table.caption} ${rowsText(table)}`, look: 'plain' }],
    ...(hasBlanks(table)
      ? [[{ text: 'Blank cells: not known, does not apply, or kept back.', look: 'plain' } as const]]
      : []),
    ...sameLines(whole),
    [{ text: 'Contents', look: 'link', linkTo: contents }],
  ];
  if (table.rows.length + above.length + 1 > MOST_ROWS) throw tooLong(table, MOST_ROWS - above.length - 1);
  const formats = table.columns.map((column, i) => formatOf(column, table, i));
  const titles = distinctTitles(whole);
  const headings = shown.map((i) => titles[i]!);
  return {
    name,
    rows: [
      ...above,
      table.columns.map((column, i): SheetCell => ({
        text: headings[i]!,
        look: isFigure(column) ? 'figure heading' : 'heading',
      })),
      ...table.rows.map((row) =>
        table.columns.map((column, i) => sheetCell(row[i] ?? null, column, formats[i]!)),
      ),
    ],
    widths: table.columns.map((column, i) => widthOf(table, column, i, headings[i]!)),
    overflowing: above.map((_, row) => row),
    table: table.rows.length === 0 ? null : { name: tableName, headings: above.length },
  };
}

/** Columns of a table that stand on its sheet: those that are blank or say the same in every row are left out. */
export function shownColumns(table: Table): number[] {
  const same = constantColumns(table);
  const shown = table.columns.map((_, i) => i).filter((i) => !same.includes(i) && !isBlank(table, i));
  return shown.length === 0 ? table.columns.map((_, i) => i) : shown;
}

const onlyColumns = (table: Table, places: readonly number[]): Table => ({
  ...table,
  columns: places.map((i) => table.columns[i]!),
  rows: table.rows.map((row) => places.map((i) => row[i] ?? null)),
});

/** What is the same in every row, a line each. */
const sameLines = (table: Table): SheetCell[][] =>
  constantColumns(table).map((i) => [
    { text: `In every row: ${table.columns[i]!.title}: ${sayCell(table, i)}`, look: 'plain' },
  ]);

const rowsText = ({ rows }: Table): string =>
  rows.length === 0 ? 'There are no rows.' : `One table of ${counted(rows.length, 'row')}.`;

const hasBlanks = ({ rows, columns }: Table): boolean =>
  rows.some((row) => columns.some((_, i) => (row[i] ?? '') === ''));

/** The titles of the columns, each once, as a table wants them. */
export function distinctTitles({ columns }: Table): string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let title = columnTitle(column);
    for (let time = 2; taken.has(title.toLowerCase()); time++) title = `${columnTitle(column)} (${time})`;
    taken.add(title.toLowerCase());
    return title;
  });
}

function sheetCell(cell: Cell, column: Column, format: NumberFormat): SheetCell {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return { text: cell ? 'yes' : 'no' };
  if (typeof cell === 'string') return { text: wordOf(cell, column) };
  const number = formatNumber(cell, isFigure(column) ? column.decimals : null);
  const hasNone =
    isWhole(cell, column) ||
    (format === '#,##0.0###' && (isLarge(cell) || Number.isInteger(roundNumber(cell, 4))));
  return { number, format: hasNone ? '#,##0' : format };
}

/** People are shown whole, shares as percentages, all else with the decimals that other faces have. */
function formatOf(column: Column, { rows }: Table, i: number): NumberFormat {
  if (column.kind === 'people') return '#,##0';
  if (column.kind === 'share') return '0.0%';
  if (column.kind === 'degrees') return '0.0000';
  if (column.decimals === null) return '#,##0.0###';
  const cells = rows.map((row) => row[i] ?? null);
  const places = displayDecimals(cells, column) ?? 0;
  return (['#,##0', '#,##0.0', '#,##0.00', '#,##0.000', '#,##0.0000'] as const)[Math.min(places, 4)]!;
}

/** Wide enough for the longest cell and the longest word of the heading, within reason; longer text takes more lines. */
function widthOf({ rows, columns }: Table, column: Column, i: number, heading: string): number {
  const longestWord = heading.split(' ').reduce((most, word) => Math.max(most, word.length), 0);
  const longest = rows.reduce((most, row) => Math.max(most, shownLength(row[i] ?? null, column)), 0);
  const wanted = Math.max(longest + 2, 1.2 * longestWord + 2, Math.min(24, heading.length / 2));
  return Math.ceil(Math.min(columns.length > FEW ? WIDEST : WIDEST_OF_FEW, Math.max(NARROWEST, wanted)));
}

/** Signs of a cell as it is shown; figures with room for the space beside them. */
function shownLength(cell: Cell, column: Column): number {
  if (typeof cell !== 'number' || !isFigure(column)) return wordOf(formatCell(cell, column), column).length;
  return (
    displayFigure(cell, column, column.decimals === null || column.kind === 'degrees' ? 4 : 1).length + 2
  );
}

const tooLong = (table: Table, most: number): InputError =>
  new InputError({
    id: 'sheet-too-long',
    message: `the table '${table.name}' has ${wholeText(table.rows.length)} rows, and a sheet holds ${wholeText(most)}`,
    hint: 'Write it as CSV',
  });
