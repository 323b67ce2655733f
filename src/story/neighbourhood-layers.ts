/**
 * Which layers of a result are neighbourhoods: they may overlap and they are meant to divide their parents, so what
 * they hold is never added up and a parent with several of them is not split.
 */
import { columnAbout } from '../result/find-column.js';
import type { Result } from '../result/result.js';

/** Ids of the layers that a coverage report has for neighbourhoods; those that were built overlap nowhere. */
export function neighbourhoodLayers(result: Result): Set<string> {
  if (result.command === 'suggest neighbourhoods') return new Set();
  return new Set(
    result.tables.flatMap((table) => {
      if (!/^neighbourhoods(_|$)/.test(table.name)) return [];
      const code = columnAbout(table, { role: 'unit', kind: 'code' });
      return table.columns[code]?.about.layer ?? [];
    }),
  );
}
