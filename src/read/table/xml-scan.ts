/**
 * A small pull scan of XML: one tag after another, and the text between two tags.
 *
 * Enough for the parts of a workbook and nothing more: names without their prefix, attributes looked up in the tag,
 * comments, instructions and declarations passed over, the five named entities and numbered characters. No entity
 * is ever defined or fetched.
 */

/** Where the scan stands; `nextTag` moves it on. */
export interface XmlCursor {
  readonly xml: string;
  /** Offset at which the current tag begins. */
  tagStart: number;
  /** Offset just after the current tag. */
  tagEnd: number;
  /** Name of the current tag without prefix. */
  name: string;
  kind: 'open' | 'close' | 'empty';
}

/** A scan before the first tag. */
export const openXml = (xml: string): XmlCursor => ({ xml, tagStart: 0, tagEnd: 0, name: '', kind: 'close' });

const SLASH = 47;

/** Moves to the next tag; false at the end. */
export function nextTag(cursor: XmlCursor): boolean {
  const { xml } = cursor;
  let start = xml.indexOf('<', cursor.tagEnd);
  while (start >= 0) {
    const sign = xml.charCodeAt(start + 1);
    if (sign !== 33 && sign !== 63) break;
    const close = xml.startsWith('<!--', start) ? '-->' : '>';
    const end = xml.indexOf(close, start);
    start = end < 0 ? -1 : xml.indexOf('<', end + close.length);
  }
  const end = start < 0 ? -1 : tagEndAfter(xml, start);
  if (end < 0) return false;
  const closing = xml.charCodeAt(start + 1) === SLASH;
  let from = start + (closing ? 2 : 1);
  let p = from;
  for (; p < end; p++) {
    const sign = xml.charCodeAt(p);
    if (sign === 58) from = p + 1;
    else if (sign === 62 || sign === SLASH || sign <= 32) break;
  }
  cursor.name = xml.slice(from, p);
  cursor.tagStart = start;
  cursor.tagEnd = end + 1;
  cursor.kind = closing ? 'close' : xml.charCodeAt(end - 1) === SLASH ? 'empty' : 'open';
  return true;
}

/** Offset of the `>` that ends a tag, or -1; one inside an attribute does not. */
function tagEndAfter(xml: string, start: number): number {
  let quote = 0;
  for (let p = start + 1; p < xml.length; p++) {
    const sign = xml.charCodeAt(p);
    if (quote !== 0) {
      if (sign === quote) quote = 0;
    } else if (sign === 34 || sign === 39) quote = sign;
    else if (sign === 62) return p;
  }
  return -1;
}

/** An attribute of the current tag, or null. */
export function attribute(cursor: XmlCursor, name: string): string | null {
  const tag = cursor.xml.slice(cursor.tagStart, cursor.tagEnd);
  for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
    const quote = tag.charAt(at + name.length + 1);
    if (tag.charCodeAt(at - 1) > 32 || tag.charAt(at + name.length) !== '=') continue;
    if (quote !== '"' && quote !== "'") continue;
    const from = at + name.length + 2;
    return plainText(tag.slice(from, tag.indexOf(quote, from)));
  }
  return null;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities and spreadsheet escapes (`_x000D_`) made characters. */
export function plainText(raw: string): string {
  const text = raw.includes('&')
    ? raw.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
        if (entity[0] !== '#') return NAMED[entity] ?? whole;
        const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : raw;
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
