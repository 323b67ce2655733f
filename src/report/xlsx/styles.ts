/**
 * The looks of cells, as the numbers that sheets refer to.
 *
 * Text that a spreadsheet might take for a formula when somebody edits the cell has a look of its own, which keeps it
 * text (`quotePrefix`). In a workbook a cell of text is never run as a formula in the first place.
 */
import type { CellLook } from './sheet.js';

const LOOKS: readonly (CellLook | 'guarded')[] = ['plain', 'heading', 'title', 'wrapped', 'link', 'guarded'];
const MOST_DECIMALS = 7;

/** Number of a look of text. */
export const styleOfLook = (look: CellLook | 'guarded'): number => LOOKS.indexOf(look);

/** Number of the look of figures with so many decimals; null shows as many as there are. */
export const styleOfNumber = (decimals: number | null): number =>
  decimals === null ? 0 : LOOKS.length + Math.min(decimals, MOST_DECIMALS);

/** Commas between thousands where figures are read as amounts, none where they are shares or degrees. */
const formatOf = (decimals: number): string =>
  decimals === 0 ? '#,##0' : `${decimals <= 3 ? '#,##0' : '0'}.${'0'.repeat(decimals)}`;

/** The part `xl/styles.xml`. */
export function stylesXml(): string {
  const formats = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => formatOf(decimals));
  const textLooks = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    '<xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>',
  ];
  const numberLooks = formats.map(
    (_, i) => `<xf numFmtId="${164 + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const looks = [...textLooks, ...numberLooks];
  const font = (inner: string): string => `<font>${inner}<name val="Arial"/><family val="2"/></font>`;
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${formats.length}">`,
    ...formats.map((format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${format}"/>`),
    '</numFmts>',
    '<fonts count="4">',
    font('<sz val="11"/>'),
    font('<b/><sz val="11"/>'),
    font('<b/><sz val="16"/>'),
    font('<u/><sz val="11"/><color rgb="FF12436D"/>'),
    '</fonts>',
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE6ECF2"/><bgColor indexed="64"/></patternFill></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
