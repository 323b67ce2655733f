/**
 * A table for reading in a terminal: as many columns as fit, figures to the right, names shortened.
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
import type { Table } from '../result/table.js';
import { COLUMN_GAP, fitColumns, type FittedColumn } from './column-widths.js';
import { counted, wholeText } from '../trouble/count-text.js';
import { displayColumn, sayCell } from './display-column.js';
import { isFigure } from '../result/format-cell.js';
import type { Paint } from './paint.js';
import { constantColumns, isBlank, rankColumns } from './rank-columns.js';
import { cutMiddle, cutText, padText, wrapText } from './text-width.js';

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
    column,
    texts: displayColumn(
      rows.map((row) => row[i] ?? null),
      column,
    ),
  }));
  const columns = fitColumns(displayed, rankColumns(table), width).map(cutTexts);
  const lines = [
    ...headingRows(columns).map(paint.accent),
    paint.dim(line(columns.map((column) => '─'.repeat(column.width)))),
    ...rows.map((_, r) => bodyRow(table, columns, r, paint)),
    ...notes(table, rows.length, columns, width).map(paint.dim),
  ];
  return lines.map((text) => `${text}\n`).join('');
}

const line = (parts: readonly string[]): string => parts.join(' '.repeat(COLUMN_GAP)).trimEnd();

/** Headings stand on the line above the rule, longer ones reach up. */
function headingRows(columns: readonly FittedColumn[]): string[] {
  const height = Math.max(...columns.map(({ headingLines }) => headingLines.length));
  return Array.from({ length: height }, (_, h) =>
    line(
      columns.map(({ column, width, headingLines }) => {
        const text = headingLines[h - (height - headingLines.length)] ?? '';
        return padText(cutText(text, width), width, isFigure(column));
      }),
    ),
  );
}

/** Cuts the texts of a column to its width, in the middle where two would become the same. */
function cutTexts(column: FittedColumn): FittedColumn {
  const whole = new Map<string, Set<string>>();
  for (const text of column.texts) {
    const cut = cutText(text, column.width);
    whole.set(cut, (whole.get(cut) ?? new Set<string>()).add(text));
  }
  const texts = column.texts.map((text) => {
    const cut = cutText(text, column.width);
    return whole.get(cut)!.size > 1 ? cutMiddle(text, column.width) : cut;
  });
  return { ...column, texts };
}

/** A row; a name that repeats the one above is dimmed, so is a whole row that is set aside. */
function bodyRow(table: Table, columns: readonly FittedColumn[], r: number, paint: Paint): string {
  const parts = columns.map(({ column, width, texts }) => {
    const text = texts[r]!;
    const padded = padText(text, width, isFigure(column));
    return column.kind === 'name' && r > 0 && text === texts[r - 1] ? paint.dim(padded) : padded;
  });
  const standing = rowStanding(table, r);
  if (standing === null) return line(parts);
  return paint[standing](
    line(columns.map(({ column, width, texts }) => padText(texts[r]!, width, isFigure(column)))),
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
  return [
    ...(more > 0 ? [`… and ${counted(more, 'more row')} of ${wholeText(table.rows.length)}`] : []),
    ...constant.map((i) => `${table.columns[i]!.title} in every row: ${sayCell(table, i)}`),
    ...(left.length > 0
      ? [`Left out here, all in the CSV: ${left.map((column) => column.title).join(', ')}`]
      : more > 0
        ? ['The CSV has every row']
        : []),
  ].flatMap((note) => wrapText(note, width, '  '));
}
