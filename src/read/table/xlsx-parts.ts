/**
 * The parts of a workbook: its archive, its list of sheets, its shared texts.
 *
 * A workbook (ECMA-376) is a ZIP archive of XML parts; relationships say which part is which. Only the parts asked
 * for are unpacked, and none that claims to be larger than the bound.
 */
import { InputError } from '../../trouble/input-error.js';
import { attribute, nextTag, openXml, plainText } from './xml-scan.js';

/** Largest part that is unpacked, in bytes; the largest published population sheets are about 200 MB. */
export const PART_LIMIT = 480 * 1024 * 1024;

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[];
  readonly sharedTexts: readonly string[];
  /** The XML of a part. */
  readonly part: (path: string) => string;
}

/** Opens the archive; throws InputError where it is no workbook. */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw notWorkbook(bytes, fileName);
  const { unzipSync } = await import('fflate');
  const unpack = (wanted: string): string | null => {
    const key = wanted.toLowerCase();
    let tooLarge = false;
    let found: Uint8Array | undefined;
    try {
      const files = unzipSync(bytes, {
        filter: (file) => {
          const match = file.name.toLowerCase() === key;
          tooLarge ||= match && file.originalSize > PART_LIMIT;
          return match && file.originalSize <= PART_LIMIT;
        },
      });
      found = Object.values(files)[0];
    } catch {
      throw notWorkbook(bytes, fileName);
    }
    if (tooLarge) {
      throw new InputError({
        id: 'workbook-too-large',
        file: fileName,
        message: `${wanted} unpacks to more than ${PART_LIMIT / 1024 / 1024} MB`,
        hint: 'Save the sheet you need as CSV.',
      });
    }
    return found === undefined ? null : new TextDecoder().decode(found);
  };
  const part = (path: string): string => {
    const xml = unpack(path);
    if (xml === null) throw notWorkbook(bytes, fileName);
    return xml;
  };

  const root = relations(unpack('_rels/.rels') ?? '', '').find((r) => r.type === 'officeDocument');
  const bookPath = root?.path ?? 'xl/workbook.xml';
  const slash = bookPath.lastIndexOf('/');
  const folder = bookPath.slice(0, slash + 1);
  const links = relations(part(`${folder}_rels/${bookPath.slice(slash + 1)}.rels`), folder);
  const texts = links.find((link) => link.type === 'sharedStrings');
  return {
    sheets: sheetsOf(part(bookPath), new Map(links.map((link) => [link.id, link.path]))),
    sharedTexts: texts === undefined ? [] : sharedTexts(part(texts.path)),
    part,
  };
}

function notWorkbook(bytes: Uint8Array, fileName: string): InputError {
  const old = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  return new InputError({
    id: 'not-workbook',
    file: fileName,
    message: old ? 'an old Excel workbook (.xls), or one with a password' : 'not an Excel workbook (.xlsx)',
    hint: 'Save it as an .xlsx workbook without a password, or as CSV.',
  });
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

function sheetsOf(xml: string, paths: ReadonlyMap<string, string>): Workbook['sheets'] {
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
