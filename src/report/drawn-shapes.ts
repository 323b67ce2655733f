/**
 * The shapes that a map draws: not those of pieces too small to matter, which stand in their table alone, and not those
 * that are drawn only for files of shapes, so that a page is the same whatever else a run writes.
 */
import { columnAbout } from '../result/find-column.js';
import { textOf } from '../story/cells.js';
import { coverFacts } from '../story/cover-facts.js';
import type { ReportRecord, Result } from '../result/result.js';
import type { ShapeRecord } from '../result/shape-record.js';

/** A shape with the number of its row in its table. */
export interface DrawnShape extends ShapeRecord {
  readonly row: number;
}

/** By command, the table whose rows are drawn only where a file of shapes is asked for. */
const FOR_FILES_ALONE: Readonly<Record<string, string>> = {
  overlap: 'overlap',
  compare: 'transfers',
  'suggest neighbourhoods': 'neighbourhoods',
};

/** The shapes that are drawn whatever is asked, in their order. */
export function shapesOfMaps(result: Result): readonly ShapeRecord[] {
  const alone: Pick<ReportRecord, 'command' | 'tables'> = { command: result.command, tables: {} };
  const parts = result.reports ?? [alone];
  const apart = parts.flatMap(({ command, tables }) => {
    const own = FOR_FILES_ALONE[command];
    return own === undefined ? [] : [tables[own] ?? own];
  });
  return (result.shapes ?? []).filter(({ table }) => !apart.includes(table));
}

/**
 * Shapes in the order of the result; one of a table that does not say what matters is drawn. Gaps and doubles of a country
 * that is not counted are not.
 */
export function drawnShapes(result: Result): DrawnShape[] {
  const isCounted = countedPieces(result);
  const seen = new Map<string, number>();
  const saysSo = new Map(
    result.tables.map((table) => {
      const column = columnAbout(table, { role: 'matters' });
      return [table.name, column < 0 ? null : table.columns[column]!.heading];
    }),
  );
  return shapesOfMaps(result).flatMap((shape) => {
    const row = seen.get(shape.table) ?? 0;
    seen.set(shape.table, row + 1);
    const heading = saysSo.get(shape.table) ?? null;
    const isSmall = heading !== null && shape.properties[heading] === false;
    return isSmall || !isCounted(shape.table, row) ? [] : [{ ...shape, row }];
  });
}

/** Whether the row of a table is told of: a gap or a double is where its parent is one that is to be covered. */
function countedPieces(result: Result): (table: string, row: number) => boolean {
  const facts = coverFacts(result);
  if (facts === null || facts.abroad.length === 0) return () => true;
  const asked = new Set(facts.ofParents.map(({ code }) => code));
  const parents = new Map(
    result.tables
      .filter(({ name }) => name === 'gaps' || name === 'doubles')
      .map((table) => [table.name, { table, code: columnAbout(table, { role: 'unit', kind: 'code' }) }]),
  );
  return (name, row) => {
    const found = parents.get(name);
    return found === undefined || asked.has(textOf(found.table.rows[row]?.[found.code]));
  };
}
