/**
 * MapInfo: a table (.tab with .dat, .map and .id beside it) or an interchange file (.mif with .mid).
 */
import { InputError } from '../../trouble/input-error.js';
import { convertedFormat, type HandedOver } from './converted.js';
import { extensionOf, memberName, stemOf, type ReadingTools } from './format.js';

/** The beginning of either, as text. */
const beginning = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048)).replace(/^ï»¿/, '');

const isTable = (bytes: Uint8Array): boolean => /^\s*!table\b/i.test(beginning(bytes));
const isInterchange = (bytes: Uint8Array): boolean =>
  /^\s*version\s+\d+\s[\s\S]*\bcolumns\s+\d+/i.test(beginning(bytes));

export const mapinfo = convertedFormat({
  id: 'mapinfo',
  name: 'a MapInfo file',
  extensions: ['.mif', '.tab'],
  siblingExtensions: ['.dat', '.map', '.id', '.ind', '.mid'],
  detect: (bytes) => isTable(bytes) || isInterchange(bytes),
  filesOf: (bytes, fileName, tools) =>
    isTable(bytes)
      ? together(bytes, fileName, '.tab', partsOf(bytes), tools)
      : together(bytes, fileName, '.mif', ['.mid'], tools),
});

/** The parts a table cannot be read without: a table of text refers to no map. */
const partsOf = (bytes: Uint8Array): string[] =>
  /\btype\s+native\b/i.test(beginning(bytes)) ? ['.dat', '.map', '.id'] : ['.dat'];

function together(
  bytes: Uint8Array,
  fileName: string,
  ending: string,
  needed: readonly string[],
  { siblings = {} }: ReadingTools,
): HandedOver {
  const missing = needed.filter((part) => siblings[part] === undefined);
  const stem = stemOf(memberName(fileName));
  if (missing.length > 0) {
    throw new InputError({
      id: 'mapinfo-parts-missing',
      file: fileName,
      message: `it is one part of a MapInfo layer, and ${missing.map((part) => stem + part).join(', ')} ${missing.length === 1 ? 'is' : 'are'} not beside it`,
      hint: `Copy all of its parts to the same folder: ${[extensionOf(fileName) || ending, ...needed].join(', ')}.`,
    });
  }
  const parts = Object.entries(siblings).map(([part, content]) => ({ name: stem + part, bytes: content }));
  return { files: [{ name: stem + ending, bytes }, ...parts], main: stem + ending };
}
