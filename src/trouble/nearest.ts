/**
 * A guess at what a mistyped word was meant to be.
 */

/** The choice that differs least, or null where none differs by a third of its letters or fewer. */
export function nearest(word: string, choices: readonly string[]): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const choice of choices) {
    const steps = editSteps(word.toLowerCase(), choice.toLowerCase());
    if (steps < least && steps <= Math.max(1, Math.floor(choice.length / 3))) [best, least] = [choice, steps];
  }
  return best;
}

/** Letters to insert, leave out, replace, or swap with their neighbour, to make one word of the other (Damerau 1964). */
export function editSteps(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    const above = rows[i - 1]!;
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = above[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swapped = isSwap ? rows[i - 2]![j - 2]! + 1 : Infinity;
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, replaced, swapped));
    }
    rows.push(row);
  }
  return rows[from.length]![to.length]!;
}
