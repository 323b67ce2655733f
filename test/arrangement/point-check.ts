/**
 * Asks single points who covers them, twice: by the rings as drawn, and by the finished faces.
 *
 *      ring    ╲    ·p            a ray due west from p counts ring edges (parity), and finds the nearest
 *               ╲◄───             finished edge, whose face has a label
 *
 * Points nearer than two steps to a ring are left out, as rounding may move a border that far.
 */
import { leftFace, rightFace, type Arrangement } from '../../src/arrangement/arrangement.js';
import type { LandLayer } from '../../src/arrangement/land-layer.js';
import { OUTSIDE_FACE } from '../../src/arrangement/faces.js';
import type { Chance } from './chance.js';
import { labelOf } from './figures.js';

interface RingEdge {
  readonly layer: number;
  readonly polygon: number;
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/** Faults in words, for points chosen by chance near the positions of the map; empty when all agree. */
export function pointFaults(
  layers: readonly LandLayer[],
  arrangement: Arrangement,
  roll: Chance,
  count: number,
): string[] {
  const drawn = ringEdges(layers, arrangement);
  const faults: string[] = [];
  // A ring drawn twice is empty to the ray.
  if (drawn.length === 0 || arrangement.repeats.some(({ outlines }) => outlines.size > 0)) return faults;
  for (let i = 0; i < count; i++) {
    const [p, q] = [roll.pick(drawn), roll.pick(drawn)];
    const share = roll.next();
    const x = Math.round(p.ax + (q.bx - p.ax) * share) + roll.whole(-9, 9);
    const y = Math.round(p.ay + (q.by - p.ay) * share) + roll.whole(-9, 9) + 0.5;
    if (drawn.some((edge) => distance(edge, x, y) < 2)) continue;
    const expected = labelByRings(layers, arrangement, drawn, x, y);
    const face = faceAt(arrangement, x, y);
    if (face === null) continue;
    const given = labelOf(arrangement, face);
    if (given !== expected) faults.push(`at ${x} ${y} the label is '${given}', by the rings '${expected}'`);
  }
  return faults;
}

function ringEdges(layers: readonly LandLayer[], { edges }: Arrangement): RingEdge[] {
  const { originX, originY, stepsPerUnit } = edges.lattice;
  const list: RingEdge[] = [];
  for (const [layer, { shapes, featureUnit }] of layers.entries()) {
    const { coordinates, ringStart, polygonStart, featureStart } = shapes;
    for (const [feature, unit] of featureUnit.entries()) {
      if (unit < 0) continue;
      for (let p = featureStart[feature]!; p < featureStart[feature + 1]!; p++) {
        for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) {
          for (let i = ringStart[r]! + 1; i < ringStart[r + 1]!; i++) {
            const [ax, ay, bx, by] = [2 * i - 2, 2 * i - 1, 2 * i, 2 * i + 1].map((k) =>
              Math.round((coordinates[k]! - (k % 2 === 0 ? originX : originY)) * stepsPerUnit),
            ) as [number, number, number, number];
            list.push({ layer, polygon: p, ax, ay, bx, by });
          }
        }
      }
    }
  }
  return list;
}

function distance({ ax, ay, bx, by }: RingEdge, x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx === 0 && dy === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(ax + dx * t - x, ay + dy * t - y);
}

/** Where a ray due west from the point passes an edge, or null. The point is at half a step in y. */
function passes(ax: number, ay: number, bx: number, by: number, x: number, y: number): number | null {
  if (ay < y === by < y) return null;
  const at = ax + ((bx - ax) * (y - ay)) / (by - ay);
  return at < x ? at : null;
}

function featureAt({ shapes }: LandLayer, polygon: number): number {
  return shapes.featureStart.findIndex((start) => start > polygon) - 1;
}

function labelByRings(
  layers: readonly LandLayer[],
  { repeats }: Arrangement,
  drawn: readonly RingEdge[],
  x: number,
  y: number,
): string {
  const inside = layers.map(() => new Set<number>());
  for (const { layer, polygon, ax, ay, bx, by } of drawn) {
    const same = repeats[layer]!.ofPolygon[polygon]!;
    if (same !== polygon && featureAt(layers[layer]!, same) === featureAt(layers[layer]!, polygon)) continue;
    if (passes(ax, ay, bx, by, x, y) === null) continue;
    if (!inside[layer]!.delete(polygon)) inside[layer]!.add(polygon);
  }
  return layers
    .map(({ shapes, featureUnit, fill }, l) => {
      const units = new Set<number>();
      for (const [feature, unit] of featureUnit.entries()) {
        let times = 0;
        for (let p = shapes.featureStart[feature]!; p < shapes.featureStart[feature + 1]!; p++)
          if (inside[l]!.has(p)) times++;
        if (fill === 'union' ? times > 0 : times % 2 === 1) units.add(unit);
      }
      return [...units].sort((a, b) => a - b).join('+');
    })
    .join('|');
}

/** The face of a point, by the nearest edge to its west among all edges; null where doubles cannot tell which. */
function faceAt(arrangement: Arrangement, x: number, y: number): number | null {
  const { from, to, nodeX, nodeY } = arrangement.edges;
  let [face, nearest, second] = [OUTSIDE_FACE, -Infinity, -Infinity];
  for (let e = 0; e < from.length; e++) {
    const [u, v] = [from[e]!, to[e]!];
    const at = passes(nodeX[u]!, nodeY[u]!, nodeX[v]!, nodeY[v]!, x, y);
    if (at === null) continue;
    if (at <= nearest) {
      second = Math.max(second, at);
      continue;
    }
    second = nearest;
    nearest = at;
    // East of an edge that rises is its right.
    face = nodeY[u]! < nodeY[v]! ? rightFace(arrangement, e) : leftFace(arrangement, e);
  }
  return nearest - second < 1e-3 ? null : face;
}
