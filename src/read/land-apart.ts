/**
 * Whether the land of some features hangs together: told from the positions they share, without any geometry.
 *
 *     a a      one piece: borders share positions        a . a      apart
 *
 * Neighbours drawn without a common position count as apart; whoever asks errs on the side of asking the user.
 */
import type { Shapes } from '../layer/shapes.js';

/** True where the features' land is in more than one piece. Features without land are passed over. */
export function standApart(shapes: Shapes, features: readonly number[]): boolean {
  const withLand = features.filter((f) => shapes.featureStart[f] !== shapes.featureStart[f + 1]);
  if (withLand.length < 2) return false;
  const leader = withLand.map((_, i) => i);
  const leaderOf = (i: number): number => {
    while (leader[i] !== i) i = leader[i] = leader[leader[i]!]!;
    return i;
  };
  const first = new Map<string, number>();
  let pieces = withLand.length;
  withLand.forEach((feature, i) => {
    const { start, end } = positionsOf(shapes, feature);
    for (let p = start; p < end; p++) {
      const key = `${shapes.coordinates[2 * p]!} ${shapes.coordinates[2 * p + 1]!}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, i);
      else if (leaderOf(other) !== leaderOf(i)) {
        leader[leaderOf(i)] = leaderOf(other);
        pieces--;
      }
    }
  });
  return pieces > 1;
}

/** The span of a feature's positions. */
function positionsOf(shapes: Shapes, feature: number): { start: number; end: number } {
  const at = (polygon: number): number => shapes.ringStart[shapes.polygonStart[polygon]!]!;
  return { start: at(shapes.featureStart[feature]!), end: at(shapes.featureStart[feature + 1]!) };
}
