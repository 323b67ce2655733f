/**
 * A sheet as the XML of SpreadsheetML (ECMA-376, part 1, chapter 18).
 */
import { guardFormula } from '../../result/format-cell.js';
import { xmlAttribute, xmlText } from '../xml.js';
import { rowHeight } from './row-heights.js';
import { columnLetters, type Sheet, type SheetCell, type TablePart } from './sheet.js';
import { styleOfLook, styleOfNumber } from './styles.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Wider sheets than this, in signs, are printed on A3. */
const WIDE = 180;
const [A3, A4] = [8, 9];

/** The part `xl/worksheets/sheetN.xml`; a table part, if there is one, has the relation rId1. */
export function sheetXml(sheet: Sheet, isFirst: boolean): string {
  const paper = sheet.widths.reduce((sum, width) => sum + width, 0) > WIDE ? A3 : A4;
  return [
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${viewXml(sheet)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15.75"/>',
    `<cols>${sheet.widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    ...sheet.rows.map((cells, row) => rowXml(cells, row, rowHeight(sheet, row))),
    '</sheetData>',
    linksXml(sheet),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${paper}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    sheet.table === null ? '' : '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    '</worksheet>',
  ].join('');
}

/** The cursor in A1, and the row of headings in sight. */
function viewXml({ table }: Sheet): string {
  if (table === null) return '<selection activeCell="A1" sqref="A1"/>';
  const rows = table.headings + 1;
  return `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A1" sqref="A1"/>`;
}

function rowXml(cells: readonly SheetCell[], row: number, height: number | null): string {
  const written = cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row + 1}`)).join('');
  return `<row r="${row + 1}"${height === null ? '' : ` ht="${height}" customHeight="1"`}>${written}</row>`;
}

function cellXml(cell: SheetCell, at: string): string {
  if (cell === null) return '';
  if ('number' in cell) return `<c r="${at}" s="${styleOfNumber(cell.format)}"><v>${cell.number}</v></c>`;
  if (cell.text === '') return '';
  const guarded = cell.look === undefined && guardFormula(cell.text) !== cell.text;
  const style = styleOfLook(guarded ? 'guarded' : (cell.look ?? 'wrapped'));
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell.text)}</t></is></c>`;
}

const MOST_SIGNS = 32_767;
const CUT = '… (cut here; the CSV has all of it)';

/** A cell holds 32,767 signs at most; `_x000D_` and the like would be read as escapes, so their underscore is escaped. */
function cellText(text: string): string {
  const kept = text.length > MOST_SIGNS ? text.slice(0, MOST_SIGNS - CUT.length) + CUT : text;
  return xmlText(kept.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

function linksXml(sheet: Sheet): string {
  const links = sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell !== null && 'linkTo' in cell && cell.linkTo !== undefined
        ? [
            `<hyperlink ref="${columnLetters(column)}${row + 1}" location="${xmlAttribute(`${quotedSheet(cell.linkTo)}!A1`)}" display="${xmlAttribute(cell.text)}"/>`,
          ]
        : [],
    ),
  );
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

/** The name of a sheet as formulas and links write it. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** The part `xl/tables/tableN.xml`: the rows from the headings on as a table, without buttons for filters. */
export function tableXml({ rows }: Sheet, { name, headings }: TablePart, id: number): string {
  const cells = rows[headings]!;
  const range = `A${headings + 1}:${columnLetters(cells.length - 1)}${rows.length}`;
  const columns = cells.map(
    (cell, i) =>
      `<tableColumn id="${i + 1}" name="${cell !== null && 'text' in cell ? xmlAttribute(cell.text).replaceAll('&#10;', '_x000a_') : `column ${i + 1}`}"/>`,
  );
  return [
    `<table xmlns="${MAIN}" id="${id}" name="${xmlAttribute(name)}" displayName="${xmlAttribute(name)}" ref="${range}" totalsRowShown="0">`,
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`,
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/>',
    '</table>',
  ].join('');
}
