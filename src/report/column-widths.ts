/**
 * Which columns fit side by side in a terminal, how wide each is, and its cells on lines of that width.
 *
 * Columns are taken in the order of need as long as they fit. Nothing is cut: figures and codes need their whole width,
 * names and sentences are wrapped at blanks, and what does not fit so is left out. What is left over at the end goes
 * to the columns wrapped most.
 */
import { foldText, textWidth, wrapText } from './text-width.js';

/** One column ready to print. */
export interface DisplayColumn {
  /** '' for none. */
  readonly heading: string;
  readonly texts: readonly string[];
  readonly toTheRight: boolean;
  /** Lines that a text may take: one for figures and codes. */
  readonly lines: number;
}

export interface FittedColumn extends DisplayColumn {
  /** Place among the columns it comes from. */
  readonly index: number;
  readonly width: number;
  readonly headingLines: readonly string[];
  /** Lines of each cell, none wider than the column. */
  readonly cellLines: readonly (readonly string[])[];
}

/** Blanks between columns. */
export const COLUMN_GAP = 2;

/** Lines that a name may take, and a sentence. */
export const LINES_OF_NAME = 3;
export const LINES_OF_SENTENCE = 6;
/** Text longer than this is a sentence, where it may be one. */
const SENTENCE = 40;
/** Further lines of a cell are set in, so that they are not taken for cells of their own. */
const INDENT = '  ';

/** The columns that fit into `width`, in their own order; the first of `ranked` is always among them. */
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
  return chosen.map((i, k) => {
    const own = Math.min(widths[k]!, width);
    const column = columns[i]!;
    return {
      ...column,
      index: i,
      width: own,
      headingLines: column.heading === '' ? [] : foldText(column.heading, own),
      cellLines: column.texts.map((text) => foldText(text, own, own > 8 ? INDENT : '')),
    };
  });
}

interface Wish {
  readonly least: number;
  readonly natural: number;
}

function columnWish({ heading, texts, lines }: DisplayColumn, width: number): Wish {
  const longest = texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
  const natural = headingWidth(heading, longest);
  if (lines === 1) return { least: natural, natural };
  const isSentence = lines > LINES_OF_NAME && longest > SENTENCE;
  let least = Math.min(natural, Math.max(12, Math.floor(width * (isSentence ? 0.35 : 0.24))));
  least = Math.max(least, headingWidth(heading, 0));
  while (least < natural && texts.some((text) => !fits(text, least, lines))) least += 1;
  return { least, natural };
}

function fits(text: string, width: number, most: number): boolean {
  if (textWidth(text) <= width) return true;
  const lines = wrapText(text, width, INDENT);
  return lines.length <= most && lines.every((line) => textWidth(line) <= width);
}

/** One blank at a time to whatever column is wrapped most. */
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
function headingWidth(heading: string, valueWidth: number): number {
  let width = Math.max(1, valueWidth, ...heading.split(' ').map(textWidth));
  while (wrapText(heading, width).length > 3) width += 1;
  return width;
}
