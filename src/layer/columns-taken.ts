/**
 * What a reader of tables puts in the record of its reading: columns by their headings, rows as they stand in the file.
 */
import type { CountOf, FieldReason, FieldTaken, FieldUse } from '../trouble/reading-record.js';
import { codeKind } from './code-kind.js';
import type { Table } from './table.js';

/** A column that was taken for something, with others that could have been; none where there is no such column (-1). */
export function columnTaken(
  { headings }: Table,
  use: FieldUse,
  column: number,
  why: FieldReason,
  candidates: readonly number[] = [],
): FieldTaken[] {
  if (column < 0) return [];
  const others = candidates.filter((other) => other !== column).map((other) => headings[other]!);
  return [{ use, field: headings[column]!, why, candidates: others }];
}

/** Rows of a table, those below it that are no part of it among them. */
export const rowsRead = ({ rowCount, notes }: Table): number =>
  notes.reduce((sum, { id, counts }) => sum + (id === 'rows-below-table' ? counts['rows']! : 0), rowCount);

/** So many blocks, called by what the first and the last of their codes say they are. */
export function blocksCounted(codes: readonly string[]): CountOf {
  const [kind, last] = [codes[0], codes.at(-1)].map((code) => (code === undefined ? null : codeKind(code)));
  return { count: codes.length, one: 'block', many: kind === last ? (kind ?? 'blocks') : 'blocks' };
}

/** So many units. */
export const unitsCounted = (count: number): CountOf => ({ count, one: 'unit', many: 'units' });
