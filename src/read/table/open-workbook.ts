/**
 * A workbook of Excel (.xlsx) or OpenDocument (.ods), told by its content: its sheets and their rows.
 */
import { InputError } from '../../trouble/input-error.js';
import { isZip } from '../formats/packed-kinds.js';
import { readZipDirectory, unpackMember, type ZipDirectory } from '../formats/zip-directory.js';
import { isOds, odsSheets } from './ods.js';
import type { Parts, Sheet } from './sheet.js';
import { isXlsx, xlsxSheets } from './xlsx-parts.js';

/** Largest part that is unpacked, in bytes; the largest published population sheets are about 200 MB. */
const PART_LIMIT = 480 * 1024 * 1024;

/** Whether an archive is a workbook. */
export const isWorkbookArchive = ({ members }: Pick<ZipDirectory, 'members'>): boolean => {
  const names = members.map(({ name }) => name.toLowerCase());
  return isXlsx(names) || isOds(names) || isBinaryWorkbook(names);
};

const isBinaryWorkbook = (names: readonly string[]): boolean => names.includes('xl/workbook.bin');

/** The sheets of a workbook in order; throws InputError where it is none, or a part of it is damaged. */
export function openWorkbook(bytes: Uint8Array, fileName: string): readonly Sheet[] {
  if (!isZip(bytes)) throw notWorkbook(bytes, fileName);
  const { members } = readZipDirectory(bytes, fileName, Infinity);
  const names = members.map(({ name }) => name.toLowerCase());
  const part: Parts = (path) => {
    const member = members.find(({ name }) => name.toLowerCase() === path.toLowerCase());
    if (member === undefined) return null;
    if (member.size > PART_LIMIT) throw tooLarge(fileName, path);
    return new TextDecoder().decode(unpackMember(bytes, member, fileName));
  };
  const sheets = isOds(names) ? odsSheets(part, fileName) : isXlsx(names) ? xlsxSheets(part) : null;
  if (sheets === null) throw notWorkbook(bytes, fileName, isBinaryWorkbook(names));
  return sheets;
}

function notWorkbook(bytes: Uint8Array, fileName: string, isBinary = false): InputError {
  const old = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  return new InputError({
    id: 'not-workbook',
    file: fileName,
    message: old
      ? 'an old Excel workbook (.xls), or one with a password'
      : isBinary
        ? 'a binary Excel workbook (.xlsb)'
        : 'not an Excel workbook (.xlsx)',
    hint: 'Save it as an .xlsx workbook without a password, or as CSV.',
  });
}

const tooLarge = (file: string, part: string): InputError =>
  new InputError({
    id: 'workbook-too-large',
    file,
    message: `${part} unpacks to more than ${PART_LIMIT / 1024 / 1024} MB`,
    hint: 'Save the sheet you need as CSV.',
  });
