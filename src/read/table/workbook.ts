/**
 * A sheet of a workbook (.xlsx, .ods) as a table.
 *
 * Published workbooks have a cover, notes, one sheet a year, titles above the headings and footnotes below. The sheet
 * is the one named after `#`; else the one of the latest year where sheets differ by year; else the first that has a
 * column of codes. What was chosen is said in the table's notes.
 */
import { InputError } from '../../trouble/input-error.js';
import type { Table } from '../../layer/table.js';
import { counted, wholeText } from '../../trouble/count-text.js';
import { makeNote, type Note } from '../../trouble/note.js';
import { HEADING_SEARCH, cleanHeading, findHeadingRow, isCodeValue } from './find-headings.js';
import { isCodeHeading } from './code-headings.js';
import { cellText, gridTable, type Cell } from './grid-table.js';
import { notesAtEnd } from './notes-at-end.js';
import { openWorkbook } from './open-workbook.js';
import type { Sheet, SheetRows } from './sheet.js';
import { refuseNhsNumbers } from './refuse-nhs-numbers.js';

/** How to choose a sheet. */
export interface SheetWish {
  /** The name of the sheet, or null to choose one. */
  readonly sheet?: string | null;
  /** True for headings of a sheet that will do; by default those with a column of codes. */
  readonly suits?: (headings: readonly string[]) => boolean;
}

/** Reads one sheet; throws InputError where there is no such sheet, no rows, or the file is no workbook. */
export function readWorkbook(bytes: Uint8Array, fileName: string, wish: SheetWish = {}): Table {
  const sheets = openWorkbook(bytes, fileName);
  const notes: Note[] = [];
  const sheet = chooseSheet(sheets, fileName, wish, notes);
  const table = tableOfSheet(sheet.rows(), fileName, sheet.name, notes);
  refuseNhsNumbers(table);
  return table;
}

/** The names of the visible sheets, in order. */
export const sheetNames = (bytes: Uint8Array, fileName: string): string[] =>
  openWorkbook(bytes, fileName)
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => sheet.name);

function chooseSheet(sheets: readonly Sheet[], fileName: string, wish: SheetWish, notes: Note[]): Sheet {
  const names = sheets.map((sheet) => `'${sheet.name}'`).join(', ');
  if (wish.sheet !== undefined && wish.sheet !== null) {
    const wanted = wish.sheet.trim().toLowerCase();
    const named = sheets.find((sheet) => sheet.name.trim().toLowerCase() === wanted);
    if (named !== undefined) return named;
    throw new InputError({
      id: 'sheet-missing',
      file: fileName,
      message: `there is no sheet '${wish.sheet}'`,
      hint: `Its sheets are ${names}.`,
    });
  }
  const visible = sheets.filter((sheet) => !sheet.hidden);
  const chosen = latestYear(visible) ?? firstThatSuits(visible, wish.suits);
  if (chosen === undefined) {
    throw new InputError({
      id: 'table-empty',
      file: fileName,
      message: 'no sheet holds a table',
      hint: 'Give a workbook with a row of headings and rows below it, or name the sheet after #.',
    });
  }
  if (visible.length > 1)
    notes.push(makeNote('sheet-chosen', fileName, { words: { sheet: chosen.name, sheets: names } }));
  return chosen;
}

/** The sheet of the latest year among sheets whose names differ by nothing but a year. */
function latestYear(sheets: readonly Sheet[]): Sheet | undefined {
  const families = new Map<string, { sheet: Sheet; year: number }[]>();
  for (const sheet of sheets) {
    const years = sheet.name.match(/(19|20)\d\d/g);
    if (years === null) continue;
    const family = sheet.name.replace(/(19|20)\d\d/, '####');
    families.set(family, [...(families.get(family) ?? []), { sheet, year: Number(years[0]) }]);
  }
  const several = [...families.values()].filter((family) => family.length > 1);
  if (several.length !== 1) return undefined;
  return several[0]!.reduce((latest, one) => (one.year > latest.year ? one : latest)).sheet;
}

