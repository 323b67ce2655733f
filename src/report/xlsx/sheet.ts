/**
 * What a sheet of a workbook is, before it becomes XML.
 */

/** How a cell looks; `number` follows its decimals. */
export type CellLook = 'plain' | 'heading' | 'title' | 'wrapped' | 'link';

/** A cell: text, a number with the decimals it is shown with (null: as many as it has), true or false, or nothing. */
export type SheetCell =
  | { readonly text: string; readonly look?: CellLook; readonly linkTo?: string }
  | { readonly number: string; readonly decimals: number | null }
  | { readonly flag: boolean }
  | null;

export interface Sheet {
  /** At most 31 signs, none of them one that Excel forbids; see `sheetNames`. */
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** Widths of the columns in signs. */
  readonly widths: readonly number[];
  /** True where row 1 holds headings: it is frozen, and the rows are marked as an Excel table. */
  readonly isTable: boolean;
}

/** Names fit for sheets, in the same order: forbidden signs become _, long names are cut, equal ones are numbered. */
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

/** Letters of a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
