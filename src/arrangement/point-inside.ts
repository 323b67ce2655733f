/**
 * A point well inside a shape, to write its label at.
 *
 *        ┌─────────────┐
 *     ───│──────●──────│───      a line at some height crosses the shape in intervals; the middle of a wide one
 *        └──┐    ┌─────┘         is a good place
 *           └────┘
 *
 * The line at half the height of the largest polygon is the first choice; lines at other eighths of the height are
 * taken only where they offer an interval half as wide again (the foot of an L, the end of a hook).
 */
import type { Arrangement } from './arrangement.js';
import { traceFaces, type Polygon, type Ring } from './trace.js';

const EIGHTHS = [4, 3, 5, 2, 6, 1, 7];
const CLEARLY_WIDER = 1.5;

/** A point inside the union of some faces, x and y in degrees or metres; null where no face is chosen. */
export function pointInside(
  arrangement: Arrangement,
  chosen: ((face: number) => boolean) | Uint8Array,
): readonly [number, number] | null {
  return pointInPolygons(traceFaces(arrangement, chosen));
}

/** A point inside the largest of some polygons; the first of equals. Null for none. */
export function pointInPolygons(polygons: readonly Polygon[]): readonly [number, number] | null {
  let largest: Polygon | null = null;
  let most = -Infinity;
  for (const polygon of polygons) {
    const area = polygon.reduce((sum, ring) => sum + ringArea(ring), 0);
    if (area > most) [largest, most] = [polygon, area];
  }
  if (largest === null) return null;
  const heights = distinctHeights(largest);
  let best = { x: NaN, y: NaN, width: -Infinity };
  for (const eighths of EIGHTHS) {
    const found = widestAt(largest, heightAt(heights, eighths / 8));
    if (found.width > best.width * CLEARLY_WIDER) best = found;
  }
  return [best.x, best.y];
}

/** Square units inside a ring, negative for a clockwise one; taken from its start to keep digits. */
function ringArea(ring: Ring): number {
  let sum = 0;
  for (let i = 2; i < ring.length - 2; i += 2) {
    const [ax, ay] = [ring[i]! - ring[0]!, ring[i + 1]! - ring[1]!];
    const [bx, by] = [ring[i + 2]! - ring[0]!, ring[i + 3]! - ring[1]!];
    sum += ax * by - bx * ay;
  }
  return sum / 2;
}

function distinctHeights(polygon: Polygon): Float64Array {
  const heights = new Set<number>();
  for (const ring of polygon) for (let i = 1; i < ring.length; i += 2) heights.add(ring[i]!);
  return Float64Array.from(heights).sort();
}

/** The middle between the two neighbouring heights that hold a fraction of the way up: no position lies on it. */
function heightAt(heights: Float64Array, fraction: number): number {
  const lowest = heights[0]!;
  const wanted = lowest + (heights[heights.length - 1]! - lowest) * fraction;
  let above = 1;
  while (above < heights.length - 1 && heights[above]! <= wanted) above++;
  return (heights[above - 1]! + heights[above]!) / 2;
}

/** The widest interval of a polygon at a height, by its middle; the westernmost of equals. */
function widestAt(polygon: Polygon, y: number): { x: number; y: number; width: number } {
  const crossings: number[] = [];
  for (const ring of polygon) {
    for (let i = 0; i < ring.length - 2; i += 2) {
      const [ay, by] = [ring[i + 1]!, ring[i + 3]!];
      if (ay > y === by > y) continue;
      crossings.push(ring[i]! + ((y - ay) / (by - ay)) * (ring[i + 2]! - ring[i]!));
    }
  }
  crossings.sort((a, b) => a - b);
  let best = { x: NaN, y, width: -Infinity };
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1]! - crossings[i]!;
    if (width > best.width) best = { x: crossings[i]! + width / 2, y, width };
  }
  return best;
}
