/**
 * A sheet of an Excel workbook as a table.
 *
 * Published workbooks have a cover, notes, one sheet a year, titles above the headings and footnotes below. The sheet
 * is the one named after `#`; else the one of the latest year where sheets differ by year; else the first that has a
 * column of codes. What was chosen is said in the table's notes.
 */
import { InputError } from '../../trouble/input-error.js';
import type { Table } from '../../layer/table.js';
import { makeNote, type Note } from '../../trouble/note.js';
import { HEADING_SEARCH, cleanHeading, findHeadingRow } from './find-headings.js';
import { isCodeHeading } from './code-headings.js';
import { cellText, gridTable, type Cell } from './grid-table.js';
import { openWorkbook, type Workbook } from './xlsx-parts.js';
import { readSheet, type SheetRows } from './xlsx-sheet.js';
import { refuseNhsNumbers } from './refuse-nhs-numbers.js';

/** How to choose a sheet. */
export interface SheetWish {
  /** The name of the sheet, or null to choose one. */
  readonly sheet?: string | null;
  /** True for headings of a sheet that will do; by default those with a column of codes. */
  readonly suits?: (headings: readonly string[]) => boolean;
}

/** Reads one sheet; throws InputError where there is no such sheet, no rows, or the file is no workbook. */
export async function readXlsx(bytes: Uint8Array, fileName: string, wish: SheetWish = {}): Promise<Table> {
  const book = await openWorkbook(bytes, fileName);
  const notes: Note[] = [];
  const sheet = chooseSheet(book, fileName, wish, notes);
  const table = tableOfSheet(readSheet(book.part(sheet.path), book.sharedTexts), fileName, sheet.name, notes);
  refuseNhsNumbers(table);
  return table;
}

/** The names of the visible sheets, in order. */
export async function sheetNames(bytes: Uint8Array, fileName: string): Promise<string[]> {
  return (await openWorkbook(bytes, fileName)).sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => sheet.name);
}

type Sheet = Workbook['sheets'][number];

function chooseSheet(book: Workbook, fileName: string, wish: SheetWish, notes: Note[]): Sheet {
  const names = book.sheets.map((sheet) => `'${sheet.name}'`).join(', ');
  if (wish.sheet !== undefined && wish.sheet !== null) {
    const wanted = wish.sheet.trim().toLowerCase();
    const named = book.sheets.find((sheet) => sheet.name.trim().toLowerCase() === wanted);
    if (named !== undefined) return named;
    throw new InputError({
      id: 'sheet-missing',
      file: fileName,
      message: `there is no sheet '${wish.sheet}'`,
      hint: `Its sheets are ${names}.`,
    });
  }
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  const chosen = latestYear(visible) ?? firstThatSuits(book, visible, wish.suits);
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
  book: Workbook,
  sheets: readonly Sheet[],
  suits: SheetWish['suits'] = (headings) => headings.some(isCodeHeading),
): Sheet | undefined {
  if (sheets.length === 1) return sheets[0];
  let tabular: Sheet | undefined;
  for (const sheet of sheets) {
    const { rows } = readSheet(book.part(sheet.path), book.sharedTexts, HEADING_SEARCH);
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
  const headingRow = findHeadingRow(top);
  const width = top.reduce((most, row) => Math.max(most, row.length), 0);
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
  const dropped = sheet.rows.length - last;
  if (dropped > 0) notes.push(makeNote('rows-below-table', fileName, { counts: { rows: dropped } }));
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
  return gridTable(frame, last - first, (column, row): Cell => sheet.rows[first + row]![column]);
}

/** One past the last row that is more than a single cell of footnote. */
function lastDataRow(rows: SheetRows['rows'], first: number, columns: number): number {
  let last = rows.length;
  if (columns < 3) return last;
  while (last > first && rows[last - 1]!.filter((cell) => cellText(cell) !== '').length <= 1) last--;
  return last;
}
