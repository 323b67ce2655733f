/**
 * A table of weights by block and unit with each pair counted once and its codes in one spelling.
 */
import { countOnce, isBreakdown } from '../layer/count-once.js';
import { rowsRead } from '../layer/columns-taken.js';
import { columnNamed, headingKey, type Table } from '../layer/table.js';
import { tidyCode } from '../layer/tidy-codes.js';
import { unknownWeights } from '../layer/unknown-weights.js';
import {
  recogniseWeighted,
  type MadeOfRows,
  type WeightedColumns,
} from '../measures/derive/weighted-lookup.js';
import { gridTable } from '../read/table/grid-table.js';

/** The table with one row for each block and unit, and what it was made of; the same where its columns are not known. */
export function weightsOnce(
  table: Table,
  given: WeightedColumns | null,
): { readonly table: Table; readonly made: MadeOfRows | null } {
  const named = given ?? recogniseWeighted(table);
  if (named === null) return { table, made: null };
  const [member, group, weight] = [named.member, named.group, named.weight].map((name) =>
    columnNamed(table, name),
  ) as [number, number, number];
  const breakdowns = table.headings.flatMap((heading, at) =>
    ![member, group, weight].includes(at) && isBreakdown(headingKey(heading)) ? [at] : [],
  );
  const { rows, values, stands, notes } = countOnce(table, {
    keys: [member, group],
    value: weight,
    thing: 'weights',
    breakdowns,
  });
  const cell = (column: number, row: number): string | number | null => {
    if (column === weight) return Number.isNaN(values[row]!) ? null : values[row]!;
    if (breakdowns.includes(column)) return 'All';
    const text = table.text(column, rows[row]!);
    return column === member ? tidyCode(text) : text;
  };
  const frame = { ...table, notes: [], place: (row: number): string => table.place(rows[row]!) };
  const once = gridTable(frame, rows.length, cell);
  return {
    table: {
      ...once,
      notes: [
        ...table.notes,
        ...notes.filter(({ id }) => id.startsWith('breakdown')),
        ...unknownWeights(once, { member, group, weight }),
      ],
    },
    made: { read: rowsRead(table), stands },
  };
}
