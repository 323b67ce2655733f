/**
 * Parts in whole numbers that add up to the whole total, as a sentence or a row prints them.
 *
 *     3.4 + 3.4 + 3.2 = 10        3 + 3 + 3 is 9        4 + 3 + 3
 *
 * Every part is rounded down, and what is then lacking goes to the parts with the largest remainders, one each; of
 * equals to the larger part, then to the one that stands first (largest remainder, Hamilton 1792). No part moves by a
 * whole or more, and a part that is whole already stays.
 */

/** The parts rounded to so many decimals, adding up to their total rounded to as many. */
export function wholeParts(parts: readonly number[], decimals = 0): number[] {
  const scale = 10 ** decimals;
  // What adding up leaves in the last digits is no remainder.
  const steps = parts.map((part) => Number((part * scale).toFixed(6)));
  const down = steps.map(Math.floor);
  const total = Math.round(Number(steps.reduce((sum, step) => sum + step, 0).toFixed(6)));
  const lacking = total - down.reduce((sum, step) => sum + step, 0);
  const order = [...steps.keys()].sort(
    (i, j) => steps[j]! - down[j]! - (steps[i]! - down[i]!) || steps[j]! - steps[i]! || i - j,
  );
  for (const i of order.slice(0, lacking)) down[i]! += 1;
  return down.map((step) => (step === 0 ? 0 : step / scale));
}
