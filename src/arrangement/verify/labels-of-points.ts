/**
 * Which units cover points: by the faces they lie on, against counting the edges of the file to the west of each.
 *
 * Points are drawn by chance, always the same ones. A point within a few steps of an edge, or in a polygon that is
 * drawn twice or read in several ways, is left out: there the file itself has no one answer.
 */
import type { Arrangement } from '../arrangement.js';
import { NO_UNIT } from '../labels.js';
import { buildLocator, locatePoints } from '../locate.js';
import { stepX, stepY } from '../lattice.js';
import type { LandLayer } from '../land-layer.js';
import { countBefore } from '../../trouble/order.js';

export interface PointLabels {
  /** Points of layers that were compared: of each point once for every layer. */
  readonly compared: number;
  /** How many have other units by their face than by the file. */
  readonly wrong: number;
}

/** Points drawn. */
const POINTS = 3000;
/** Steps from an edge within which a point is left out. */
const NEAR = 4;

/** Compares the labels of points of every layer; `lands` are the layers of the arrangement, in its order. */
export function checkLabels(arrangement: Arrangement, lands: readonly LandLayer[]): PointLabels {
  const { nodeX, nodeY, lattice, from } = arrangement.edges;
  if (from.length === 0) return { compared: 0, wrong: 0 };
  const [west, east] = extent(nodeX);
  const [south, north] = extent(nodeY);
  const chance = drawing(20_260_401);
  const x = Float64Array.from({ length: POINTS }, () => Math.floor(west + (east - west) * chance()));
  const y = Float64Array.from({ length: POINTS }, () => Math.floor(south + (north - south) * chance()));
  const faces = locatePoints(buildLocator(arrangement), x, y);
  const order = [...y.keys()].sort((p, q) => y[p]! - y[q]!);
  let [compared, wrong] = [0, 0];
  lands.forEach((land, l) => {
    const { ofFace, sets } = arrangement.labels[l]!;
    const disputed = new Set(arrangement.labels[l]!.disputed.map(({ face }) => face));
    const told = polygonsAt(
      land,
      x,
      y,
      order,
      (value) => stepX(lattice, value),
      (value) => stepY(lattice, value),
    );
    const repeated = repeatedPolygons(arrangement, l);
    told.forEach((polygons, point) => {
      const face = faces[point]!;
      if (polygons === null || disputed.has(face) || [...polygons].some((p) => repeated.has(p))) return;
      compared++;
      const label = ofFace[face]!;
      const here = label === NO_UNIT ? [] : sets.members(label);
      const units = unitsOfPolygons(land, polygons);
      if (here.length !== units.length || here.some((unit, i) => unit !== units[i])) wrong++;
    });
  });
  return { compared, wrong };
}

/** For each point the polygons with an odd number of edges to its west; null for one that is near an edge. */
function polygonsAt(
  { shapes: { coordinates, ringStart, polygonStart } }: LandLayer,
  x: Float64Array,
  y: Float64Array,
  order: readonly number[],
  toX: (value: number) => number,
  toY: (value: number) => number,
): (Set<number> | null)[] {
  const found: (Set<number> | null)[] = Array.from(x, () => new Set<number>());
  const heights = Float64Array.from(order, (point) => y[point]!);
  for (let p = 0; p < polygonStart.length - 1; p++) {
    for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) {
      for (let i = ringStart[r]!; i < ringStart[r + 1]! - 1; i++) {
        const [x1, y1] = [toX(coordinates[2 * i]!), toY(coordinates[2 * i + 1]!)];
        const [x2, y2] = [toX(coordinates[2 * i + 2]!), toY(coordinates[2 * i + 3]!)];
        const top = Math.max(y1, y2) + NEAR;
        for (
          let k = firstFrom(heights, Math.min(y1, y2) - NEAR);
          k < heights.length && heights[k]! <= top;
          k++
        ) {
          const point = order[k]!;
          const polygons = found[point];
          if (polygons === null || polygons === undefined) continue;
          const [px, py] = [x[point]!, y[point]!];
          if (Math.min(x1, x2) - NEAR > px) continue;
          if (isNear(px, py, x1, y1, x2, y2)) found[point] = null;
          else if (y1 > py !== y2 > py && x1 + ((py - y1) / (y2 - y1)) * (x2 - x1) < px)
            if (!polygons.delete(p)) polygons.add(p);
        }
      }
    }
  }
  return found;
}

function isNear(px: number, py: number, x1: number, y1: number, x2: number, y2: number): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - x1) * dx + (py - y1) * dy) / length));
  return Math.hypot(px - x1 - along * dx, py - y1 - along * dy) <= NEAR;
}

/** Place of the first height that is not below another. */
const firstFrom = (heights: Float64Array, height: number): number =>
  countBefore(heights.length, (place) => heights[place]! < height);

/** Polygons that repeat another or are repeated, and those with an outline drawn twice. */
function repeatedPolygons({ repeats }: Arrangement, l: number): Set<number> {
  const found = new Set(repeats[l]!.outlines.keys());
  repeats[l]!.ofPolygon.forEach((first, polygon) => {
    if (first !== polygon) found.add(first).add(polygon);
  });
  return found;
}

/** The units that some polygons make by the rule of their layer, rising. */
function unitsOfPolygons({ shapes, featureUnit, fill }: LandLayer, polygons: ReadonlySet<number>): number[] {
  const times = new Map<number, number>();
  for (const polygon of polygons) {
    const feature = spanOf(shapes.featureStart, polygon);
    times.set(feature, (times.get(feature) ?? 0) + 1);
  }
  const units = [...times]
    .filter(([, count]) => fill === 'union' || count % 2 === 1)
    .map(([feature]) => featureUnit[feature]!)
    .filter((unit) => unit >= 0);
  return [...new Set(units)].sort((a, b) => a - b);
}

/** The item whose span holds a place, among rising starts. */
const spanOf = (start: Uint32Array, place: number): number =>
  countBefore(start.length - 1, (item) => start[item]! <= place) - 1;

function extent(values: Int32Array): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** Numbers from 0 to 1 by chance, the same for the same seed. */
function drawing(seed: number): () => number {
  let state = seed;
  // The low bits of such a sequence repeat soon; what is left of it here are its high ones.
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
