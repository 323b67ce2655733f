/**
 * The layers whose units a page knows: those on its map; where it has none, those that its tables name.
 */
import { columnAbout, columnsAbout } from '../../result/find-column.js';
import type { MapRecord } from '../../result/map-record.js';
import type { Result } from '../../result/result.js';
import { compareCodes } from '../../trouble/order.js';

/** Units that a page without a map lists by name; there are more only where a table is of small areas. */
const MOST_NAMED = 2000;

/** The layers in the order in which the page numbers them. */
export function pageLayers(result: Result): readonly MapRecord['layers'][number][] {
  if ((result.map?.layers.length ?? 0) > 0) return result.map!.layers;
  return result.layers.flatMap(({ id }) => {
    const units = namedUnits(result, id);
    if (units.size === 0 || units.size > MOST_NAMED) return [];
    const sorted = [...units].sort(([p], [q]) => compareCodes(p, q));
    return [{ id, units: sorted.map(([code, name]) => ({ code, name, polygons: [] })) }];
  });
}

/** Codes and names of a layer as the tables have them. */
function namedUnits({ tables }: Result, layer: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const table of tables) {
    for (const code of columnsAbout(table, { kind: 'code', layer })) {
      const { role } = table.columns[code]!.about;
      const name = columnAbout(table, { kind: 'name', layer, ...(role === undefined ? {} : { role }) });
      if (name < 0) continue;
      for (const row of table.rows) {
        const [unit, text] = [row[code], row[name]];
        if (typeof unit === 'string' && unit !== '' && typeof text === 'string') found.set(unit, text);
      }
    }
  }
  return found;
}
