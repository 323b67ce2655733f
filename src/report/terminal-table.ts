/**
 * A table for reading in a terminal: as many columns as fit, figures to the right, names wrapped at blanks.
 *
 * It never pretends to be the whole: a note under it says which columns and how many rows are left out and that the
 * CSV has all.
 *
 *   icb           council        people
 *   ────────────  ─────────────  ──────
 *   Frimley ICB   Hart           74,508
 *   … and 37 more rows
 */
import { columnHeaded } from '../result/find-column.js';
import type { Column, Table } from '../result/table.js';
import { fitColumns, LINES_OF_NAME, LINES_OF_SENTENCE, type FittedColumn } from './column-widths.js';
import { counted, wholeText } from '../trouble/count-text.js';
import { displayColumn, sayCell } from './display-column.js';
import { isFigure } from '../result/format-cell.js';
import type { Paint } from './paint.js';
import { constantColumns, isBlank, rankColumns } from './rank-columns.js';
import { headingLines, rowLines } from './terminal-grid.js';
import { foldText } from './text-width.js';

export interface TerminalTableOptions {
  /** Terminal columns to fill at most. */
  readonly width: number;
  readonly paint: Paint;
  /** Rows to print at most, 20 if not given. */
  readonly rows?: number;
}

/** The table as lines of text, each ended by a line feed; `No rows.` where it has none. */
export function terminalTable(table: Table, options: TerminalTableOptions): string {
  const { width, paint } = options;
  if (table.rows.length === 0) return 'No rows.\n';
  const rows = table.rows.slice(0, options.rows ?? 20);
  const displayed = table.columns.map((column, i) => ({
    heading: column.title,
    toTheRight: isFigure(column),
    lines: linesOf(column),
    texts: displayColumn(
      rows.map((row) => row[i] ?? null),
      column,
    ),
  }));
  const columns = fitColumns(displayed, rankedFor(table, width), width);
  const head = headingLines(columns);
  const lines = [
    ...(head === null ? [] : [...head.headings.map(paint.accent), paint.dim(head.rule)]),
    ...rows.flatMap((_, r) => bodyRow(table, columns, r, paint)),
    ...notes(table, rows.length, columns, width).map(paint.dim),
  ];
  return lines.map((text) => `${text}\n`).join('');
}

/** Where there is little room the first figure comes straight after the first name. */
function rankedFor(table: Table, width: number): number[] {
  const [first, ...rest] = rankColumns(table);
  const figure = rest.find((i) => isFigure(table.columns[i]!));
  if (width >= NARROW || figure === undefined) return [first!, ...rest];
  return [first!, figure, ...rest.filter((i) => i !== figure)];
}

/** Terminals of fewer columns have no room for several names and a figure. */
const NARROW = 60;

const linesOf = ({ kind }: Column): number =>
  kind === 'name' ? LINES_OF_NAME : kind === 'text' ? LINES_OF_SENTENCE : 1;

/** A row; a name that repeats the one above is dimmed, so is a whole row that is set aside. */
function bodyRow(table: Table, columns: readonly FittedColumn[], r: number, paint: Paint): string[] {
  const standing = rowStanding(table, r);
  if (standing !== null) return rowLines(columns, r).map((line) => paint[standing](line));
  return rowLines(columns, r, (text, { index, texts }) =>
    table.columns[index]!.kind === 'name' && r > 0 && texts[r] === texts[r - 1] ? paint.dim(text) : text,
  );
}

function rowStanding(table: Table, r: number): 'dim' | 'warn' | null {
  const value = (heading: string): unknown => table.rows[r]![columnHeaded(table, heading)];
  const relation = value('relation');
  if (relation === 'sliver' || relation === 'outside') return 'dim';
  return value('severity') === 'error' ? 'warn' : null;
}

/** What is not in the printed table. */
function notes(table: Table, shownRows: number, columns: readonly FittedColumn[], width: number): string[] {
  const shown = new Set(columns.map(({ index }) => index));
  const constant = constantColumns(table).filter((i) => !shown.has(i));
  const left = table.columns.filter((_, i) => !shown.has(i) && !constant.includes(i) && !isBlank(table, i));
  const more = table.rows.length - shownRows;
  const same = constant.map((i) => `${table.columns[i]!.title} ${sayCell(table, i)}`);
  const sentences = [
    ...(same.length > 0 ? [`In every row: ${same.join('; ')}.`] : []),
    ...(left.length > 0
      ? [`Left out here, all in the CSV: ${left.map((column) => column.title).join(', ')}.`]
      : more > 0
        ? ['The CSV has every row.']
        : []),
  ];
  return [
    ...(more > 0 ? [`… and ${counted(more, 'more row')} of ${wholeText(table.rows.length)}`] : []),
    ...(sentences.length > 0 ? foldText(sentences.join(' '), width, '  ') : []),
  ];
}
