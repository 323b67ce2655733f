/**
 * Puts the rings of all layers on the lattice: nodes and edges, each once, and which polygon uses which edge.
 */
import { featureCount, polygonCount, positionCount } from '../layer/shapes.js';
import { EdgeTable } from './edge-table.js';
import type { LandLayer } from './land-layer.js';
import type { Lattice } from './lattice.js';
import { NodeTable } from './node-table.js';
import { findRepeatedPolygons } from './repeated-polygons.js';

export interface RingEdges {
  readonly nodes: NodeTable;
  readonly edges: EdgeTable;
  /** Edge of each step along a ring, polygon after polygon. Steps that stay on one lattice point are left out. */
  readonly stepEdge: Int32Array;
  /** Polygon p (numbered through all layers) has steps stepStart[p] to stepStart[p + 1] - 1. */
  readonly stepStart: Uint32Array;
  readonly polygonStart: Uint32Array;
  /** What findRepeatedPolygons says of each polygon. */
  readonly repeated: Uint8Array;
  readonly positions: number;
  /** Bounds in lattice steps. */
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Nodes and edges of all rings of all layers. */
export function collectRings(layers: readonly LandLayer[], lattice: Lattice): RingEdges {
  let positions = 0;
  const polygonStart = new Uint32Array(layers.length + 1);
  layers.forEach((layer, l) => {
    positions += positionCount(layer.shapes);
    polygonStart[l + 1] = polygonStart[l]! + polygonCount(layer.shapes);
  });
  const nodes = new NodeTable(positions);
  const edges = new EdgeTable(positions, positions);
  const stepEdge = new Int32Array(positions);
  const stepStart = new Uint32Array(polygonStart[layers.length]! + 1);
  const unitOf = new Int32Array(polygonStart[layers.length]!);
  const featureOf = new Int32Array(polygonStart[layers.length]!);
  let steps = 0;
  layers.forEach((layer, l) => {
    const { featureStart, polygonStart: ringsOf } = layer.shapes;
    for (let feature = 0; feature < featureCount(layer.shapes); feature++) {
      for (let p = featureStart[feature]!; p < featureStart[feature + 1]!; p++) {
        const polygon = polygonStart[l]! + p;
        unitOf[polygon] = layer.featureUnit[feature]!;
        featureOf[polygon] = feature;
        if (layer.featureUnit[feature]! >= 0) {
          for (let ring = ringsOf[p]!; ring < ringsOf[p + 1]!; ring++) {
            steps = addRing(layer, ring, lattice, nodes, edges, stepEdge, steps);
          }
        }
        stepStart[polygon + 1] = steps;
      }
    }
  });
  const repeated = findRepeatedPolygons(layers.length, polygonStart, unitOf, featureOf, stepStart, stepEdge);
  return { nodes, edges, stepEdge, stepStart, polygonStart, repeated, positions, ...bounds(nodes) };
}

/** Adds the steps of one ring; returns the number of steps so far. */
function addRing(
  layer: LandLayer,
  ring: number,
  lattice: Lattice,
  nodes: NodeTable,
  edges: EdgeTable,
  stepEdge: Int32Array,
  steps: number,
): number {
  const { coordinates, ringStart } = layer.shapes;
  const { originX, originY, stepsPerUnit } = lattice;
  let before = -1;
  for (let i = ringStart[ring]!; i < ringStart[ring + 1]!; i++) {
    // Steps fit 32 bits; saying so keeps them whole numbers for the machine.
    const x = Math.round((coordinates[2 * i]! - originX) * stepsPerUnit) | 0;
    const y = Math.round((coordinates[2 * i + 1]! - originY) * stepsPerUnit) | 0;
    const node = nodes.at(x, y);
    if (before >= 0 && before !== node) stepEdge[steps++] = edges.between(before, node);
    before = node;
  }
  return steps;
}

function bounds(nodes: NodeTable): { minX: number; minY: number; maxX: number; maxY: number } {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let node = 0; node < nodes.count; node++) {
    const x = nodes.x[node]!;
    const y = nodes.y[node]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return nodes.count === 0 ? { minX: 0, minY: 0, maxX: 0, maxY: 0 } : { minX, minY, maxX, maxY };
}