function firstThatSuits(
  sheets: readonly Sheet[],
  suits: SheetWish['suits'] = (headings) => headings.some(isCodeHeading),
): Sheet | undefined {
  if (sheets.length === 1) return sheets[0];
  let tabular: Sheet | undefined;
  for (const sheet of sheets) {
    const { rows } = sheet.rows(HEADING_SEARCH);
    const texts = rows.map((row) => Array.from(row, cellText));
    const heading = texts[findHeadingRow(texts)] ?? [];
    if (heading.length < 2 || rows.length < 2) continue;
    if (suits(heading.map(cleanHeading))) return sheet;
    tabular ??= sheet;
  }
  return tabular;
}

function tableOfSheet(sheet: SheetRows, fileName: string, name: string, notes: Note[]): Table {
  const top = sheet.rows.slice(0, HEADING_SEARCH).map((row) => Array.from(row, cellText));
  if (top.length === 0) return emptyTable(fileName, name, notes);
  const headingRow = findHeadingRow(top);
  const width = top.reduce((most, row) => Math.max(most, row.length), 0);
  refuseFarCells(top, width, fileName, name);
  const titles = headingRow < 0 ? [] : top[headingRow]!;
  const headings = Array.from(
    { length: headingRow < 0 ? width : titles.length },
    (_, column) => cleanHeading(titles[column] ?? '') || `column ${column + 1}`,
  );
  if (headingRow > 0) {
    const row = `row ${sheet.numbers[headingRow]}`;
    notes.push(makeNote('headings-found', fileName, { words: { row, sheet: name } }));
  }
  if (headingRow < 0) notes.push(makeNote('sheet-without-headings', fileName, { words: { sheet: name } }));

  const first = headingRow + 1;
  const last = lastDataRow(sheet.rows, first, headings.length);
  if (last <= first) {
    throw new InputError({
      id: 'table-empty',
      file: fileName,
      message: `sheet '${name}' has no rows below its headings`,
      hint: 'Name another sheet after #.',
    });
  }
  const frame = {
    fileName,
    sheet: name,
    headings,
    notes,
    place: (row: number): string => `sheet '${name}' row ${sheet.numbers[first + row]}`,
  };
  const cell = (column: number, row: number): Cell => sheet.rows[first + row]![column];
  const below = notesAtEnd(gridTable(frame, last - first, cell));
  const passed = sheet.rows.length - last + below;
  if (passed > 0) notes.push(makeNote('rows-below-table', fileName, { counts: { rows: passed } }));
  return gridTable(frame, last - below - first, cell);
}

/** One past the last row that is more than a single cell of footnote. */
function lastDataRow(rows: SheetRows['rows'], first: number, columns: number): number {
  let last = rows.length;
  if (columns < 3) return last;
  while (last > first && isFootnote(rows[last - 1]!)) last--;
  return last;
}

/** One cell, and no code: a block without numbers is none. */
function isFootnote(row: readonly Cell[]): boolean {
  const filled = Array.from(row, cellText).filter((cell) => cell !== '');
  return filled.length === 0 || (filled.length === 1 && !isCodeValue(filled[0]!));
}

/** A sheet of nothing, or of nothing but colours and borders, is a table without columns; that is said. */
function emptyTable(fileName: string, sheet: string, notes: Note[]): Table {
  notes.push(makeNote('sheet-empty', fileName, { words: { sheet } }));
  return gridTable({ fileName, sheet, headings: [], notes, place: () => `sheet '${sheet}'` }, 0, () => null);
}

/** More columns than any table has; below it, stray cells do no harm. */
const WIDE = 256;

/** A cell far to the right makes a table of thousands of columns that hold nothing. */
function refuseFarCells(
  top: readonly (readonly string[])[],
  width: number,
  fileName: string,
  sheet: string,
): void {
  if (width <= WIDE) return;
  const filled = new Set<number>();
  for (const row of top) row.forEach((cell, column) => cell !== '' && filled.add(column));
  if (filled.size >= width / 4) return;
  throw new InputError({
    id: 'sheet-too-wide',
    file: fileName,
    place: `sheet '${sheet}'`,
    message: `its cells reach to column ${wholeText(width)}, and only ${counted(filled.size, 'column')} hold${filled.size === 1 ? 's' : ''} anything`,
    hint: 'Delete what stands far to the right, or save the table as CSV.',
  });
}
