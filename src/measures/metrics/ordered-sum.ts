/**
 * Adds numbers up so that the order they arrive in cannot matter.
 *
 * Floating-point addition gives another last digit in another order. Every metric adds its terms, smallest first,
 * through this one function: a layer whose units come in another order then gives the same number to the last bit.
 */

/** The sum of the terms, taken from the smallest to the largest; 0 for none. */
export function orderedSum(terms: Iterable<number>): number {
  const sorted = Float64Array.from(terms).sort();
  let sum = 0;
  for (const term of sorted) sum += term;
  return sum;
}
