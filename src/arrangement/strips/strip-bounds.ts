/**
 * Where a map is divided into strips, from south to north, so that each holds about as many nodes as the others.
 *
 *     ─────────────  bounds[2]
 *       ╱╲    strip 1 owns the pixels of the rows from bounds[1] up to, but not including, bounds[2]
 *     ─╱──╲────────  bounds[1]
 *     ╱    ╲
 *     ─────────────  bounds[0]
 */
import type { PointTable } from './point-table.js';

/** Rows that are counted one by one, or together where the map is higher. */
const MOST_BUCKETS = 1 << 16;

/** Bounds of strips with some `most` nodes each, rising; fewer strips where rows hold more. At least two bounds. */
export function stripBounds({ y, count }: PointTable, most: number): number[] {
  let [south, north] = [Infinity, -Infinity];
  for (let v = 0; v < count; v++) {
    south = Math.min(south, y[v]!);
    north = Math.max(north, y[v]!);
  }
  if (count === 0) return [0, 1];
  const rows = Math.ceil((north + 1 - south) / MOST_BUCKETS);
  const buckets = new Float64Array(Math.ceil((north + 1 - south) / rows));
  for (let v = 0; v < count; v++) buckets[Math.floor((y[v]! - south) / rows)]!++;
  const bounds = [south];
  let held = 0;
  buckets.forEach((nodes, bucket) => {
    if (held > 0 && held + nodes > most) {
      bounds.push(south + bucket * rows);
      held = 0;
    }
    held += nodes;
  });
  return [...bounds, north + 1];
}
