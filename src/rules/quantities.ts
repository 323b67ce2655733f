/**
 * Every quantity of a result that a rule can be about. docs/rules.md lists them.
 */
import type { Result } from '../result/result.js';
import { alignQuantities } from './align-quantities.js';
import { differencingQuantities } from './differencing-quantities.js';
import { coverageQuantities, SIZE_QUANTITIES, sizeQuantity } from './coverage-quantities.js';
import { pairResults } from './pair-results.js';
import type { Quantity } from './quantity.js';
import { tableNamed } from './read-tables.js';
import { runQuantities } from './run-quantities.js';
import { sharedQuantities } from './shared-quantities.js';
import { timelineQuantities } from './timeline-quantities.js';

/**
 * Quantities by name; where two have one name the first stands. A result on three or more layers has those of each
 * two layers with both ids after the name: `shared_units_icb_ltla`. Of `asked`, names with a number in them
 * (`neighbourhoods_under_30000`) are worked out and added.
 */
export function quantitiesOf(result: Result, asked: readonly string[] = []): ReadonlyMap<string, Quantity> {
  const found = new Map<string, Quantity>();
  const add = (quantities: readonly Quantity[], suffix: string): void => {
    for (const quantity of quantities) {
      const name = quantity.name + suffix;
      if (!found.has(name)) found.set(name, { ...quantity, name });
    }
  };
  for (const { suffix, result: pair } of pairResults(result)) {
    add([...sharedQuantities(pair), ...alignQuantities(pair)], suffix.toLowerCase());
  }
  add(timelineQuantities(result), '');
  add(coverageQuantities(result), '');
  add(differencingQuantities(result), '');
  add(runQuantities(result), '');
  for (const name of asked) add(sizeQuantity(result, name), '');
  return found;
}

/** Names for people, sorted: what a rule on this result can be about. */
export function quantityNames(result: Result, quantities: ReadonlyMap<string, Quantity>): string[] {
  const sizes = tableNamed(result, 'neighbourhoods') === null ? [] : SIZE_QUANTITIES;
  return [...quantities.keys(), ...sizes].sort();
}
