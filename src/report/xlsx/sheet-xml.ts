/**
 * A sheet as the XML of SpreadsheetML (ECMA-376, part 1, chapter 18).
 */
import { guardFormula } from '../../result/format-cell.js';
import { xmlAttribute, xmlText } from '../xml.js';
import { columnLetters, type Sheet, type SheetCell } from './sheet.js';
import { styleOfLook, styleOfNumber } from './styles.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** True where the rows below the headings are marked as an Excel table, which wants at least one row. */
export const hasTablePart = (sheet: Sheet): boolean => sheet.isTable && sheet.rows.length > 1;

/** The part `xl/worksheets/sheetN.xml`; a table part, if there is one, has the relation rId1. */
export function sheetXml(sheet: Sheet): string {
  const links = linksXml(sheet);
  return [
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
    `<sheetViews><sheetView workbookViewId="0">${sheet.isTable ? FROZEN : ''}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${sheet.widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    ...sheet.rows.map(rowXml),
    '</sheetData>',
    links,
    hasTablePart(sheet) ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : '',
    '</worksheet>',
  ].join('');
}

const FROZEN =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';

function rowXml(cells: readonly SheetCell[], row: number): string {
  const written = cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row + 1}`)).join('');
  return `<row r="${row + 1}">${written}</row>`;
}

function cellXml(cell: SheetCell, at: string): string {
  if (cell === null) return '';
  if ('flag' in cell) return `<c r="${at}" t="b"><v>${cell.flag ? 1 : 0}</v></c>`;
  if ('number' in cell) return `<c r="${at}" s="${styleOfNumber(cell.decimals)}"><v>${cell.number}</v></c>`;
  if (cell.text === '') return '';
  const guarded = cell.look === undefined && guardFormula(cell.text) !== cell.text;
  const style = styleOfLook(guarded ? 'guarded' : (cell.look ?? 'plain'));
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
            `<hyperlink ref="${columnLetters(column)}${row + 1}" location="${xmlAttribute(`'${cell.linkTo.replaceAll("'", "''")}'!A1`)}"/>`,
          ]
        : [],
    ),
  );
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

/** The part `xl/tables/tableN.xml`: the sheet's rows as a table with filters. */
export function tableXml(sheet: Sheet, id: number): string {
  const headings = sheet.rows[0]!;
  const range = `A1:${columnLetters(headings.length - 1)}${sheet.rows.length}`;
  const columns = headings.map(
    (cell, i) =>
      `<tableColumn id="${i + 1}" name="${cell !== null && 'text' in cell ? xmlAttribute(cell.text).replaceAll('&#10;', '_x000a_') : `column ${i + 1}`}"/>`,
  );
  return [
    `<table xmlns="${MAIN}" id="${id}" name="table_${id}" displayName="table_${id}" ref="${range}" totalsRowShown="0">`,
    `<autoFilter ref="${range}"/>`,
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`,
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/>',
    '</table>',
  ].join('');
}
