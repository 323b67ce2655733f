/**
 * The cells of one sheet, row by row.
 */
import { attribute, nextTag, openXml, plainText } from './xml-scan.js';
import type { Cell } from './grid-table.js';
import type { SheetRows } from './sheet.js';

const MOST_COLUMNS = 16384;

/** Reads the sheet, at most `mostRows` rows of it; numbers stay numbers, an error value is its text. */
export function readSheet(xml: string, sharedTexts: readonly string[], mostRows = Infinity): SheetRows {
  const rows: Cell[][] = [];
  const numbers: number[] = [];
  const cursor = openXml(xml);
  let row: Cell[] = [];
  let number = 0;
  let column = -1;
  while (nextTag(cursor)) {
    if (cursor.name === 'c' && cursor.kind !== 'close') {
      const reference = attribute(cursor, 'r');
      column = reference === null ? column + 1 : columnOf(reference);
      if (cursor.kind === 'empty' || column >= MOST_COLUMNS) continue;
      const value = cellValue(cursor, attribute(cursor, 't') ?? 'n', sharedTexts);
      if (value !== null && value !== '') row[column] = value;
    } else if (cursor.name === 'row') {
      if (cursor.kind === 'open') {
        row = [];
        column = -1;
        number = Number(attribute(cursor, 'r') ?? number + 1);
      } else if (cursor.kind === 'close' && row.length > 0) {
        rows.push(row);
        numbers.push(number);
        if (rows.length >= mostRows) break;
      }
    } else if (cursor.name === 'sheetData' && cursor.kind !== 'open') break;
  }
  return { rows, numbers };
}

/** The column of a reference such as `AB12`, from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

function cellValue(cursor: ReturnType<typeof openXml>, type: string, sharedTexts: readonly string[]): Cell {
  let text = '';
  let phonetic = false;
  while (nextTag(cursor) && !(cursor.name === 'c' && cursor.kind === 'close')) {
    if (cursor.name === 'rPh') phonetic = cursor.kind === 'open';
    if ((cursor.name !== 'v' && cursor.name !== 't') || cursor.kind !== 'open' || phonetic) continue;
    const from = cursor.tagEnd;
    nextTag(cursor);
    text += cursor.xml.slice(from, cursor.tagStart);
  }
  if (text === '') return null;
  if (type === 's') return sharedTexts[Number(text)] ?? null;
  if (type === 'b') return text === '1' || text === 'true';
  if (type === 'n') return Number.isFinite(Number(text)) ? Number(text) : text;
  return plainText(text);
}
