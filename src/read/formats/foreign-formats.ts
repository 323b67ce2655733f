/**
 * Formats that the field hands out and that are not read: told by their content, and refused by their name with the way
 * out, which is one command or one click.
 */
import { InputError } from '../../trouble/input-error.js';
import { baseName, extensionOf, stemOf } from './format.js';
import { xmlRoot } from './xml-text.js';

/** The error for a file of a format that is known but not read, or null for any other. */
export function foreignFormat(bytes: Uint8Array, fileName: string): InputError | null {
  const text = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048)).replace(/^ï»¿/, '');
  const refuse = (name: string, hint: string): InputError =>
    new InputError({
      id: 'format-not-read',
      file: fileName,
      message: `the file is ${name}, which is not read`,
      hint,
    });
  if (text.startsWith('\xd0\xcf\x11\xe0')) {
    return refuse(
      'an old Excel workbook (.xls), or one with a password',
      'Save it as .xlsx without a password, or as .csv.',
    );
  }
  if (text.startsWith('%PDF-'))
    return refuse('a PDF document', 'Ask who published it for the boundaries as GeoJSON or GeoPackage.');
  if (/^(?:7z\xbc\xaf|Rar!)/.test(text))
    return refuse('a packed archive of another kind than zip', 'Unpack it and give the file inside.');
  const root = xmlRoot(bytes);
  return root === null ? null : foreignXml(bytes, root, refuse, fileName);
}

/** The command that makes a GeoPackage of a file. */
export const convertWith = (fileName: string): string => {
  const name = baseName(fileName.replace(/[/\\]+$/, ''));
  return `Convert it: ogr2ogr -f GPKG ${quoted(`${stemOf(name.replace(/\.zip$/i, ''))}.gpkg`)} ${quoted(name)}`;
};

const quoted = (name: string): string => (/^[\w.-]+$/.test(name) ? name : `"${name}"`);

function foreignXml(
  bytes: Uint8Array,
  root: string,
  refuse: (name: string, hint: string) => InputError,
  fileName: string,
): InputError | null {
  const text = new TextDecoder().decode(bytes.subarray(0, 65536));
  const bare = root.replace(/^.*:/, '');
  if (/^html$/i.test(bare)) {
    return refuse(
      `a web page (${said(text, /<title[^>]*>([\s\S]*?)<\/title>/i) || said(text, /<h1[^>]*>([\s\S]*?)<\/h1>/i) || 'without a title'})`,
      'Download the file itself: its address may have changed, or ask for a login.',
    );
  }
  if (/^(ExceptionReport|ServiceExceptionReport|Error)$/i.test(bare)) {
    const words = said(text, /<(?:\w+:)?(?:ExceptionText|ServiceException|Message)\b[^>]*>([\s\S]*?)<\//i);
    return new InputError({
      id: 'server-error',
      file: fileName,
      message: `it holds no features but a server’s answer: ${words || bare}`,
      hint: 'Mend the query or the address, and download it again.',
    });
  }
  if (extensionOf(fileName) === '.gpx' || bare === 'gpx')
    return refuse('GPX, which holds tracks', convertWith(fileName));
  return refuse(`XML of another kind (${root})`, convertWith(fileName));
}

/** What an element says, in one line without tags; '' where it is not there. */
function said(text: string, element: RegExp): string {
  const inner = element.exec(text)?.[1] ?? '';
  return inner
    .replace(/<!\[CDATA\[|\]\]>|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}
