/**
 * The looks of cells, as the numbers that sheets refer to.
 *
 * Text that a spreadsheet might take for a formula when somebody edits the cell has a look of its own, which keeps it
 * text (`quotePrefix`). In a workbook a cell of text is never run as a formula in the first place.
 */
import { NUMBER_FORMATS, type CellLook, type NumberFormat } from './sheet.js';

type TextLook = CellLook | 'guarded';

const LOOKS: readonly TextLook[] = [
  'plain',
  'heading',
  'title',
  'subtitle',
  'wrapped',
  'link',
  'figure heading',
  'guarded',
];

/** Number of a look of text. */
export const styleOfLook = (look: TextLook): number => LOOKS.indexOf(look);

/** Number of the look of figures in a format. */
export const styleOfNumber = (format: NumberFormat): number => LOOKS.length + NUMBER_FORMATS.indexOf(format);

const FIRST_FORMAT = 164;

/** Headings and titles have cell styles of their own, by which those who hear a sheet find them. */
const CELL_STYLES = [
  '<cellStyle name="Normal" xfId="0" builtinId="0"/>',
  '<cellStyle name="Heading 1" xfId="1" builtinId="16"/>',
  '<cellStyle name="Heading 2" xfId="2" builtinId="17"/>',
];

const TOP = '<alignment vertical="top"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const RIGHT = '<alignment horizontal="right" vertical="top" indent="1"/>';
const LINE = 1;

/** The look of cells of text: font, cell style, line below, alignment. */
function textLook(look: TextLook): string {
  const xf = (font: number, style: number, inner: string, more = ''): string =>
    `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="${style}" applyFont="1" applyAlignment="1"${more}>${inner}</xf>`;
  switch (look) {
    case 'plain':
      return `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${TOP}</xf>`;
    case 'heading':
      return `<xf numFmtId="0" fontId="1" fillId="0" borderId="${LINE}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment wrapText="1"/></xf>`;
    case 'figure heading':
      return `<xf numFmtId="0" fontId="1" fillId="0" borderId="${LINE}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" indent="1" wrapText="1"/></xf>`;
    case 'title':
      return xf(2, 1, TOP);
    case 'subtitle':
      return xf(3, 2, '');
    case 'wrapped':
      return xf(0, 0, WRAPPED);
    case 'link':
      return xf(4, 0, TOP);
    case 'guarded':
      return `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf>`;
  }
}

/** The part `xl/styles.xml`. */
export function stylesXml(): string {
  const numberLooks = NUMBER_FORMATS.map(
    (_, i) =>
      `<xf numFmtId="${FIRST_FORMAT + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${RIGHT}</xf>`,
  );
  const looks = [...LOOKS.map(textLook), ...numberLooks];
  const font = (inner: string): string => `<font>${inner}<name val="Arial"/><family val="2"/></font>`;
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${NUMBER_FORMATS.length}">`,
    ...NUMBER_FORMATS.map((format, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${format}"/>`),
    '</numFmts>',
    '<fonts count="5">',
    font('<sz val="12"/>'),
    font('<b/><sz val="12"/>'),
    font('<b/><sz val="16"/>'),
    font('<b/><sz val="14"/>'),
    font('<u/><sz val="12"/><color rgb="FF12436D"/>'),
    '</fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FF595959"/></bottom><diagonal/></border></borders>',
    '<cellStyleXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0"/><xf numFmtId="0" fontId="3" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>`,
    `<cellStyles count="${CELL_STYLES.length}">${CELL_STYLES.join('')}</cellStyles>`,
    '</styleSheet>',
  ].join('');
}
