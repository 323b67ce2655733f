/**
 * What a sheet of a workbook is, before it becomes XML.
 */

/** How a cell of text looks; `wrapped` text stands at the top of its cell and takes as many lines as it needs. */
export type CellLook = 'plain' | 'heading' | 'title' | 'subtitle' | 'wrapped' | 'link' | 'figure heading';

/** How a figure is shown. What the cell holds is not rounded by it. */
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

/** The formats there are; `#,##0.0###` has as many decimals as there are, up to four. */
export const NUMBER_FORMATS = [
  '#,##0',
  '#,##0.0',
  '#,##0.00',
  '#,##0.000',
  '#,##0.0000',
  '0.0000',
  '#,##0.0###',
  '0.0%',
] as const;

/** A cell: text, a number with how it is shown, or nothing. */
export type SheetCell =
  | { readonly text: string; readonly look?: CellLook; readonly linkTo?: string }
  | { readonly number: string; readonly format: NumberFormat }
  | null;

/** The rows of a sheet that are marked as an Excel table. */
export interface TablePart {
  /** Name of the table: letters, digits and _, unique in the workbook. */
  readonly name: string;
  /** The row of headings, from 0; the table goes on to the last row of the sheet. */
  readonly headings: number;
}

export interface Sheet {
  /** At most 31 signs, none of them one that Excel forbids; see `sheetNames`. */
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** Widths of the columns in signs. */
  readonly widths: readonly number[];
  /** Text of these rows, from 0, runs over the cells to its right, and its height does not follow its width. */
  readonly overflowing?: readonly number[];
  readonly table: TablePart | null;
}

/** Names fit for sheets, in the same order: forbidden signs become blanks, long names are cut, equal ones are numbered. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\\p{Cc}]/gu, '_')
        .replace(/^'|'$/g, '_')
        .trim() || 'sheet';
    let chosen = clean.slice(0, 31);
    for (let time = 2; taken.has(chosen.toLowerCase()); time++) {
      const end = ` ${time}`;
      chosen = clean.slice(0, 31 - end.length) + end;
    }
    taken.add(chosen.toLowerCase());
    return chosen;
  });
}

/** Names fit for Excel tables, in the same order: words joined by _, none that reads as a cell. */
export function tableNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const words = name.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '');
    const clean =
      /^\p{L}/u.test(words) && !/^([a-z]{1,3}\d+|r\d*c?\d*|c)$/i.test(words) ? words : `table_${words}`;
    let chosen = clean.slice(0, 200);
    for (let time = 2; taken.has(chosen.toLowerCase()); time++) chosen = `${clean.slice(0, 200)}_${time}`;
    taken.add(chosen.toLowerCase());
    return chosen;
  });
}

/** Letters of a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
