/**
 * Which units a result says are shared between units of another layer.
 */
import type { Result } from '../../result/result.js';

/** Layer id and code, with a blank between, of every row of the tables of shared units. */
export function sharedUnits(result: Result): Set<string> {
  const shared = new Set<string>();
  for (const { name, columns, rows } of result.tables) {
    const [first] = columns;
    if (!/^shared(_|$)/.test(name) || first === undefined || !first.heading.endsWith('_code')) continue;
    const layer = first.heading.slice(0, -'_code'.length);
    for (const row of rows) shared.add(`${layer} ${String(row[0])}`);
  }
  return shared;
}
