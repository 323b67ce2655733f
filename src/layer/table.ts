/**
 * What a plain table is: headings, rows, cells read when they are asked for.
 *
 * CSV and XLSX files and the properties of a boundary file all become this. A table may hold a million and a half
 * rows, so cells are decoded on demand and whole columns come as typed arrays.
 */
import { InputError } from '../trouble/input-error.js';
import type { Note } from '../trouble/note.js';

export interface Table {
  /** The file as the user named it. */
  readonly fileName: string;
  /** The sheet of a workbook, or null. */
  readonly sheet: string | null;
  /** Headings in file order, white space and line breaks made single spaces; not necessarily distinct. */
  readonly headings: readonly string[];
  /** Rows below the headings. */
  readonly rowCount: number;
  /** What the reader decided or set right: the sheet chosen, the encoding supposed. */
  readonly notes: readonly Note[];
  /** The cell as text without white space around it; an empty cell is ''. */
  text(column: number, row: number): string;
  /** The whole column as numbers. */
  numbers(column: number): NumberColumn;
  /** The whole column as its distinct texts. */
  distinct(column: number): DistinctColumn;
  /** Where a row stands in the file, for messages: `line 12`, or `sheet 'PCNDetails' row 12`. */
  place(row: number): string;
}

/** A column read as numbers. */
export interface NumberColumn {
  /** One a row; NaN where the cell is blank, shorthand or not a number. */
  readonly values: Float64Array;
  /** Empty cells. */
  readonly blank: number;
  /** Cells that say by a sign that there is no number, such as `[c]`, `*` or `-`. */
  readonly shorthand: number;
  /** Cells that are neither a number nor blank nor shorthand. */
  readonly wrong: number;
  /** The first such row, or -1. */
  readonly firstWrong: number;
}

/** A column as a list of distinct texts and, for each row, which of them it holds. */
export interface DistinctColumn {
  /** In order of first appearance; '' stands among them where a cell is empty. */
  readonly values: readonly string[];
  /** One a row: an index into `values`. */
  readonly index: Int32Array;
}

/** A heading for comparison: lower case, everything but letters and digits made single underscores. */
export function headingKey(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

/** The headings in one line for a message, at most thirty of them. */
export function headingList(table: Table): string {
  const shown = table.headings.slice(0, 30).map((heading) => `'${heading}'`);
  const more = table.headings.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/**
 * Index of the column a user named: by its heading as written, by the heading without regard to case and
 * punctuation, or by position as `column 3`. Throws InputError where there is none, or more than one.
 */
export function columnNamed(table: Table, name: string): number {
  const wanted = name.trim();
  const indexes = table.headings.map((_, column) => column);
  const exact = indexes.filter((column) => table.headings[column] === wanted);
  const alike = indexes.filter((column) => headingKey(table.headings[column]!) === headingKey(wanted));
  const found = exact.length > 0 ? exact : alike;
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    throw new InputError({
      id: 'column-ambiguous',
      file: table.fileName,
      message: `${found.length} columns are called '${wanted}': ${found.map((c) => `column ${c + 1}`).join(', ')}`,
      hint: `Name one by its position, for example 'column ${found[0]! + 1}'.`,
    });
  }
  const position = /^column (\d+)$/i.exec(wanted);
  const column = position === null ? -1 : Number(position[1]) - 1;
  if (column >= 0 && column < table.headings.length) return column;
  throw new InputError({
    id: 'column-missing',
    file: table.fileName,
    message: `there is no column '${wanted}'`,
    hint: `Its columns are ${headingList(table)}.`,
  });
}

/** Index of the first column whose heading key is one of those given, in the order given, or -1. */
export function columnWithKey(table: Pick<Table, 'headings'>, keys: readonly string[]): number {
  const have = table.headings.map(headingKey);
  for (const key of keys) {
    const column = have.indexOf(key);
    if (column >= 0) return column;
  }
  return -1;
}
