/**
 * The sheets of an OpenDocument spreadsheet (.ods): all in one part, `content.xml`.
 *
 *     table:table ─► table:table-row (repeated) ─► table:table-cell (repeated, a type and a value) ─► text:p
 *
 * Blank cells and rows are written once with how often they repeat, up to the edge of the sheet; so repeats of nothing
 * are counted, not kept.
 */
import { InputError } from '../../trouble/input-error.js';
import type { Cell } from './grid-table.js';
import type { Parts, Sheet, SheetRows } from './sheet.js';
import { attribute, nextTag, openXml, plainText, type XmlCursor } from './xml-scan.js';

/** Edges of a sheet; what lies beyond them is not a table. */
const MOST_COLUMNS = 16384;
const MOST_ROWS = 1048576;

/** Whether an archive with these members is such a document. */
export const isOds = (names: readonly string[]): boolean =>
  names.includes('content.xml') && names.includes('mimetype');

/** The sheets; null where the document is no spreadsheet. Throws InputError for one with a password. */
export function odsSheets(part: Parts, fileName: string): Sheet[] | null {
  if (part('META-INF/manifest.xml')?.includes(':encryption-data') === true) throw locked(fileName);
  const xml = part('content.xml') ?? '';
  if (!/<(?:\w+:)?spreadsheet\b/.test(xml)) return null;
  const hiddenStyles = new Set<string>();
  const sheets: Sheet[] = [];
  const cursor = openXml(xml);
  let style = '';
  while (nextTag(cursor)) {
    if (cursor.kind === 'close') continue;
    if (cursor.name === 'style') style = attribute(cursor, 'style:name') ?? '';
    else if (cursor.name === 'table-properties' && attribute(cursor, 'table:display') === 'false')
      hiddenStyles.add(style);
    else if (cursor.name === 'table') {
      const start = cursor.tagEnd;
      sheets.push({
        name: attribute(cursor, 'table:name') ?? '',
        hidden: hiddenStyles.has(attribute(cursor, 'table:style-name') ?? ''),
        rows: (mostRows) => rowsFrom(xml, start, mostRows),
      });
    }
  }
  return sheets;
}

function rowsFrom(xml: string, start: number, mostRows = Infinity): SheetRows {
  const rows: Cell[][] = [];
  const numbers: number[] = [];
  const cursor = openXml(xml);
  cursor.tagEnd = start;
  let row: Cell[] = [];
  let column = 0;
  let number = 1;
  let repeat = 1;
  while (nextTag(cursor) && !(cursor.name === 'table' && cursor.kind === 'close')) {
    if (cursor.name === 'table-row') {
      if (cursor.kind !== 'close') {
        row = [];
        column = 0;
        repeat = repeated(cursor, 'table:number-rows-repeated', MOST_ROWS);
      }
      if (cursor.kind === 'open') continue;
      for (let i = 0; i < repeat && row.length > 0 && rows.length < Math.min(mostRows, MOST_ROWS); i++) {
        rows.push(row);
        numbers.push(number + i);
      }
      number += repeat;
      if (rows.length >= mostRows) break;
    } else if (
      (cursor.name === 'table-cell' || cursor.name === 'covered-table-cell') &&
      cursor.kind !== 'close'
    ) {
      const times = repeated(cursor, 'table:number-columns-repeated', MOST_COLUMNS);
      const value = cellValue(cursor);
      if (value !== null && value !== '') {
        for (let i = 0; i < times && column + i < MOST_COLUMNS; i++) row[column + i] = value;
      }
      column += times;
    }
  }
  return { rows, numbers };
}

function repeated(cursor: XmlCursor, name: string, most: number): number {
  const times = Number(attribute(cursor, name) ?? 1);
  return Number.isInteger(times) && times > 0 ? Math.min(times, most) : 1;
}

function cellValue(cursor: XmlCursor): Cell {
  const type = attribute(cursor, 'office:value-type');
  const value = attribute(cursor, 'office:value');
  const stated =
    attribute(cursor, 'office:date-value') ??
    attribute(cursor, 'office:time-value') ??
    attribute(cursor, 'office:string-value');
  const truth = attribute(cursor, 'office:boolean-value');
  const text = cursor.kind === 'empty' ? '' : cellText(cursor);
  if (type === 'boolean') return truth === 'true';
  if (type !== null && value !== null && Number.isFinite(Number(value))) return Number(value);
  return stated ?? (text === '' ? null : text);
}

/** The paragraphs of a cell, without what is noted in its margin. */
function cellText(cursor: XmlCursor): string {
  const paragraphs: string[] = [];
  let inNote = false;
  let text: string | null = null;
  let from = cursor.tagEnd;
  while (nextTag(cursor)) {
    if (text !== null) text += plainText(cursor.xml.slice(from, cursor.tagStart));
    from = cursor.tagEnd;
    if (/^(?:covered-)?table-cell$/.test(cursor.name) && cursor.kind === 'close') break;
    if (cursor.name === 'annotation') inNote = cursor.kind === 'open';
    else if (cursor.name === 'p' && !inNote) {
      if (cursor.kind === 'open') text = '';
      else if (cursor.kind === 'close' && text !== null) {
        paragraphs.push(text);
        text = null;
      }
    } else if (text !== null && cursor.kind === 'empty' && /^(?:s|tab|line-break)$/.test(cursor.name))
      text += cursor.name === 's' ? ' '.repeat(repeated(cursor, 'text:c', 100)) : ' ';
  }
  return paragraphs.join('\n').trim();
}

const locked = (file: string): InputError =>
  new InputError({
    id: 'not-workbook',
    file,
    message: 'an OpenDocument spreadsheet with a password',
    hint: 'Save it without a password, or as CSV.',
  });
