/**
 * Body and picture put together into a Word document: a ZIP archive of XML parts. The same body gives the same bytes.
 */
import { xmlText } from '../xml.js';
import { zipParts } from '../zip-parts.js';
import { numberingXml, stylesXml } from './styles.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Relation by which the body names its picture. */
export const PICTURE_RELATION = 'rId3';

/** The bytes of a DOCX file; `body` is what stands in `w:body` before the page's measures. */
export function documentBytes(body: string, title: string, picture: Uint8Array | null): Uint8Array {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${kind}" Target="${target}"/>`;
  const relations = (list: readonly string[]): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
  return zipParts({
    '[Content_Types].xml': [
      `<Types xmlns="${PACKAGE}/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>',
      `<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>`,
      `<Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/>`,
      `<Override PartName="/word/numbering.xml" ContentType="${WORD_TYPE}.numbering+xml"/>`,
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
      '</Types>',
    ].join(''),
    '_rels/.rels': relations([
      relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml'),
      relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ]),
    'docProps/core.xml': [
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
      `<dc:title>${xmlText(title)}</dc:title><dc:creator>coterminous</dc:creator><dc:language>en-GB</dc:language>`,
      '</cp:coreProperties>',
    ].join(''),
    'word/document.xml': [
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
      ` xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">`,
      `<w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>`,
      '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>',
      '</w:sectPr></w:body></w:document>',
    ].join(''),
    'word/_rels/document.xml.rels': relations([
      relation('rId1', `${OFFICE}/styles`, 'styles.xml'),
      relation('rId2', `${OFFICE}/numbering`, 'numbering.xml'),
      ...(picture === null ? [] : [relation(PICTURE_RELATION, `${OFFICE}/image`, 'media/map.png')]),
    ]),
    'word/styles.xml': stylesXml(),
    'word/numbering.xml': numberingXml(),
    ...(picture === null ? {} : { 'word/media/map.png': picture }),
  });
}
