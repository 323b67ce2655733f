/**
 * Maps drawn by chance, messy on purpose. Positions are whole lattice steps.
 *
 *   tangle    any ring at all: bow-ties, spikes, repeated positions
 *   star      a ring around a centre, simple, with deep notches
 *   mosaic    squares with bent borders, drawn by two hands: each position a step off, now and then left out
 *             or with one more in the middle of a side (T-junctions)
 *   town      a small dense mosaic, and edges that run right across the map over it
 */
import type { Chance } from './chance.js';
import type { PlainFeature, Polygon, Position, Ring } from './make-layer.js';

/** A layer of a few units, each of any shape. */
export function messyFeatures(roll: Chance, reach: number): PlainFeature[] {
  const features: PlainFeature[] = [];
  const kind = roll.whole(0, 6);
  if (kind <= 1) features.push(...mosaic(roll, reach, roll.whole(1, 4), roll.whole(0, 2)));
  else if (kind === 2) features.push(...town(roll, reach));
  const extra = roll.whole(features.length > 0 ? 0 : 1, 4);
  for (let i = 0; i < extra; i++) {
    features.push({
      unit: roll.once(9) ? -1 : roll.whole(0, 4),
      polygons: Array.from({ length: roll.whole(1, 2) }, () => messyPolygon(roll, reach)),
    });
  }
  if (roll.once(3)) features.push({ ...roll.pick(features) });
  if (roll.once(4)) features.push(...features.map((feature) => jittered(roll, feature)).slice(0, 3));
  return features;
}

/** Squares with bent borders: unit by unit, drawn with the given jitter in steps. */
export function mosaic(
  roll: Chance,
  reach: number,
  size: number,
  jitter: number,
  west = -reach,
  south = -reach,
): PlainFeature[] {
  const side = Math.max(2, Math.floor((2 * reach) / size));
  const corners = Array.from({ length: (size + 1) ** 2 }, (_, i): Position => {
    const bend = Math.floor(side / 5);
    return [
      west + (i % (size + 1)) * side + roll.whole(-bend, bend),
      south + Math.floor(i / (size + 1)) * side + roll.whole(-bend, bend),
    ];
  });
  const units = Array.from({ length: size * size }, () => roll.whole(0, 4));
  return units.map((unit, i) => {
    const corner = i + Math.floor(i / size);
    const ring = [corner, corner + 1, corner + size + 2, corner + size + 1].map((c) => corners[c]!);
    const drawn = ring.flatMap((p, k): Position[] => {
      const off: Position = [p[0] + roll.whole(-jitter, jitter), p[1] + roll.whole(-jitter, jitter)];
      const q = ring[(k + 1) % 4]!;
      const middle: Position = [Math.round((p[0] + q[0]) / 2), Math.round((p[1] + q[1]) / 2)];
      return roll.once(3) ? [off, middle] : [off];
    });
    return { unit, polygons: [[drawn]] };
  });
}

function town(roll: Chance, reach: number): PlainFeature[] {
  const small = Math.max(4, Math.floor(reach / 2 ** roll.whole(1, 12)));
  const west = roll.whole(-reach, reach - small);
  const south = roll.whole(-reach, reach - small);
  const across: Ring = [
    [-reach, south + roll.whole(-small, small)],
    [reach, south + roll.whole(0, small)],
    [reach, -reach],
  ];
  return [
    ...mosaic(roll, Math.ceil(small / 2), roll.whole(2, 6), 1, west, south),
    { unit: 0, polygons: [[across]] },
    { unit: 1, polygons: [[star(roll, reach)]] },
  ];
}

function messyPolygon(roll: Chance, reach: number): Polygon {
  const outer = roll.once(2) ? tangle(roll, reach) : star(roll, reach);
  const polygon: Ring[] = [outer];
  if (roll.once(3)) polygon.push(star(roll, Math.ceil(reach / 3)));
  if (roll.once(6)) polygon.push(outer);
  return polygon;
}

function tangle(roll: Chance, reach: number): Ring {
  const grid = Math.max(1, roll.pick([1, 1, Math.floor(reach / 3), Math.floor(reach / 10)]));
  const most = Math.floor(reach / grid);
  const ring: Position[] = [];
  for (let i = roll.whole(3, 9); i > 0; i--) {
    ring.push([roll.whole(-most, most) * grid, roll.whole(-most, most) * grid]);
    const last = ring.length - 1;
    if (last >= 2 && roll.once(5)) ring.push(ring[last - 1]!);
    if (roll.once(12)) ring.push(ring[last]!);
  }
  return ring;
}

/** A simple ring around a centre, counter-clockwise. */
export function star(roll: Chance, reach: number, points = roll.whole(3, 14)): Ring {
  const centre: Position = [roll.whole(-reach, reach) / 3, roll.whole(-reach, reach) / 3];
  const turn = roll.next();
  return Array.from({ length: points }, (_, i) => {
    const angle = ((i + turn + roll.next() * 0.8) / points) * 2 * Math.PI;
    const radius = reach * (0.1 + 0.5 * roll.next());
    return [
      Math.round(centre[0] + radius * Math.cos(angle)),
      Math.round(centre[1] + radius * Math.sin(angle)),
    ];
  });
}

function jittered(roll: Chance, { unit, polygons }: PlainFeature): PlainFeature {
  const off = ([x, y]: Position): Position => [x + roll.whole(-1, 1), y + roll.whole(-1, 1)];
  return { unit, polygons: polygons.map((polygon) => polygon.map((ring) => ring.map(off))) };
}
