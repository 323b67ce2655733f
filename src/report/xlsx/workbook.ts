/**
 * Sheets put together into a workbook: a ZIP archive of XML parts (ECMA-376, parts 1 and 2).
 *
 * Times in the archive are fixed, so the same sheets give the same bytes.
 */
import { zipParts } from '../zip-parts.js';
import { xmlAttribute, xmlText } from '../xml.js';
import type { Sheet } from './sheet.js';
import { quotedSheet, sheetXml, tableXml } from './sheet-xml.js';
import { stylesXml } from './styles.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The bytes of an XLSX file. */
export function workbookBytes(sheets: readonly Sheet[], title: string): Uint8Array {
  const numbers = sheets.map((_, i) => i + 1);
  const tables = numbers.filter((n) => sheets[n - 1]!.table !== null);
  return zipParts({
    '[Content_Types].xml': [
      `<Types xmlns="${PACKAGE}/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>`,
      `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>`,
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
      ...numbers.map(
        (n) =>
          `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
      ),
      ...tables.map(
        (n) => `<Override PartName="/xl/tables/table${n}.xml" ContentType="${SHEET_TYPE}.table+xml"/>`,
      ),
      '</Types>',
    ].join(''),
    '_rels/.rels': relations([
      ['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': [
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
      `<dc:title>${xmlAttribute(title)}</dc:title><dc:creator>coterminous</dc:creator><dc:language>en-GB</dc:language>`,
      '</cp:coreProperties>',
    ].join(''),
    'xl/workbook.xml': [
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">`,
      '<bookViews><workbookView activeTab="0"/></bookViews><sheets>',
      ...sheets.map(
        (sheet, i) => `<sheet name="${xmlAttribute(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
      ),
      '</sheets>',
      printedHeadings(sheets),
      '</workbook>',
    ].join(''),
    'xl/_rels/workbook.xml.rels': relations([
      ...numbers.map((n): [string, string, string] => [
        `rId${n}`,
        `${OFFICE}/worksheet`,
        `worksheets/sheet${n}.xml`,
      ]),
      [`rId${sheets.length + 1}`, `${OFFICE}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(),
    ...Object.fromEntries(
      numbers.map((n) => [`xl/worksheets/sheet${n}.xml`, sheetXml(sheets[n - 1]!, n === 1)]),
    ),
    ...Object.fromEntries(
      tables.flatMap((n) => [
        [
          `xl/worksheets/_rels/sheet${n}.xml.rels`,
          relations([['rId1', `${OFFICE}/table`, `../tables/table${n}.xml`]]),
        ],
        [`xl/tables/table${n}.xml`, tableXml(sheets[n - 1]!, sheets[n - 1]!.table!, n)],
      ]),
    ),
  });
}

/** On paper the headings of a table stand on every page. */
function printedHeadings(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, table }, i) => {
    if (table === null) return [];
    const row = `$${table.headings + 1}`;
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlText(quotedSheet(name))}!${row}:${row}</definedName>`,
    ];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

/** A part that says which other parts belong to one: id, type and target of each. */
function relations(list: readonly (readonly [string, string, string])[]): string {
  const each = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}
