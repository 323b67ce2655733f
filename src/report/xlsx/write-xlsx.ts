/**
 * A result as an Excel workbook: a cover, the tables one a sheet, what their columns mean, findings and notes.
 */
import type { Result } from '../../result/result.js';
import { coverSheet, coverTitle } from './cover-sheet.js';
import { columnsTable, findingsTable, notesTable } from './notes-tables.js';
import { sheetNames } from './sheet.js';
import { tableSheet } from './table-sheet.js';
import { workbookBytes } from './workbook.js';

/** The bytes of an XLSX file; the same result gives the same bytes. */
export function writeXlsx(result: Result): Uint8Array {
  const ownSheets = ['cover', 'notes', 'columns', 'findings'];
  const [cover, ...names] = sheetNames([
    'cover',
    ...result.tables.map(({ name }) => (ownSheets.includes(name) ? `${name} table` : name)),
    'notes',
    'columns',
    'findings',
  ]);
  const tables = [
    ...result.tables,
    notesTable(result),
    columnsTable(result, names),
    ...(result.findings.length === 0 ? [] : [findingsTable(result)]),
  ];
  const contents = tables.map(({ caption, rows }, i) => ({
    name: names[i]!,
    says: caption,
    rows: rows.length,
  }));
  return workbookBytes(
    [coverSheet(result, cover!, contents), ...tables.map((table, i) => tableSheet(table, names[i]!))],
    coverTitle(result),
  );
}
