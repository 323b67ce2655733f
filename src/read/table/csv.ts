/**
 * A delimited text file as a table: RFC 4180, with the liberties that published files take.
 *
 * Commas, semicolons, tabs or pipes; line feeds with or without carriage returns; a byte-order mark; UTF-16; Windows-1252;
 * title lines above the headings; no headings at all. What was supposed is said in the table's notes. Cells are
 * decoded when asked for, numbers straight from their bytes.
 */
import { InputError } from '../../trouble/input-error.js';
import type { DistinctColumn, Table } from '../../layer/table.js';
import { makeNote, type Note } from '../../trouble/note.js';
import {
  decodeCell,
  findDialect,
  firstRecords,
  lineAt,
  type Dialect,
  type FirstRecord,
} from './csv-dialect.js';
import { pageNotes } from '../cut-download.js';
import { findCells, type CsvCells } from './csv-cells.js';
import { findEncoding, type Decoder } from './csv-encoding.js';
import { cleanHeading, findHeadingRow } from './find-headings.js';
import { distinctBytes } from './distinct-bytes.js';
import { knownLayout } from './known-layouts.js';
import type { ListsRead } from './lists-read.js';
import { notesAtEnd } from './notes-at-end.js';
import { numberInBytes } from './number-in-bytes.js';
import { readNumbers } from './number-column.js';
import { refuseNhsNumbers } from './refuse-nhs-numbers.js';

/**
 * Reads the table; columns that hold one of the lists read before have that list itself. Throws InputError for an empty
 * file, a ragged row, an open quotation mark.
 */
export function readCsv(content: Uint8Array, fileName: string, lists: ListsRead | null = null): Table {
  const { bytes, start, decoder, note } = findEncoding(content, fileName);
  const head = { ...headOfCsv(bytes, start, decoder, fileName), lists };
  const rows = rowsOfCsv(head, bytes, head.dataStart);
  if (rows.table.rowCount === 0) throw noRows(fileName);
  const { table, passed } = withoutNotes(head, rows);
  return withNotes(table, [
    ...(note === null ? [] : [note]),
    ...head.notes,
    ...notesOnRows(rows.table.rowCount, passed, fileName),
  ]);
}

/** How the rows of a delimited file are to be read, told by its beginning. */
export interface CsvHead {
  readonly fileName: string;
  readonly decoder: Decoder;
  readonly dialect: Dialect;
  readonly headings: readonly string[];
  /** The byte at which rows begin. */
  readonly dataStart: number;
  readonly notes: readonly Note[];
  /** Lists that other files had, and those of this one; null where they are not kept. */
  readonly lists: ListsRead | null;
}

/** Some rows of a delimited file, and the lines of notes below them. */
export interface CsvRows {
  readonly bytes: Uint8Array;
  readonly cells: CsvCells;
  readonly table: Table;
}

/** Finds delimiter and headings; throws InputError for an empty file. */
export function headOfCsv(bytes: Uint8Array, start: number, decoder: Decoder, fileName: string): CsvHead {
  const dialect = findDialect(bytes, start, decoder);
  const records = firstRecords(bytes, start, dialect, decoder, fileName);
  if (records.length === 0) {
    throw new InputError({
      id: 'table-empty',
      file: fileName,
      message: 'the file is empty',
      hint: 'Give a table with a row of headings and at least one row below it.',
    });
  }
  const headingRow = findHeadingRow(records.map((record) => record.cells));
  const { headings, dataStart, layout } = headingsOf(records, headingRow);
  const notes = notesOn(fileName, dialect, headingRow, headings, layout);
  return { fileName, decoder, dialect, headings, dataStart, notes, lists: null };
}

/** The rows from a byte to the end; throws InputError for a ragged row, an open quotation mark, NHS numbers. */
export function rowsOfCsv(head: CsvHead, bytes: Uint8Array, from: number): CsvRows {
  const { fileName, dialect, headings } = head;
  const cells = findCells(bytes, from, dialect, headings.length, fileName);
  return { bytes, cells, table: tableOfCells(bytes, cells, head) };
}

