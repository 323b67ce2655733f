/**
 * The land of pairs of units, slivers included, so that a shape has the hectares of its row.
 */
import { NO_GROUP, type Polygon } from '../../arrangement/trace.js';
import { tracePatchGroups } from '../../arrangement/trace-members.js';
import type { Sheet } from '../people/sheet.js';
import type { OverlapPair } from '../pairs/pairs-of-layers.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';

/** Polygons of each of the given pairs, in their order; none for a pair that has people and no land. */
export function tracePairs(
  { arrangement }: Sheet,
  { patches }: ShapePairs,
  pairs: readonly Pick<OverlapPair, 'a' | 'b'>[],
): Polygon[][] {
  const placeOf = new Map(pairs.map(({ a, b }, place) => [`${a} ${b}`, place]));
  const groupOf = Int32Array.from(
    { length: patches.count },
    (_, patch) => placeOf.get(`${patches.unitA[patch]} ${patches.unitB[patch]}`) ?? NO_GROUP,
  );
  return tracePatchGroups(arrangement, patches, groupOf, pairs.length);
}
