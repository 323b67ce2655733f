/**
 * Parts in whole numbers that add up to the whole total, as a sentence or a row prints them.
 *
 *     3.4 + 3.4 + 3.2 = 10        3 + 3 + 3 is 9        4 + 3 + 3
 *
 * Every part is rounded down, and what is then lacking goes to the parts with the largest remainders, one each; of
 * equals to the larger part, then to the one that stands first (largest remainder, Hamilton 1792). No part moves by a
 * whole or more, and a part that is whole already stays.
 */

/**
 * The parts, none below 0, rounded to so many decimals, adding up to a total that has as many: their own, rounded, where
 * none is given. A total that is not theirs is met all the same, by steps that parts can spare.
 */
export function wholeParts(parts: readonly number[], decimals = 0, total: number | null = null): number[] {
  const scale = 10 ** decimals;
  // What adding up leaves in the last digits is no remainder.
  const steps = parts.map((part) => Number((part * scale).toFixed(6)));
  const down = steps.map(Math.floor);
  const sum = (list: readonly number[]): number => list.reduce((all, step) => all + step, 0);
  const wanted = Math.round(total === null ? Number(sum(steps).toFixed(6)) : total * scale);
  const order = [...steps.keys()].sort(
    (i, j) => steps[j]! - down[j]! - (steps[i]! - down[i]!) || steps[j]! - steps[i]! || i - j,
  );
  let lacking = wanted - sum(down);
  for (let k = 0; lacking > 0 && order.length > 0; k++, lacking--) down[order[k % order.length]!]! += 1;
  for (const i of order.reverse()) {
    const spared = Math.min(down[i]!, -lacking);
    if (lacking >= 0) break;
    down[i]! -= spared;
    lacking += spared;
  }
  return down.map((step) => (step === 0 ? 0 : step / scale));
}
