/**
 * A table of finer rows with the columns of the coarser rows that they are parts of.
 *
 *     atoms   icb  people        wards   atom  ward  people         icb  ward  people
 *             Q1   30                    1     W1    10        ──►  Q1   W1    10
 *             Q2   12                    1     W2    20             Q1   W2    20
 *                                        2     W3    12             Q2   W3    12
 */
import { columnNamed, type DistinctColumn, type Table } from './table.js';

/**
 * One row for each row of `parts`, whose column `key` names a row of `wholes`, counted from 1; where both have a heading, that
 * of the parts stands. Throws a plain Error where a part names no row.
 */
export function joinRows(wholes: Table, parts: Table, key: string): Table {
  const keyColumn = columnNamed(parts, key);
  const named = parts.numbers(keyColumn).values;
  const stray = named.findIndex((row) => !(row >= 1 && row <= wholes.rowCount));
  if (stray >= 0) throw new Error(`${parts.fileName}, ${parts.place(stray)}: '${key}' names no row`);
  const rowOf = Int32Array.from(named, (row) => row - 1);
  const own = parts.headings.flatMap((heading, column) =>
    column === keyColumn ? [] : [{ heading, table: parts, column }],
  );
  const columns = [
    ...wholes.headings.flatMap((heading, column) =>
      parts.headings.includes(heading) ? [] : [{ heading, table: wholes, column }],
    ),
    ...own,
  ];
  const rowIn = (table: Table, row: number): number => (table === parts ? row : rowOf[row]!);
  return {
    fileName: wholes.fileName,
    sheet: null,
    headings: columns.map(({ heading }) => heading),
    rowCount: parts.rowCount,
    notes: [...wholes.notes, ...parts.notes],
    text: (at, row) => columns[at]!.table.text(columns[at]!.column, rowIn(columns[at]!.table, row)),
    numbers: (at) => {
      const { table, column } = columns[at]!;
      const numbers = table.numbers(column);
      return table === parts
        ? numbers
        : { ...numbers, values: Float64Array.from(rowOf, (row) => numbers.values[row]!) };
    },
    distinct: (at): DistinctColumn => {
      const { table, column } = columns[at]!;
      const distinct = table.distinct(column);
      return table === parts
        ? distinct
        : { ...distinct, index: Int32Array.from(rowOf, (row) => distinct.index[row]!) };
    },
    place: (row) => parts.place(row),
  };
}
