/**
 * Columns that divide blocks over several rows, whatever they are called: found by what they hold.
 *
 *     E01000901  White   810        a label in every row, each once in a block, and one of them the total of the
 *     E01000901  Asian   200        others: the column divides the block, and everybody is counted once
 *     E01000901  All    1010
 *
 * Without a label for everybody nothing says that the parts are parts of one whole (patients of several practices,
 * years), so such rows are left as they are: repeated, and refused.
 */
import { labelRoles, type LabelledRow } from '../../layer/breakdown-labels.js';
import { parseNumber } from '../../layer/parse-number.js';
import type { Table } from '../../layer/table.js';

/** Text columns with a label for everybody that tell the rows of a block apart which `others` leave alike. */
export function furtherBreakdowns(
  table: Table,
  code: number,
  value: number,
  others: readonly number[],
): number[] {
  const alike = rowsAlike(table, [code, ...others]);
  if (alike.length === 0) return [];
  const numbers = table.numbers(value).values;
  return table.headings.flatMap((_, column) => {
    if (column === code || column === value || others.includes(column)) return [];
    const labels = table.distinct(column);
    // Numbers are no labels here: years are not parts of one another.
    if (labels.values.length < 2 || labels.values.every((label) => !Number.isNaN(parseNumber(label))))
      return [];
    const labelled = (row: number): LabelledRow => ({ label: labels.index[row]!, value: numbers[row]! });
    const tellsApart = alike.every(
      (rows) => new Set(rows.map((row) => labels.index[row])).size === rows.length,
    );
    if (!tellsApart) return [];
    const { isTotal } = labelRoles(
      labels.values,
      alike.map((rows) => rows.map(labelled)),
    );
    return isTotal.some(Boolean) ? [column] : [];
  });
}

/** The rows that have the same labels in all of some columns, of those that are not alone. */
function rowsAlike(table: Table, columns: readonly number[]): number[][] {
  const distinct = columns.map((column) => table.distinct(column));
  if (distinct.some(({ values }) => values.length === table.rowCount)) return [];
  const groups = new Map<number, number[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const key = distinct.reduce((number, { values, index }) => number * values.length + index[row]!, 0);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].filter((rows) => rows.length > 1);
}
