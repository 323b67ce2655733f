/**
 * XML bytes as text, and what kind of XML they are by their first element.
 */
import { InputError } from '../../trouble/input-error.js';

/** The name of the first element as it is written (`kml`, `ogr:FeatureCollection`), or null where the bytes are no XML. */
export function xmlRoot(bytes: Uint8Array): string | null {
  const text = decoded(bytes.subarray(0, 65536), 'utf-8').replace(/^\uFEFF/, '');
  if (!/^\s*</.test(text)) return null;
  const bare = text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<\?[\s\S]*?(?:\?>|$)/g, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>/i, '');
  return /^\s*<([A-Za-z_][\w.:-]*)/.exec(bare)?.[1] ?? (/^\s*<!DOCTYPE\s+html/i.test(text) ? 'html' : null);
}

/** The whole as text, in the encoding that its first line states. Throws InputError where that is not known. */
export function xmlText(bytes: Uint8Array, fileName: string): string {
  const stated = /^(?:\uFEFF|ï»¿)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(
    decoded(bytes.subarray(0, 200), 'windows-1252'),
  )?.[1];
  try {
    return decoded(bytes, stated ?? 'utf-8').replace(/^\uFEFF/, '');
  } catch {
    throw new InputError({
      id: 'encoding-unknown',
      file: fileName,
      message: `its first line says that it is in '${stated}', an encoding that is not known`,
      hint: 'Save it as UTF-8.',
    });
  }
}

/** Text by its byte-order mark, else in the encoding given. Throws RangeError for one that is not known. */
function decoded(bytes: Uint8Array, label: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder(label).decode(bytes);
}
