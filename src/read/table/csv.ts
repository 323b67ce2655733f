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
import { notesAtEnd } from './notes-at-end.js';
import { numberInBytes } from './number-in-bytes.js';
import { readNumbers } from './number-column.js';
import { refuseNhsNumbers } from './refuse-nhs-numbers.js';

/** Reads the table; throws InputError for an empty file, a ragged row, an open quotation mark. */
export function readCsv(content: Uint8Array, fileName: string): Table {
  const { bytes, start, decoder, note } = findEncoding(content, fileName);
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
  const notes = [note, ...notesOn(fileName, dialect, headingRow, headings, layout)].filter(
    (each) => each !== null,
  );
  const cells = findCells(bytes, dataStart, dialect, headings.length, fileName);
  if (cells.rowCount === 0) {
    throw new InputError({
      id: 'table-empty',
      file: fileName,
      message: 'there are headings but no rows',
      hint: 'Give a table with at least one row below its headings.',
    });
  }
  notes.push(...pageNotes(cells.rowCount, fileName));
  const whole = tableOfCells(bytes, cells, decoder, { fileName, sheet: null, headings, notes });
  const below = notesAtEnd(whole);
  const passed = below + cells.notes;
  if (passed > 0) notes.push(makeNote('rows-below-table', fileName, { counts: { rows: passed } }));
  const table =
    below === 0 ? whole : tableOfCells(bytes, withoutLast(cells, below), decoder, { ...whole, notes });
  refuseNhsNumbers(table);
  return table;
}

/** The cells without the last rows. */
function withoutLast(cells: CsvCells, rows: number): CsvCells {
  const rowCount = cells.rowCount - rows;
  return { ...cells, rowCount, starts: cells.starts.subarray(0, rowCount * cells.columnCount + 1) };
}

function tableOfCells(
  bytes: Uint8Array,
  cells: CsvCells,
  decoder: Decoder,
  frame: Pick<Table, 'fileName' | 'sheet' | 'headings' | 'notes'>,
): Table {
  const { starts, columnCount, rowCount } = cells;
  // Several readers ask for a column, and telling three million codes apart takes a second.
  const distinct = new Map<number, DistinctColumn>();
  const text = (column: number, row: number): string => {
    const cell = row * columnCount + column;
    return decodeCell(bytes, starts[cell]!, starts[cell + 1]! - 1, decoder);
  };
  return {
    ...frame,
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
      const made = distinctBytes(bytes, cells, column, (row) => text(column, row));
      distinct.set(column, made);
      return made;
    },
    place: (row) => `line ${lineAt(bytes, starts[row * columnCount]!)}`,
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
