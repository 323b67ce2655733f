/**
 * The shapes that a map draws: not those of pieces too small to matter, which stand in their table alone.
 */
import { columnAbout } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import type { ShapeRecord } from '../result/shape-record.js';

/** A shape with the number of its row in its table. */
export interface DrawnShape extends ShapeRecord {
  readonly row: number;
}

/** Shapes in the order of the result; one of a table that does not say what matters is drawn. */
export function drawnShapes(result: Result): DrawnShape[] {
  const seen = new Map<string, number>();
  const saysSo = new Map(
    result.tables.map((table) => {
      const column = columnAbout(table, { role: 'matters' });
      return [table.name, column < 0 ? null : table.columns[column]!.heading];
    }),
  );
  return (result.shapes ?? []).flatMap((shape) => {
    const row = seen.get(shape.table) ?? 0;
    seen.set(shape.table, row + 1);
    const heading = saysSo.get(shape.table) ?? null;
    return heading !== null && shape.properties[heading] === false ? [] : [{ ...shape, row }];
  });
}
