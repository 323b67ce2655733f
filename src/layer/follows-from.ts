/**
 * Whether one column of a table follows from another: whoever knows the one knows the other.
 *
 *     LSOA    council   ICB        the council follows from the LSOA, and the ICB too;
 *     E0101   E0701     E5401      the ICB does not follow from the council E0701, which lies in two
 *     E0102   E0701     E5402
 */
import type { Table } from './table.js';

/** True where the text of one column is the same in all rows that have the same text in the other. */
export function followsFrom(table: Table, column: number, from: number): boolean {
  const [texts, given] = [table.distinct(column), table.distinct(from)];
  const text = new Int32Array(given.values.length).fill(-1);
  return given.index.every((value, row) => {
    if (text[value] === -1) text[value] = texts.index[row]!;
    return text[value] === texts.index[row]!;
  });
}
