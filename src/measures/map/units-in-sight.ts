/**
 * Which units a map shows: those that share land with a unit of another layer.
 */
import { isLeftOut, standings } from '../pairs/relations.js';
import type { Crossing } from '../crossing/crossing.js';

/** For each layer 1 for every unit in sight; all of a layer that is crossed with no other, or would not be seen at all. */
export function unitsInSight({ layers, pairs }: Pick<Crossing, 'layers' | 'pairs'>): Uint8Array[] {
  return layers.map((layer) => {
    const seen = new Uint8Array(layer.codes.length);
    for (const { a, b, land } of pairs) {
      if (a !== layer && b !== layer) continue;
      const standing = standings(land, a.codes.length, b.codes.length);
      const own = a === layer ? standing.a : standing.b;
      for (let unit = 0; unit < seen.length; unit++) if (!isLeftOut(own, unit)) seen[unit] = 1;
    }
    return seen.includes(1) ? seen : seen.fill(1);
  });
}
