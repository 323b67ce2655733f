/**
 * Which encoding the texts of a .dbf are in: what the .cpg says, else UTF-8 if they are valid UTF-8, else what the
 * language byte of the header says, else Windows-1252.
 *
 * UTF-8 that is valid by chance does not occur in names, while many programs leave the language byte as it was. An
 * encoding that is stated but not known is refused: any other would damage the names without a word.
 */
import { InputError } from '../../trouble/input-error.js';
import { CODE_PAGES } from './code-pages.js';

/** Code pages by the language byte (offset 29), as dBase, FoxPro and ESRI number them. */
const PAGES: readonly (readonly [page: string, bytes: readonly number[]])[] = [
  ['437', [0x01, 0x09, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b]],
  ['850', [0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d, 0x25, 0x37]],
  ['852', [0x1f, 0x22, 0x23, 0x40, 0x64, 0x87]],
  ['737', [0x6a, 0x86]],
  ['857', [0x6b, 0x88]],
  ['860', [0x24]],
  ['861', [0x67]],
  ['863', [0x1c, 0x6c]],
  ['865', [0x08, 0x17, 0x66]],
  ['866', [0x26, 0x65]],
  ['874', [0x50, 0x7c]],
  ['932', [0x13, 0x7b]],
  ['936', [0x4d, 0x7a]],
  ['949', [0x4e, 0x79]],
  ['950', [0x4f, 0x78]],
  ['macroman', [0x04]],
  ['maccyrillic', [0x96]],
  ['maccenteuro', [0x97]],
  ['macgreek', [0x98]],
  ['1250', [0xc8]],
  ['1251', [0xc9]],
  ['1253', [0xcb]],
  ['1254', [0xca]],
  ['1257', [0xcc]],
];

/** Windows's own numbers for what others call by name. */
const NUMBERED: Readonly<Record<string, string>> = {
  '10000': 'macroman',
  '20127': 'windows-1252',
  '65001': 'utf-8',
};

/** What makes text of a cell's bytes. Throws InputError where the .cpg states an encoding that is not known. */
export function attributeDecoder(
  dbf: Uint8Array,
  cpg: Uint8Array | undefined,
  fileName: string,
): (cell: Uint8Array) => string {
  const stated = cpg === undefined ? '' : new TextDecoder().decode(cpg).split('\0')[0]!.trim();
  if (stated !== '') {
    const decoder = decoderOf(stated);
    if (decoder === null) throw unknownEncoding(fileName, stated);
    return decoder;
  }
  const page = isUtf8(dbf) ? 'utf-8' : (PAGES.find(([, bytes]) => bytes.includes(dbf[29]!))?.[0] ?? '1252');
  return decoderOf(page)!;
}

/** The decoder for a label (`UTF-8`, `1252`, `ANSI 1252`, `88591`, `OEM 850`, `CP437` …), or null if unknown. */
function decoderOf(label: string): ((cell: Uint8Array) => string) | null {
  const said = label
    .toLowerCase()
    .replace(/^(?:ansi|cp|ibm|oem|ms|windows)?[\s_-]*(\d+)$/, '$1')
    .replace(/^iso[\s_-]*8859/, '8859');
  const name = NUMBERED[said] ?? said;
  if (/^utf-?8$/.test(name)) return plain('utf-8');
  if (/^(1252|latin-?1|8859-?1|ascii|us-ascii|windows-1252)$/.test(name)) return plain('windows-1252');
  if (Object.hasOwn(CODE_PAGES, name)) return paged(CODE_PAGES[name]!);
  const iso = /^8859[\s_-]*(\d{1,2})$/.exec(name)?.[1];
  const labels = iso === undefined ? [name, `windows-${name}`, `ibm${name}`] : [`iso-8859-${iso}`];
  const known = [...labels, PLATFORM[name] ?? name].find(isKnown);
  return known === undefined ? null : plain(known);
}

/** What the platform calls encodings that others name by number or otherwise. */
const PLATFORM: Readonly<Record<string, string>> = {
  '932': 'shift_jis',
  '936': 'gbk',
  '949': 'euc-kr',
  '950': 'big5',
  macroman: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
};

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** Decodes by a table of the characters above ASCII. */
function paged(characters: string): (cell: Uint8Array) => string {
  const upper = [...characters];
  return (cell) =>
    Array.from(cell, (byte) => (byte < 128 ? String.fromCharCode(byte) : upper[byte - 128]!)).join('');
}

function plain(label: string): (cell: Uint8Array) => string {
  const decoder = new TextDecoder(label);
  return (cell) => decoder.decode(cell);
}

/** Whether all rows are valid UTF-8. */
function isUtf8(dbf: Uint8Array): boolean {
  const header = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength).getUint16(8, true);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(dbf.subarray(header));
    return true;
  } catch {
    return false;
  }
}

const unknownEncoding = (file: string, stated: string): InputError =>
  new InputError({
    id: 'encoding-unknown',
    file,
    message: `its .cpg says that the names are in '${stated.slice(0, 40)}', an encoding that is not known`,
    hint: 'Write its usual name in the .cpg (UTF-8, 1252, CP850), or take the .cpg away to have it told from the texts',
  });
