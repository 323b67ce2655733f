/**
 * A result on three or more layers taken apart into results on two.
 *
 *     shared_icb_ltla, parts_icb_ltla, shared_icb_utla …   becomes   shared, parts of icb and ltla; shared … of icb and utla
 *
 * What follows the first word of a name says whose the table is and is never looked into: tables with the same ending
 * belong together, whatever the layers are called.
 */
import type { Result } from '../result/result.js';

/** First words of the tables that quantities and items of two layers are read from. */
const OF_TWO = ['shared', 'overlap', 'units', 'patches', 'border', 'metrics', 'tests'];

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
        tables: OF_TWO.flatMap((first) => {
          const table = result.tables.find(({ name }) => name === first + suffix);
          return table === undefined ? [] : [{ ...table, name: first }];
        }),
      },
    })),
  ];
}
