/**
 * Columns side by side as lines of text: figures to the right, longer names on several lines.
 *
 *     ICB                council     people
 *     ─────────────────  ───────  ─────────
 *     Buckinghamshire,   Hart        74,508
 *       Oxfordshire …
 */
import { COLUMN_GAP, type FittedColumn } from './column-widths.js';
import { padText } from './text-width.js';

/** Headings above a rule, longer ones reach up; no line where no column has a heading. */
export function headingLines(columns: readonly FittedColumn[]): { headings: string[]; rule: string } | null {
  const height = Math.max(...columns.map((column) => column.headingLines.length));
  if (height === 0) return null;
  const headings = Array.from({ length: height }, (_, h) =>
    joined(
      columns.map((column) => {
        const text = column.headingLines[h - (height - column.headingLines.length)] ?? '';
        return padText(text, column.width, column.toTheRight);
      }),
    ),
  );
  return { headings, rule: joined(columns.map(({ width }) => '─'.repeat(width))) };
}

/** The lines of one row; `painted` may colour the text of a cell, which takes no room. */
export function rowLines(
  columns: readonly FittedColumn[],
  row: number,
  painted: (text: string, column: FittedColumn) => string = (text) => text,
): string[] {
  const height = Math.max(...columns.map(({ cellLines }) => cellLines[row]!.length));
  return Array.from({ length: height }, (_, h) =>
    joined(
      columns.map((column) => {
        const text = column.cellLines[row]![h] ?? '';
        const padded = padText(text, column.width, column.toTheRight);
        return text === '' ? padded : padded.replace(text, () => painted(text, column));
      }),
    ),
  );
}

const joined = (parts: readonly string[]): string => parts.join(' '.repeat(COLUMN_GAP)).trimEnd();
