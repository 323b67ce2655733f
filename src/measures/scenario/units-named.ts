/**
 * The words by which a scenario names units that are there before it: they tell which layer it is about.
 */
import type { Scenario } from './scenario-document.js';

/** Each word once, in the order of the operations; units that the scenario makes itself are left out. */
export function unitsNamed({ operations }: Scenario): readonly string[] {
  const words = new Set<string>();
  const made = new Set<string>();
  for (const { verb, takings } of operations) {
    const named = takings.flatMap(({ from, pieces, to }) => [
      ...(from === null ? [] : [from]),
      ...(verb === 'regroup' && pieces !== 'rest' ? pieces.filter((piece) => !piece.includes(':')) : []),
      ...(verb === 'move' && to !== null ? [to.code] : []),
    ]);
    for (const word of named) if (!made.has(word)) words.add(word);
    for (const { to } of takings) if (to !== null) made.add(to.code).add(to.name ?? to.code);
  }
  return [...words];
}
