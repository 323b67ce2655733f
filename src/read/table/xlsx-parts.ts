/**
 * The parts of a workbook: its archive, its list of sheets, its shared texts.
 *
 * A workbook (ECMA-376) is a ZIP archive of XML parts; relationships say which part is which. Only the parts asked
 * for are unpacked.
 */
import type { Parts, Sheet } from './sheet.js';
import { readSheet } from './xlsx-sheet.js';
import { attribute, nextTag, openXml, plainText } from './xml-scan.js';

/** Whether an archive with these members (in lower case) is such a workbook. */
export const isXlsx = (names: readonly string[]): boolean =>
  names.includes('_rels/.rels') &&
  !names.includes('xl/workbook.bin') &&
  names.some((name) => /workbook\d*\.xml$/.test(name));

/** The sheets in order; null where the list of them is missing. */
export function xlsxSheets(part: Parts): Sheet[] | null {
  const root = relations(part('_rels/.rels') ?? '', '').find((r) => r.type === 'officeDocument');
  const bookPath = root?.path ?? 'xl/workbook.xml';
  const slash = bookPath.lastIndexOf('/');
  const folder = bookPath.slice(0, slash + 1);
  const book = part(bookPath);
  const linked = part(`${folder}_rels/${bookPath.slice(slash + 1)}.rels`);
  if (book === null || linked === null) return null;
  const links = relations(linked, folder);
  const textsPath = links.find((link) => link.type === 'sharedStrings')?.path;
  let shared: string[] | null = null;
  const texts = (): string[] =>
    (shared ??= textsPath === undefined ? [] : sharedTexts(part(textsPath) ?? ''));
  return sheetsOf(book, new Map(links.map((link) => [link.id, link.path]))).map(({ name, path, hidden }) => ({
    name,
    hidden,
    rows: (mostRows) => readSheet(part(path) ?? '', texts(), mostRows),
  }));
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

function relations(xml: string, folder: string): Relation[] {
  const found: Relation[] = [];
  const cursor = openXml(xml);
  while (nextTag(cursor)) {
    if (cursor.name !== 'Relationship' || cursor.kind === 'close') continue;
    const target = attribute(cursor, 'Target') ?? '';
    found.push({
      id: attribute(cursor, 'Id') ?? '',
      type: (attribute(cursor, 'Type') ?? '').split('/').pop()!,
      path: target.startsWith('/') ? target.slice(1) : folder + target,
    });
  }
  return found;
}

function sheetsOf(
  xml: string,
  paths: ReadonlyMap<string, string>,
): { name: string; path: string; hidden: boolean }[] {
  const sheets: { name: string; path: string; hidden: boolean }[] = [];
  const cursor = openXml(xml);
  while (nextTag(cursor)) {
    if (cursor.name !== 'sheet' || cursor.kind === 'close') continue;
    const tag = cursor.xml.slice(cursor.tagStart, cursor.tagEnd);
    const id = /\s[\w]+:id=["']([^"']*)["']/.exec(tag)?.[1] ?? '';
    const path = paths.get(id);
    const hidden = (attribute(cursor, 'state') ?? 'visible') !== 'visible';
    if (path !== undefined) sheets.push({ name: attribute(cursor, 'name') ?? '', path, hidden });
  }
  return sheets;
}

/** The shared texts in order; runs of rich text are joined, phonetic guides left out. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  const cursor = openXml(xml);
  let runs = '';
  let phonetic = false;
  while (nextTag(cursor)) {
    if (cursor.name === 'rPh') phonetic = cursor.kind === 'open';
    else if (cursor.name === 't' && cursor.kind === 'open') {
      const from = cursor.tagEnd;
      nextTag(cursor);
      if (!phonetic) runs += plainText(xml.slice(from, cursor.tagStart));
    } else if (cursor.name === 'si' && cursor.kind !== 'open') {
      texts.push(runs);
      runs = '';
    }
  }
  return texts;
}
