/**
 * Sorts rings that come without order into polygons, by the way they run round.
 *
 *     clockwise: the outside of a polygon      counter-clockwise: a hole of the smallest outside around it
 *
 * A hole that no outside contains becomes a polygon of its own, so that nothing is lost; by parity it counts the same.
 */

export type Ring = readonly (readonly number[])[];

/** Polygons, each its outer ring first, in the order of the outer rings. Rings of fewer than three places are outer. */
export function polygonsOfRings(rings: readonly Ring[]): Ring[][] {
  const outers = rings.filter((ring) => twiceArea(ring) <= 0).map((ring) => ({ ring, holes: [] as Ring[] }));
  const lost: Ring[] = [];
  for (const hole of rings.filter((ring) => twiceArea(ring) > 0)) {
    let best: (typeof outers)[number] | null = null;
    for (const outer of outers) {
      if (!liesIn(hole, outer.ring)) continue;
      if (best === null || Math.abs(twiceArea(outer.ring)) < Math.abs(twiceArea(best.ring))) best = outer;
    }
    if (best === null) lost.push(hole);
    else best.holes.push(hole);
  }
  return [...outers.map(({ ring, holes }) => [ring, ...holes]), ...lost.map((ring) => [ring])];
}

/** Positive where the ring runs counter-clockwise. */
function twiceArea(ring: Ring): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    sum += (ax! - x0) * (by! - y0) - (bx! - x0) * (ay! - y0);
  }
  return sum;
}

/** Whether most places of one ring lie inside another: some of them may touch it. */
function liesIn(inner: Ring, outer: Ring): boolean {
  let inside = 0;
  const step = Math.max(1, Math.floor(inner.length / 8));
  let tried = 0;
  for (let i = 0; i < inner.length; i += step, tried++) if (contains(outer, inner[i]!)) inside++;
  return 2 * inside > tried;
}

function contains(ring: Ring, [x, y]: readonly number[]): boolean {
  let isInside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[j]!;
    if (ay! > y! !== by! > y! && x! < ((bx! - ax!) * (y! - ay!)) / (by! - ay!) + ax!) isInside = !isInside;
  }
  return isInside;
}
