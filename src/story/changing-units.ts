/**
 * The units that any proposal of a `scenario` changes, as they are now.
 */
import { columnsAbout } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import { textOf } from './cells.js';

/** Codes of the units, in the order of the table, and their layer's id; null for a result without proposals. */
export function changingUnits({
  tables,
}: Result): { readonly layer: string; readonly codes: ReadonlySet<string> } | null {
  const table = tables.find(({ name }) => /^transfers(_|$)/.test(name));
  if (table === undefined) return null;
  const [before, after] = columnsAbout(table, { role: 'unit', kind: 'code' });
  if (before === undefined || after === undefined) return null;
  const codes = new Set(table.rows.map((row) => textOf(row[before])).filter((code) => code !== ''));
  return codes.size === 0 ? null : { layer: table.columns[before]!.about.layer ?? '', codes };
}
