/**
 * How the rings of a feature lie to one another, where they neither cross nor share a border.
 *
 *     ┌───────────┐   ┌───┐      a hole outside its shell, a hole within a hole, a part within a part,
 *     │  ┌────┐   │   │ h │      and an interior that rings which touch cut in two
 *     │  │ ┌┐ │   │   └───┘
 *     │  └────┘   │              The vocabulary is that of the OGC's simple features, as GEOS tells it.
 *     └───────────┘
 */
import { orient2d } from 'robust-predicates';
import type { Shapes } from '../../layer/shapes.js';

export type RelationKind = 'hole-outside-shell' | 'nested-holes' | 'nested-shells' | 'interior-disconnected';

export interface RingRelation {
  readonly kind: RelationKind;
  readonly x: number;
  readonly y: number;
}

/** Two rings of one feature that come to one place. */
export interface RingTouch {
  readonly rings: readonly [number, number];
  readonly x: number;
  readonly y: number;
}

/** A ring with the box around it. */
interface BoxedRing {
  readonly ring: number;
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/**
 * What is odd about how some polygons of one feature lie, first to last; rings in `flat` are passed over. No two rings
 * may cross: `touches` are the places where they meet.
 */
export function ringRelations(
  shapes: Shapes,
  polygons: readonly number[],
  flat: ReadonlySet<number>,
  touches: readonly RingTouch[],
  polygonOf: (ring: number) => number,
): RingRelation[] {
  const found: RingRelation[] = [];
  const tell = (kind: RelationKind, { ring }: BoxedRing): void => {
    const first = 2 * shapes.ringStart[ring]!;
    found.push({ kind, x: shapes.coordinates[first]!, y: shapes.coordinates[first + 1]! });
  };
  const ringsOf = polygons.map((p) => {
    const own: BoxedRing[] = [];
    for (let r = shapes.polygonStart[p]!; r < shapes.polygonStart[p + 1]!; r++)
      if (!flat.has(r)) own.push(boxed(shapes, r));
    return own;
  });
  for (const [shell, ...holes] of ringsOf) {
    if (shell === undefined) continue;
    for (const hole of holes) if (!liesIn(shapes, hole, shell)) tell('hole-outside-shell', hole);
    for (const hole of holes)
      if (holes.some((other) => other !== hole && liesIn(shapes, hole, other))) tell('nested-holes', hole);
  }
  for (const [inner] of ringsOf) {
    const isNested = ringsOf.some(
      ([outer, ...holes]) =>
        inner !== undefined &&
        outer !== undefined &&
        outer !== inner &&
        liesIn(shapes, inner, outer) &&
        !holes.some((hole) => liesIn(shapes, inner, hole)),
    );
    if (isNested) tell('nested-shells', inner!);
  }
  return [...found, ...cycles(touches, polygonOf)];
}

function boxed({ coordinates, ringStart }: Shapes, ring: number): BoxedRing {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = ringStart[ring]!; i < ringStart[ring + 1]!; i++) {
    minX = Math.min(minX, coordinates[2 * i]!);
    maxX = Math.max(maxX, coordinates[2 * i]!);
    minY = Math.min(minY, coordinates[2 * i + 1]!);
    maxY = Math.max(maxY, coordinates[2 * i + 1]!);
  }
  return { ring, minX, minY, maxX, maxY };
}

/** Whether a ring lies within another, told by its first place, or the middle of an edge, that is not on it. */
function liesIn({ coordinates: c, ringStart }: Shapes, inner: BoxedRing, outer: BoxedRing): boolean {
  if (inner.minX < outer.minX || inner.maxX > outer.maxX) return false;
  if (inner.minY < outer.minY || inner.maxY > outer.maxY) return false;
  const ring = c.subarray(2 * ringStart[outer.ring]!, 2 * ringStart[outer.ring + 1]!);
  for (let i = ringStart[inner.ring]!; i < ringStart[inner.ring + 1]! - 1; i++) {
    const at = sideOfRing(ring, c[2 * i]!, c[2 * i + 1]!);
    if (at !== 0) return at > 0;
  }
  for (let i = ringStart[inner.ring]!; i < ringStart[inner.ring + 1]! - 1; i++) {
    const at = sideOfRing(ring, (c[2 * i]! + c[2 * i + 2]!) / 2, (c[2 * i + 1]! + c[2 * i + 3]!) / 2);
    if (at !== 0) return at > 0;
  }
  return true;
}

/** 1 for a place within a ring, -1 for one outside, 0 for one on it. */
function sideOfRing(ring: Float64Array, x: number, y: number): number {
  let within = false;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
    if ((ay > y && by > y) || (ay < y && by < y)) continue;
    const turn = orient2d(ax, ay, bx, by, x, y);
    if (turn === 0 && x >= Math.min(ax, bx) && x <= Math.max(ax, bx)) return 0;
    if (ay > y !== by > y && turn > 0 === ay > by) within = !within;
  }
  return within ? 1 : -1;
}

/** Where touching closes a circle of rings of one polygon: what lies inside is cut off from the rest. */
function cycles(touches: readonly RingTouch[], polygonOf: (ring: number) => number): RingRelation[] {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    const up = parent.get(key) ?? key;
    return up === key ? key : root(up);
  };
  const seen = new Set<string>();
  const found: RingRelation[] = [];
  for (const { rings, x, y } of touches) {
    const polygon = polygonOf(rings[0]);
    if (polygonOf(rings[1]) !== polygon) continue;
    for (const ring of rings) {
      const [place, own] = [`${polygon} ${x} ${y}`, `${ring}`];
      if (seen.has(`${place} ${own}`)) continue;
      seen.add(`${place} ${own}`);
      if (root(place) === root(own)) found.push({ kind: 'interior-disconnected', x, y });
      else parent.set(root(place), root(own));
    }
  }
  return found;
}
