/**
 * The order in which people read the rows of a table: of the table of overlaps the pairs that lie partly in one another
 * come first, those of the unit with most outside its main partner before all. The CSV keeps its own order.
 *
 *     Hart  Frimley              partial
 *     Hart  Hampshire            partial
 *     …
 *     Rushmoor  Frimley          contains
 */
import { columnHeaded } from '../result/find-column.js';
import type { Cell, Table } from '../result/table.js';

/** `split` is the layer whose units are told about, null where none is; rows of every other table stay as they are. */
export function rowsForReading(table: Table, split: string | null): Table {
  const relation = columnHeaded(table, 'relation');
  if (relation < 0 || !table.rows.some((row) => row[relation] === 'partial')) return table;
  const isPartial = (row: readonly Cell[]): boolean => row[relation] === 'partial';
  const partial = table.rows.filter(isPartial);
  const amount = amountPlace(table);
  const unit = splitUnitPlace(table, split);
  const sizeOf = (row: readonly Cell[]): number => (typeof row[amount] === 'number' ? row[amount] : 0);
  const byUnit = new Map<Cell, (readonly Cell[])[]>();
  for (const row of partial) byUnit.set(row[unit]!, [...(byUnit.get(row[unit]!) ?? []), row]);
  const groups = [...byUnit.values()].map((rows) => {
    const sorted = [...rows].sort((x, y) => sizeOf(y) - sizeOf(x));
    return { rows: sorted, outside: sorted.slice(1).reduce((sum, row) => sum + sizeOf(row), 0) };
  });
  groups.sort((x, y) => y.outside - x.outside);
  return {
    ...table,
    rows: [...groups.flatMap(({ rows }) => rows), ...table.rows.filter((row) => !isPartial(row))],
  };
}

/** People, or hectares where nobody was counted. */
function amountPlace({ columns }: Table): number {
  const of = (kind: string): number =>
    columns.findIndex((column) => column.kind === kind && column.about.role === 'amount');
  return of('people') < 0 ? of('hectares') : of('people');
}

/** The column of codes of the layer whose units are split, else of the last. */
function splitUnitPlace({ columns }: Table, split: string | null): number {
  const codes = columns.flatMap(({ kind, about }, i) =>
    kind === 'code' && about.role === 'unit' ? [i] : [],
  );
  return codes.find((i) => columns[i]!.about.layer === split) ?? codes.at(-1) ?? 0;
}
