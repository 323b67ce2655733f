/** Distances to the nearest edge against looking at every edge, and against geodesics. */
import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import {
  geographicLattice,
  stepX,
  stepY,
  valueX,
  valueY,
  type Lattice,
} from '../../src/arrangement/lattice.js';
import { makeDistanceToEdge } from '../../src/arrangement/nearest-edge.js';
import type { PlanarEdges } from '../../src/arrangement/planar-edges.js';
import { chance } from './chance.js';
import { makeLayer } from './make-layer.js';
import { messyFeatures } from './random-maps.js';

const steps: Lattice = { model: 'planar', stepsPerUnit: 1, originX: 0, originY: 0 };

/** Least distance over all given edges, by perpendiculars and ends. */
function nearestOfAll(
  { from, to, nodeX, nodeY }: PlanarEdges,
  subset: Int32Array,
  x: number,
  y: number,
): number {
  let least = Infinity;
  for (const e of subset) {
    const [ax, ay, bx, by] = [nodeX[from[e]!]!, nodeY[from[e]!]!, nodeX[to[e]!]!, nodeY[to[e]!]!];
    least = Math.min(least, Math.hypot(x - ax, y - ay), Math.hypot(x - bx, y - by));
    const long = Math.hypot(bx - ax, by - ay);
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long;
    if (along > 0 && along < long) {
      least = Math.min(least, Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / long);
    }
  }
  return least;
}

describe('the distance to the nearest edge', () => {
  it('is the least of all edges, from near and far', () => {
    for (let seed = 0; seed < 150; seed++) {
      const roll = chance(seed);
      const reach = roll.pick([5, 80, 3000, 1_000_000]);
      const { edges } = buildArrangement([makeLayer(messyFeatures(roll, reach))], steps);
      const subset = Int32Array.from(edges.from.keys()).filter(() => roll.once(3));
      const distanceTo = makeDistanceToEdge(edges, subset);
      for (let i = 0; i < 20; i++) {
        const far = roll.pick([1, 1, 3, 40]);
        const [x, y] = [roll.whole(-reach * far, reach * far), roll.whole(-reach * far, reach * far)];
        const expected = nearestOfAll(edges, subset, x, y);
        if (expected === Infinity) expect(distanceTo(x, y)).toBe(Infinity);
        else expect(Math.abs(distanceTo(x, y) - expected)).toBeLessThan(1e-6 + expected * 1e-9);
      }
    }
  });

  it('is within two parts in a thousand of the geodesic at 30 km', () => {
    const square = makeLayer([{ unit: 0, polygons: [[[[-2, 51], [-1, 51], [-1, 52], [-2, 52]]]] }]); // prettier-ignore
    const { edges } = buildArrangement([square], geographicLattice);
    const distanceTo = makeDistanceToEdge(edges, Int32Array.from(edges.from.keys()));
    for (const [x, y, footX, footY] of [
      [-1.5, 52.27, -1.5, 52],
      [-1.4, 51.4, -1, 51.4],
      [-0.6, 52.2, -1, 52],
      [-2.3, 50.8, -2, 51],
    ] as const) {
      const metres = distanceTo(stepX(edges.lattice, x), stepY(edges.lattice, y));
      const [lon, lat] = [valueX(edges.lattice, footX * 1e7), valueY(edges.lattice, footY * 1e7)];
      const { s12 } = geodesic.Geodesic.WGS84.Inverse(y, x, lat, lon);
      expect(Math.abs(metres / s12! - 1)).toBeLessThan(0.002);
    }
  });
});
