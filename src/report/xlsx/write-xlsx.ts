/**
 * A result as an Excel workbook: a cover, contents, the tables one a sheet, how they were made, what their columns mean,
 * findings. It keeps to the checklist for accessible spreadsheets of the Government Analysis Function (docs/accessibility.md).
 */
import type { Result } from '../../result/result.js';
import { tableTitle, type Table } from '../../result/table.js';
import { spaced } from '../../trouble/count-text.js';
import { reportTitle } from '../report-title.js';
import { contentsSheet, coverSheet } from './cover-sheet.js';
import { columnsTable, findingsTable, notesTable } from './notes-tables.js';
import { sheetNames, tableNames } from './sheet.js';
import { tableSheet } from './table-sheet.js';
import { workbookBytes } from './workbook.js';

const OWN_SHEETS = ['cover', 'contents', 'notes', 'columns', 'findings'];

/** The bytes of an XLSX file; the same result gives the same bytes. */
export function writeXlsx(result: Result): Uint8Array {
  const wanted = result.tables.map((table) => sheetName(table, result));
  const hasFindings = result.findings.length > 0;
  const names = sheetNames([
    'cover',
    'contents',
    ...wanted.map((name) => (OWN_SHEETS.includes(name) ? `${name} table` : name)),
    'notes',
    'columns',
    ...(hasFindings ? ['findings'] : []),
  ]);
  const [cover, contents, ...others] = names as [string, string, ...string[]];
  const [ofContents, ...tableNamesOfSheets] = tableNames([contents, ...others]) as [string, ...string[]];
  const tables = [
    ...result.tables,
    notesTable(result),
    columnsTable(result, others),
    ...(hasFindings ? [findingsTable(result)] : []),
  ];
  const listed = tables.map((table, i) => ({
    name: others[i]!,
    title: tableTitle(table),
    rows: table.rows.length,
  }));
  return workbookBytes(
    [
      coverSheet(result, cover, contents),
      contentsSheet(contents, ofContents, listed),
      ...tables.map((table, i) =>
        tableSheet(table, { name: others[i]!, tableName: tableNamesOfSheets[i]!, contents }),
      ),
    ],
    reportTitle(result),
  );
}

/** A table's name in words; of a table of two layers among more with what their units are called. */
function sheetName({ name }: Table, { layers }: Result): string {
  for (const a of layers) {
    for (const b of layers) {
      const end = `_${a.id}_${b.id}`;
      if (name.endsWith(end)) return `${spaced(name.slice(0, -end.length))} (${a.short}, ${b.short})`;
    }
  }
  return spaced(name);
}
