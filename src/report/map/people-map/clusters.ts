/**
 * Circles that lie so much on one another that none can be told: three or more, each overlapped by another by more than a third.
 */
import type { Disc } from './boxes.js';
import { sharedPart } from './circle-sizes.js';

/** Part of the smaller of two circles beyond which they belong together. */
const MUCH = 1 / 3;
const LEAST_MEMBERS = 3;

/** Numbers of the circles of each cluster, in rising order; the cluster of the first circle first. */
export function findClusters(circles: readonly Disc[]): number[][] {
  const clusterOf = circles.map((_, i) => i);
  const rootOf = (i: number): number => (clusterOf[i] === i ? i : rootOf(clusterOf[i]!));
  circles.forEach((circle, i) => {
    for (let j = 0; j < i; j++) {
      if (sharedPart(circle, circles[j]!) <= MUCH) continue;
      const [p, q] = [rootOf(i), rootOf(j)];
      clusterOf[Math.max(p, q)] = Math.min(p, q);
    }
  });
  const members = new Map<number, number[]>();
  circles.forEach((_, i) => members.set(rootOf(i), [...(members.get(rootOf(i)) ?? []), i]));
  return [...members.values()].filter((cluster) => cluster.length >= LEAST_MEMBERS);
}
