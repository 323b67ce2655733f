/**
 * Which columns fit side by side in a terminal, and how wide each is.
 *
 * Columns are taken in the order of need as long as they fit. Figures need their whole width, names and sentences
 * can be cut to a part of it; what is left over at the end goes to the columns cut most.
 */
import type { Column } from '../result/table.js';
import { textWidth, wrapText } from './text-width.js';

/** One column ready to print. */
export interface DisplayColumn {
  readonly column: Column;
  readonly texts: readonly string[];
}

export interface FittedColumn extends DisplayColumn {
  /** Place in the table it comes from. */
  readonly index: number;
  readonly width: number;
  readonly headingLines: readonly string[];
}

/** Blanks between columns. */
export const COLUMN_GAP = 2;

/** The columns that fit into `width`, in table order; the first of `ranked` is always among them. */
export function fitColumns(
  columns: readonly DisplayColumn[],
  ranked: readonly number[],
  width: number,
): FittedColumn[] {
  const wishes = columns.map((column) => columnWish(column, width));
  const chosen: number[] = [];
  let used = -COLUMN_GAP;
  for (const i of ranked) {
    const needed = wishes[i]!.least + COLUMN_GAP;
    if (chosen.length > 0 && used + needed > width) continue;
    chosen.push(i);
    used += needed;
  }
  chosen.sort((x, y) => x - y);
  const widths = shareRest(
    chosen.map((i) => wishes[i]!),
    width - used,
  );
  return chosen.map((i, k) => ({
    ...columns[i]!,
    index: i,
    width: Math.min(widths[k]!, width),
    headingLines: wrapText(columns[i]!.column.title, Math.min(widths[k]!, width)),
  }));
}

/** Text longer than this is a sentence, and useless if only its first words are left. */
const SENTENCE = 40;

interface Wish {
  readonly least: number;
  readonly natural: number;
}

function columnWish({ column, texts }: DisplayColumn, width: number): Wish {
  const longest = texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
  const natural = headingWidth(column, longest);
  if (column.kind !== 'name' && column.kind !== 'text') return { least: natural, natural };
  const part = column.kind === 'text' && longest > SENTENCE ? 0.4 : 0.26;
  return { least: Math.min(natural, Math.max(12, Math.floor(width * part))), natural };
}

/** One blank at a time to whatever column is cut most. */
function shareRest(wishes: readonly Wish[], rest: number): number[] {
  const widths = wishes.map(({ least }) => least);
  for (let left = rest; left > 0; left -= 1) {
    const lack = wishes.map(({ natural }, k) => natural - widths[k]!);
    const most = Math.max(...lack);
    if (most <= 0) break;
    const neediest = lack.indexOf(most);
    widths[neediest] = widths[neediest]! + 1;
  }
  return widths;
}

/** The least width that holds the values and the heading on at most three lines. */
function headingWidth({ title }: Column, valueWidth: number): number {
  let width = Math.max(1, valueWidth, ...title.split(' ').map(textWidth));
  while (wrapText(title, width).length > 3) width += 1;
  return width;
}
