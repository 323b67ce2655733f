/**
 * The point of a line that lies furthest from some edges.
 *
 *     ●───────────●        Two ends at distances d and e from the edges, l apart: nothing between them is further
 *     d     l     e        than (d + e + l) / 2. Where that could still be more than the greatest distance found, the
 *                          middle is asked and both halves are looked at again.
 *
 * So a long straight edge between two positions on the border is not taken for border, and how many positions a line
 * has makes no difference.
 */
import type { Arrangement } from './arrangement.js';
import { origin, target } from './half-edges.js';
import { valueX, valueY } from './lattice.js';
import type { DistanceToEdge } from './nearest-edge.js';

/** The greatest distance is found to a thousandth of itself and a centimetre. */
const RELATIVE = 1.001;
const METRES = 0.01;

export interface FurthestPoint {
  /** Metres; Infinity where there are no edges to be near to. */
  readonly distance: number;
  /** Degrees or metres. */
  readonly at: readonly [number, number];
}

/** The furthest point of a chain of half-edges; the first of equals. */
export function furthestPoint(
  { edges, length }: Arrangement,
  chain: readonly number[],
  distanceTo: DistanceToEdge,
): FurthestPoint {
  const { nodeX, nodeY, lattice } = edges;
  let best = { distance: -Infinity, x: NaN, y: NaN };
  const ask = (x: number, y: number): number => {
    const distance = distanceTo(x, y);
    if (distance > best.distance) best = { distance, x, y };
    return distance;
  };
  const start = origin(edges, chain[0]!);
  const far = [ask(nodeX[start]!, nodeY[start]!)];
  for (const h of chain) far.push(ask(nodeX[target(edges, h)]!, nodeY[target(edges, h)]!));
  const split = (
    ax: number,
    ay: number,
    a: number,
    bx: number,
    by: number,
    b: number,
    metres: number,
  ): void => {
    if (!((a + b + metres) / 2 > best.distance * RELATIVE + METRES)) return;
    const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
    const middle = ask(x, y);
    split(ax, ay, a, x, y, middle, metres / 2);
    split(x, y, middle, bx, by, b, metres / 2);
  };
  for (const [i, h] of chain.entries()) {
    const [u, v] = [origin(edges, h), target(edges, h)];
    split(nodeX[u]!, nodeY[u]!, far[i]!, nodeX[v]!, nodeY[v]!, far[i + 1]!, length[h >> 1]!);
  }
  return { distance: best.distance, at: [valueX(lattice, best.x), valueY(lattice, best.y)] };
}
