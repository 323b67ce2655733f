/**
 * Paragraphs, tables and pictures of a Word document as WordprocessingML (ECMA-376, part 1, chapter 17).
 */
import { xmlAttribute, xmlText } from '../xml.js';

/** Styles that `styles.ts` defines. */
export type ParagraphStyle =
  'Title' | 'Subtitle' | 'Headline' | 'Figure' | 'Heading1' | 'Normal' | 'ListBullet' | 'Caption' | 'Note';

/** A picture with its size on paper and what it shows in words. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly description: string;
}

/** One paragraph; an empty text gives an empty one. `lead` stands bold before it. */
export const paragraph = (style: ParagraphStyle, text: string, lead = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${style === 'ListBullet' ? BULLET : ''}</w:pPr>${lead === '' ? '' : run(`${lead} `, true)}${run(text)}</w:p>`;

/** The one list of the document; its style says so too, but not every reader follows styles. */
const BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

const run = (text: string, bold = false): string =>
  text === ''
    ? ''
    : `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;

export interface TableColumn {
  readonly heading: string;
  readonly texts: readonly string[];
  readonly toTheRight: boolean;
  /** Share of the page's width; the shares add up to 1. */
  readonly share: number;
}

/** Width of the text of an A4 page with margins of 2 cm, in twentieths of a point. */
const PAGE_WIDTH = 9638;

/** A table whose first row is marked as headings and repeats on a further page; no such row where none has a heading. */
export function wordTable(columns: readonly TableColumn[], description: string): string {
  const widths = columns.map(({ share }) => Math.floor(share * PAGE_WIDTH));
  const rows = columns[0]?.texts.length ?? 0;
  const hasHeadings = columns.some(({ heading }) => heading !== '');
  const cell = (text: string, column: number, heading: boolean): string =>
    [
      `<w:tc><w:tcPr><w:tcW w:w="${widths[column]!}" w:type="dxa"/>${heading ? '<w:shd w:val="clear" w:color="auto" w:fill="E6ECF2"/>' : ''}</w:tcPr>`,
      `<w:p><w:pPr><w:pStyle w:val="${heading ? 'TableHeading' : 'TableText'}"/><w:jc w:val="${columns[column]!.toTheRight ? 'right' : 'left'}"/></w:pPr>${run(text)}</w:p></w:tc>`,
    ].join('');
  return [
    '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>',
    `<w:tblW w:w="${PAGE_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="${hasHeadings ? '0020' : '0000'}" w:firstRow="${hasHeadings ? 1 : 0}"/>`,
    `<w:tblDescription w:val="${xmlAttribute(description)}"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...(hasHeadings
      ? [
          `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map(({ heading }, c) => cell(heading, c, true)).join('')}</w:tr>`,
        ]
      : []),
    ...Array.from(
      { length: rows },
      (_, r) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr>${columns.map(({ texts }, c) => cell(texts[r]!, c, false)).join('')}</w:tr>`,
    ),
    '</w:tbl>',
  ].join('');
}

const emu = (millimetres: number): number => Math.round(millimetres * 36_000);
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** A picture in a paragraph of its own; `relation` names its part. */
export function pictureParagraph({ widthMm, heightMm, description }: Picture, relation: string): string {
  const size = `cx="${emu(widthMm)}" cy="${emu(heightMm)}"`;
  return [
    '<w:p><w:pPr><w:pStyle w:val="Normal"/><w:keepNext/></w:pPr><w:r><w:drawing>',
    `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="1" name="map" descr="${xmlAttribute(description)}"/>`,
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture">`,
    `<pic:nvPicPr><pic:cNvPr id="1" name="map" descr="${xmlAttribute(description)}"/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
  ].join('');
}
