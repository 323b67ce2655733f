/**
 * A result on three or more layers taken apart into results on two.
 *
 *     shared_icb_ltla, parts_icb_ltla, shared_icb_utla …   becomes   shared, parts of icb and ltla; shared … of icb and utla
 */
import type { Result } from '../result/result.js';

/**
 * The result itself with a blank suffix, unless it has no plain tables; and one result for each suffix that tables of
 * shared units carry.
 */
export function pairResults(result: Result): { suffix: string; result: Result }[] {
  const suffixes = result.tables.flatMap(({ name }) =>
    name.startsWith('shared_') ? [name.slice('shared'.length)] : [],
  );
  const own = suffixes.length === 0 || result.tables.some(({ name }) => name === 'shared');
  return [
    ...(own ? [{ suffix: '', result }] : []),
    ...suffixes.map((suffix) => ({
      suffix,
      result: {
        ...result,
        tables: result.tables.flatMap((table) =>
          table.name.endsWith(suffix) ? [{ ...table, name: table.name.slice(0, -suffix.length) }] : [],
        ),
      },
    })),
  ];
}
