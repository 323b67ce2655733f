/**
 * Where rings of one feature come to the same place with a vertex of each: they touch there, cross, or run on together.
 *
 *       ╲ ╱            ╲╱             │
 *        ●   cross      ●  touch      ●══●   share a border
 *       ╱ ╲            ╱╲                │
 */
import { orient2d } from 'robust-predicates';
import type { RingPath } from './ring-path.js';

/** A place that two rings share, and whether they do more than touch there. */
export interface SharedPlace {
  readonly rings: readonly [number, number];
  readonly crosses: boolean;
  readonly x: number;
  readonly y: number;
}

/**
 * Shared places of rings, each given by its number and its path: all where two rings do more than touch; of touches
 * one for each ring that comes to a place another ring of its polygon is at. Thousands may come to one place.
 */
export function sharedPlaces(
  rings: readonly (readonly [number, RingPath])[],
  polygonOf: (ring: number) => number,
): SharedPlace[] {
  const seen = new Map<string, [number, RingPath, number][]>();
  const found: SharedPlace[] = [];
  for (const [ring, path] of rings) {
    const polygon = polygonOf(ring);
    for (let i = 0; i < path.x.length; i++) {
      const key = `${path.x[i]!} ${path.y[i]!}`;
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, [[ring, path, i]]);
        continue;
      }
      let isTold = false;
      for (const [other, otherPath, j] of before) {
        if (other === ring) continue;
        const crosses = goThrough(path, i, otherPath, j);
        if (!crosses && (isTold || polygonOf(other) !== polygon)) continue;
        if (!crosses) isTold = true;
        found.push({ rings: [other, ring], crosses, x: path.x[i]!, y: path.y[i]! });
      }
      before.push([ring, path, i]);
    }
  }
  return found;
}

/** Whether two ways through one place cross or run on together. */
function goThrough(p: RingPath, i: number, q: RingPath, j: number): boolean {
  const around = ({ x, y }: RingPath, at: number): (readonly [number, number])[] =>
    [(at + x.length - 1) % x.length, (at + 1) % x.length].map((k) => [x[k]!, y[k]!] as const);
  const [x, y] = [p.x[i]!, p.y[i]!];
  const [a, b] = around(p, i) as [readonly [number, number], readonly [number, number]];
  const others = around(q, j);
  const turn = (u: readonly [number, number], v: readonly [number, number]): number =>
    -orient2d(x, y, u[0], u[1], v[0], v[1]);
  const sameWay = (u: readonly [number, number], v: readonly [number, number]): boolean =>
    turn(u, v) === 0 && (u[0] - x) * (v[0] - x) + (u[1] - y) * (v[1] - y) > 0;
  if (others.some((v) => sameWay(a, v) || sameWay(b, v))) return true;
  // Whether a way lies in the wedge counter-clockwise from a to b.
  const isBetween = (v: readonly [number, number]): boolean =>
    turn(a, b) > 0 ? turn(a, v) > 0 && turn(v, b) > 0 : !(turn(b, v) >= 0 && turn(v, a) >= 0);
  return isBetween(others[0]!) !== isBetween(others[1]!);
}
