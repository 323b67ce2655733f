/**
 * Quantities of three and more vintages held against another layer: at the last vintage, and since the first.
 *
 *     shared_units, people_outside_main, share_outside_main    at the last vintage, against the first layer held against
 *     shared_units_change, people_outside_main_change          the same, less those at the first vintage
 *     …_against_ltla                                           of each layer held against
 *     worse_steps                                              steps at which more people came to be outside main
 */
import { columnAbout } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import type { Cell } from '../result/table.js';
import { moreIsWorse, type Quantity } from './quantity.js';
import { cellReader, tableNamed, textOf } from './read-tables.js';

/** The quantities; none of a result that is no timeline, or is held against nothing. */
export function timelineQuantities(result: Result): Quantity[] {
  const table = tableNamed(result, 'timeline');
  const outside = table === null ? -1 : columnAbout(table, { role: 'outside_main' });
  if (table === null || outside < 0) return [];
  const cell = cellReader(table);
  const measure = table.columns[outside]!.about.measure ?? null;
  const courses = new Map<string, (readonly Cell[])[]>();
  for (const row of table.rows) {
    const against = textOf(cell(row, 'against'));
    courses.set(against, [...(courses.get(against) ?? []), row]);
  }
  const number = (value: Cell | undefined): number | null => (typeof value === 'number' ? value : null);
  const [first] = courses.keys();
  return [...courses].flatMap(([against, rows]) => {
    const names = against === first ? ['', `_against_${against}`] : [`_against_${against}`];
    const shared = rows.map((row) => number(cell(row, 'units_shared')));
    const amounts = rows.map((row) => number(row[outside]));
    const percent = number(cell(rows[rows.length - 1]!, 'pct_outside_main'));
    const called = measure === null ? 'ha' : 'people';
    const held = `against ${against}`;
    return names.flatMap((name) => [
      ...moreIsWorse(
        `shared_units${name}`,
        shared.at(-1) ?? null,
        `units split at the last vintage, ${held}`,
      ),
      ...moreIsWorse(
        `shared_units_change${name}`,
        since(shared),
        `units split at the last vintage, less those at the first, ${held}`,
      ),
      ...moreIsWorse(
        `${called}_outside_main${name}`,
        amounts.at(-1) ?? null,
        `${called} outside the main unit at the last vintage, ${held}`,
      ),
      ...moreIsWorse(
        `${called}_outside_main_change${name}`,
        since(amounts),
        `${called} outside the main unit at the last vintage, less those at the first, ${held}`,
      ),
      ...moreIsWorse(
        `share_outside_main${name}`,
        percent === null ? null : percent / 100,
        `the same at the last vintage as a share of all, 0 to 1, ${held}`,
      ),
      ...moreIsWorse(
        `worse_steps${name}`,
        worse(amounts),
        `steps at which more came to be outside the main unit, ${held}`,
      ),
    ]);
  });
}

/** The last less the first; null where either is withheld. */
function since(values: readonly (number | null)[]): number | null {
  const [first, last] = [values[0] ?? null, values.at(-1) ?? null];
  return first === null || last === null ? null : last - first;
}

/** How many values are more than the one before; null where one is withheld. */
function worse(values: readonly (number | null)[]): number | null {
  if (values.includes(null)) return null;
  return values.filter((value, i) => i > 0 && value! > values[i - 1]!).length;
}
