/**
 * What a sheet of a workbook is, whichever program wrote it.
 */
import type { Cell } from './grid-table.js';

export interface SheetRows {
  /** Cells of every row that is not blank; a row may be shorter than others and have holes. */
  readonly rows: readonly (readonly Cell[])[];
  /** The row number in the sheet, from 1, of each. */
  readonly numbers: readonly number[];
}

/** One sheet; its rows are read when they are asked for. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The rows that are not blank, at most so many of them. */
  readonly rows: (mostRows?: number) => SheetRows;
}

/** The XML of a part of a workbook, or null where it has no such part. */
export type Parts = (path: string) => string | null;
