/**
 * Rings as they come in, on tables that may be larger than a kernel's memory: nodes and edges, each once, and the edge of
 * each step along a ring. Numbers are those that the kernel gives (src/kernel/rings.ts).
 */
import { featureCount, positionCount, ringCount } from '../../layer/shapes.js';
import type { LandLayer } from '../land-layer.js';
import { stepX, stepY, type Lattice } from '../lattice.js';
import { EdgeTable } from './edge-table.js';
import { PointTable } from './point-table.js';

export interface EnteredRings {
  readonly points: PointTable;
  readonly edges: EdgeTable;
  /** Edge of each step along a ring. Steps that stay on one lattice point are left out. */
  readonly stepEdge: Int32Array;
  /** Ring r (numbered through all layers) has steps stepStart[r] to stepStart[r + 1] - 1. */
  readonly stepStart: Uint32Array;
  /** Layer l has rings ringStart[l] to ringStart[l + 1] - 1. */
  readonly ringStart: Uint32Array;
  readonly positions: number;
}

/** Nodes and edges of all rings of all layers. Rings of features without a unit have no steps. */
export function enterRings(layers: readonly LandLayer[], lattice: Lattice): EnteredRings {
  let positions = 0;
  const ringStart = new Uint32Array(layers.length + 1);
  layers.forEach(({ shapes }, l) => {
    positions += positionCount(shapes);
    ringStart[l + 1] = ringStart[l]! + ringCount(shapes);
  });
  const points = new PointTable(positions);
  const edges = new EdgeTable(positions);
  const stepEdge = new Int32Array(positions);
  const stepStart = new Uint32Array(ringStart[layers.length]! + 1);
  let [steps, rings] = [0, 0];
  for (const { shapes, featureUnit } of layers) {
    const { coordinates, featureStart, polygonStart, ringStart: firstOf } = shapes;
    for (let feature = 0; feature < featureCount(shapes); feature++) {
      const end = polygonStart[featureStart[feature + 1]!]!;
      for (let ring = polygonStart[featureStart[feature]!]!; ring < end; ring++) {
        let before = -1;
        const last = featureUnit[feature]! < 0 ? 0 : firstOf[ring + 1]!;
        for (let i = firstOf[ring]!; i < last; i++) {
          const x = stepX(lattice, coordinates[2 * i]!);
          const node = points.numberOf(x, stepY(lattice, coordinates[2 * i + 1]!));
          if (before >= 0 && before !== node) stepEdge[steps++] = edges.between(before, node);
          before = node;
        }
        stepStart[++rings] = steps;
      }
    }
  }
  return { points, edges, stepEdge: stepEdge.subarray(0, steps), stepStart, ringStart, positions };
}
