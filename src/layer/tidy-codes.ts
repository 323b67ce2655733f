/**
 * One spelling for each code: `zz11aa`, `ZZ11AA` and `ZZ1  1AA` are the postcode ZZ1 1AA, `a81001` is the practice
 * A81001, and `E01000001 : City of London 001A` is E01000001.
 *
 * Only codes of a known shape are touched, and only in a list that holds little else: made-up codes stay as they are.
 */
import { codeKind } from './code-kind.js';
import { codeWithName } from './code-with-name.js';
import { comparable } from '../trouble/order.js';
import type { DistinctColumn, Table } from './table.js';

const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/** Codes that need nothing done: by far the most. */
const TIDY = /^(?:[A-Z]\d{5,8}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})$/;

/** Share of the codes that must have a known shape. */
const MOST = 0.9;

/** A code as it is published; the same text where its shape is not known. */
export function tidyCode(code: string): string {
  if (TIDY.test(code)) return code;
  const folded = comparable(code).replace(/^['’]/, '');
  const postcode = POSTCODE.exec(folded);
  if (postcode !== null) return `${postcode[1]!} ${postcode[2]!}`;
  if (codeKind(folded) !== null) return folded;
  return codeWithName(code)?.code ?? code;
}

/** Lists of codes that need nothing done: several files may have the same list. */
const tidyLists = new WeakSet<readonly string[]>();

/** The distinct codes of a column in one spelling; codes that were spelt in two ways are one. */
export function tidyColumn(table: Table, column: number): DistinctColumn {
  const { values, index } = table.distinct(column);
  if (tidyLists.has(values)) return { values, index };
  const tidy = values.map(tidyCode);
  if (tidy.every((code, at) => code === values[at]!)) {
    tidyLists.add(values);
    return { values, index };
  }
  const shaped = tidy.filter((code) => codeKind(code) !== null).length;
  if (shaped < MOST * tidy.filter((code) => code !== '').length) return { values, index };
  const at = new Map<string, number>();
  for (const code of tidy) if (!at.has(code)) at.set(code, at.size);
  return { values: [...at.keys()], index: index.map((value) => at.get(tidy[value]!)!) };
}

/** Names that stand in the cells of a column with their codes, by code; the first of each. */
export function namesInCells(table: Table, column: number): Map<string, string> {
  const names = new Map<string, string>();
  for (const cell of table.distinct(column).values) {
    const both = TIDY.test(cell) ? null : codeWithName(cell);
    if (both !== null && !names.has(both.code)) names.set(both.code, both.name);
  }
  return names;
}
