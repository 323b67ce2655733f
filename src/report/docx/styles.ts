/**
 * The styles of the Word document and its list of bullets: plain black Arial of readable size, in British English.
 */
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface Look {
  readonly id: string;
  readonly name: string;
  /** Half points. */
  readonly size: number;
  readonly bold?: true;
  /** Twentieths of a point before and after. */
  readonly before: number;
  readonly after: number;
  readonly more?: string;
}

/** Stays with what follows, and in one piece. */
const KEPT = '<w:keepNext/><w:keepLines/>';

const LOOKS: readonly Look[] = [
  { id: 'Normal', name: 'Normal', size: 22, before: 0, after: 120 },
  { id: 'Title', name: 'Title', size: 24, bold: true, before: 0, after: 40, more: KEPT },
  { id: 'Subtitle', name: 'Subtitle', size: 18, before: 0, after: 120, more: KEPT },
  { id: 'Headline', name: 'Headline', size: 34, bold: true, before: 120, after: 120, more: KEPT },
  { id: 'Figure', name: 'Figure', size: 22, before: 0, after: 60 },
  {
    id: 'Heading1',
    name: 'heading 1',
    size: 26,
    bold: true,
    before: 200,
    after: 80,
    more: `${KEPT}<w:outlineLvl w:val="0"/>`,
  },
  {
    id: 'ListBullet',
    name: 'List Bullet',
    size: 22,
    before: 0,
    after: 60,
    more: '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  },
  { id: 'Caption', name: 'caption', size: 20, bold: true, before: 120, after: 60, more: KEPT },
  { id: 'TableHeading', name: 'Table Heading', size: 18, bold: true, before: 20, after: 20 },
  { id: 'TableText', name: 'Table Text', size: 18, before: 20, after: 20 },
  { id: 'Note', name: 'Note', size: 18, before: 60, after: 60 },
];

/** The part `word/styles.xml`. */
export function stylesXml(): string {
  return [
    `<w:styles xmlns:w="${WORD}">`,
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>',
    ...LOOKS.map(styleXml),
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>',
    ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
      (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7F8C99"/>`,
    ),
    '</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '</w:styles>',
  ].join('');
}

/** Paragraph properties must stand in the order of the standard: keepNext, keepLines, numPr, spacing, outlineLvl. */
function styleXml({ id, name, size, bold, before, after, more = '' }: Look): string {
  const outline = /<w:outlineLvl[^>]*>/.exec(more)?.[0] ?? '';
  return [
    `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>`,
    id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>',
    '<w:qFormat/>',
    `<w:pPr>${more.replace(outline, '')}<w:spacing w:before="${before}" w:after="${after}"/>${outline}</w:pPr>`,
    `<w:rPr>${bold === true ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr></w:style>`,
  ].join('');
}

/** The part `word/numbering.xml`: one list of bullets. */
export const numberingXml = (): string =>
  [
    `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>`,
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>',
    '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>',
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
  ].join('');
