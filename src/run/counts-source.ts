/**
 * The grammar of a table of people, blocks or services: `[name=]FILE[#inner][:COLUMN]`, where the column may be that of
 * the codes and that of the numbers, `CODES:COLUMN`, and headings may have colons in them.
 */
import { STANDARD_INPUT } from './files.js';
import type { CountsSource } from './request.js';

/** Reads it; a literal existing path wins. */
export function parseCounts(argument: string, exists: (path: string) => boolean): CountsSource {
  const isThere = (path: string): boolean => path === STANDARD_INPUT || exists(path);
  const named = /^([A-Za-z_][A-Za-z0-9_]*)=(.+)$/s.exec(argument);
  const isNamed = named !== null && !isThere(argument);
  const name = isNamed ? { name: named[1]! } : {};
  const rest = isNamed ? named[2]! : argument;
  if (isThere(rest)) return { ...name, path: rest };
  const colons = [...rest.matchAll(/:/g)].map(({ index }) => index).reverse();
  const isFile = (word: string): boolean => isThere(word) || isThere(word.replace(/#[^#]*$/, ''));
  const colon = colons.find((at) => at > 0 && isFile(rest.slice(0, at))) ?? -1;
  const file = colon > 0 ? rest.slice(0, colon) : rest;
  const column = file === rest ? {} : { column: rest.slice(colon + 1) };
  const hash = file.lastIndexOf('#');
  if (hash > 0 && !isThere(file) && isThere(file.slice(0, hash))) {
    return { ...name, path: file.slice(0, hash), inner: file.slice(hash + 1), ...column };
  }
  return { ...name, path: file, ...column };
}
