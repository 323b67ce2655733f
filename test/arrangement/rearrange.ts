/**
 * The same map told in another order: what must change nothing.
 */
import { chance } from './chance.js';
import { closed, type PlainFeature, type Ring } from './make-layer.js';

/** Features, polygons and rings shuffled, starting points moved, rings turned around, all by chance. */
export function toldOtherwise(features: readonly PlainFeature[], seed: number): PlainFeature[] {
  const roll = chance(seed);
  const turned = (ring: Ring): Ring => {
    const open = closed(ring).slice(0, -1);
    if (open.length === 0) return ring;
    const start = roll.whole(0, open.length - 1);
    const moved = [...open.slice(start), ...open.slice(0, start)];
    return closed(roll.once(2) ? moved.reverse() : moved);
  };
  return roll.shuffled(features).map(({ unit, polygons }) => ({
    unit,
    polygons: roll.shuffled(polygons).map((polygon) => roll.shuffled(polygon).map(turned)),
  }));
}
