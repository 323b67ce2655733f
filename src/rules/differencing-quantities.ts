/**
 * Quantities of a differencing report.
 *
 *     differenced   groups of fewer people than asked that can be had by subtraction
 */
import type { Result } from '../result/result.js';
import { moreIsWorse, type Quantity } from './quantity.js';
import { tableNamed } from './read-tables.js';

/** The quantities, none where the result has no such table. */
export function differencingQuantities(result: Result): Quantity[] {
  const table = tableNamed(result, 'differencing');
  return table === null
    ? []
    : moreIsWorse(
        'differenced',
        table.rows.length,
        'groups of fewer people than asked that can be had by subtraction',
      );
}
