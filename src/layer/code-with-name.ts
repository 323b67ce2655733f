/**
 * Cells that hold a code and its name in one, as NOMIS and many reports write them.
 *
 *     E01000001 : City of London 001A      E01000001 - City of London 001A      City of London 001A (E01000001)
 *
 * Only codes of the statistics offices, of organisations of the NHS and of networks are looked for: nothing else is as
 * surely a code.
 */
export interface CodeWithName {
  readonly code: string;
  readonly name: string;
}

const CODE = '[A-Za-z]\\d{8}|[A-Za-z]\\d{5}';
const FIRST = new RegExp(`^(${CODE})\\s*[:|–—-]\\s*(\\S.*)$`, 's');
const SPACED = /^([A-Za-z]\d{8})\s+(\p{L}.*)$/su;
const LAST = new RegExp(`^(\\S.*?)\\s*(?:[:|–—-]\\s*(${CODE})|[([](${CODE})[)\\]])$`, 's');

/** The code and the name of a cell, or null where it is not both. */
export function codeWithName(cell: string): CodeWithName | null {
  const first = FIRST.exec(cell) ?? SPACED.exec(cell);
  if (first !== null) return { code: first[1]!.toUpperCase(), name: first[2]!.trim() };
  const last = LAST.exec(cell);
  return last === null ? null : { code: (last[2] ?? last[3]!).toUpperCase(), name: last[1]! };
}
