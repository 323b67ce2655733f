/**
 * Which units a result says are shared between units of another layer.
 */
import { columnAbout } from '../../result/find-column.js';
import type { Result } from '../../result/result.js';

/** Layer id and code, with a blank between, of every row of the tables of shared units. */
export function sharedUnits(result: Result): Set<string> {
  const shared = new Set<string>();
  for (const table of result.tables) {
    if (!/^shared(_|$)/.test(table.name)) continue;
    const code = columnAbout(table, { role: 'unit', kind: 'code' });
    const layer = table.columns[code]?.about.layer;
    if (layer === undefined) continue;
    for (const row of table.rows) shared.add(`${layer} ${String(row[code])}`);
  }
  return shared;
}