/** The rows without notes in the last of them, and how many rows and lines of notes there are in all. */
export function withoutNotes(
  head: CsvHead,
  { bytes, cells, table }: CsvRows,
): { table: Table; passed: number } {
  const below = notesAtEnd(table);
  return {
    table: below === 0 ? table : tableOfCells(bytes, withoutLast(cells, below), head),
    passed: below + cells.notes,
  };
}

/** What is to be said of the number of rows, notes in the last of them counted, and of all lines of notes. */
export const notesOnRows = (rows: number, passed: number, fileName: string): Note[] => [
  ...pageNotes(rows, fileName),
  ...(passed > 0 ? [makeNote('rows-below-table', fileName, { counts: { rows: passed } })] : []),
];

/** That there is nothing below the headings. */
export const noRows = (fileName: string): InputError =>
  new InputError({
    id: 'table-empty',
    file: fileName,
    message: 'there are headings but no rows',
    hint: 'Give a table with at least one row below its headings.',
  });

function withNotes(table: Table, notes: readonly Note[]): Table {
  const noted = { ...table, notes };
  refuseNhsNumbers(noted);
  return noted;
}

/** The cells without the last rows. */
function withoutLast(cells: CsvCells, rows: number): CsvCells {
  const rowCount = cells.rowCount - rows;
  return { ...cells, rowCount, starts: cells.starts.subarray(0, rowCount * cells.columnCount + 1) };
}

function tableOfCells(
  bytes: Uint8Array,
  cells: CsvCells,
  { fileName, headings, notes, decoder, dialect, lists }: CsvHead,
): Table {
  const { starts, columnCount, rowCount } = cells;
  // Several readers ask for a column, and telling three million codes apart takes a second.
  const distinct = new Map<number, DistinctColumn>();
  const text = (column: number, row: number): string => {
    const cell = row * columnCount + column;
    return decodeCell(bytes, starts[cell]!, starts[cell + 1]! - 1, decoder);
  };
  return {
    fileName,
    sheet: null,
    headings,
    notes,
    rowCount,
    text,
    numbers: (column) =>
      readNumbers(
        rowCount,
        (row) => text(column, row),
        (row) => {
          const cell = row * columnCount + column;
          return numberInBytes(bytes, starts[cell]!, starts[cell + 1]! - 1);
        },
      ),
    distinct: (column) => {
      const known = distinct.get(column);
      if (known !== undefined) return known;
      const made = distinctBytes(bytes, cells, column, (row) => text(column, row), lists);
      distinct.set(column, made);
      return made;
    },
    place: (row) => `line ${lineAt(bytes, starts[row * columnCount]!, dialect.firstLine)}`,
  };
}

function headingsOf(
  records: readonly FirstRecord[],
  row: number,
): { headings: string[]; dataStart: number; layout: string | null } {
  if (row < 0) {
    const first = records.reduce((a, b) => (b.cells.length > a.cells.length ? b : a));
    const layout = knownLayout(first.cells);
    if (layout !== null)
      return { headings: [...layout.headings], dataStart: first.start, layout: layout.name };
    return {
      headings: first.cells.map((_, column) => `column ${column + 1}`),
      dataStart: first.start,
      layout: null,
    };
  }
  const record = records[row]!;
  const headings = record.cells.map((cell, column) => cleanHeading(cell) || `column ${column + 1}`);
  return { headings, dataStart: record.next, layout: null };
}

function notesOn(
  fileName: string,
  dialect: Dialect,
  headingRow: number,
  headings: readonly string[],
  layout: string | null,
): Note[] {
  const notes: Note[] = [];
  const names = new Map([
    [59, 'semicolons'],
    [9, 'tabs'],
    [124, 'vertical bars'],
  ]);
  const name = names.get(dialect.delimiter);
  if (name !== undefined) notes.push(makeNote('cells-divided', fileName, { words: { by: name } }));
  if (headingRow > 0)
    notes.push(makeNote('lines-above-headings', fileName, { counts: { lines: headingRow } }));
  if (layout !== null) {
    notes.push(makeNote('known-layout', fileName, { words: { layout, headings: [...headings] } }));
  } else if (headingRow < 0) {
    notes.push(makeNote('codes-for-headings', fileName, { words: { last: `column ${headings.length}` } }));
  }
  return notes;
}
