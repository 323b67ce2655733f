/**
 * Hands the rings of all layers to the kernel, on the lattice, and keeps which polygon has which steps.
 */
import { featureCount, polygonCount, positionCount } from '../layer/shapes.js';
import { viewInts, type Kernel } from './kernel.js';
import type { LandLayer } from './land-layer.js';
import type { Lattice } from './lattice.js';
import { findRepeatedPolygons } from './repeated-polygons.js';

export interface RingSteps {
  /** Polygon p (numbered through all layers) has steps stepStart[p] to stepStart[p + 1] - 1. */
  readonly stepStart: Uint32Array;
  readonly polygonStart: Uint32Array;
  /** What findRepeatedPolygons says of each polygon. */
  readonly repeated: Uint8Array;
  readonly positions: number;
}

/** Nodes and edges of all rings of all layers, in the kernel. */
export function addRings(layers: readonly LandLayer[], lattice: Lattice, kernel: Kernel): RingSteps {
  let positions = 0;
  const polygonStart = new Uint32Array(layers.length + 1);
  layers.forEach((layer, l) => {
    positions += positionCount(layer.shapes);
    polygonStart[l + 1] = polygonStart[l]! + polygonCount(layer.shapes);
  });
  const polygons = polygonStart[layers.length]!;
  const stepStart = new Uint32Array(polygons + 1);
  const unitOf = new Int32Array(polygons);
  const featureOf = new Int32Array(polygons);
  const funnel = new Funnel(kernel, lattice, positions);
  layers.forEach((layer, l) => {
    const { featureStart, polygonStart: ringsOf } = layer.shapes;
    for (let feature = 0; feature < featureCount(layer.shapes); feature++) {
      for (let p = featureStart[feature]!; p < featureStart[feature + 1]!; p++) {
        const polygon = polygonStart[l]! + p;
        unitOf[polygon] = layer.featureUnit[feature]!;
        featureOf[polygon] = feature;
        if (layer.featureUnit[feature]! >= 0) {
          for (let ring = ringsOf[p]!; ring < ringsOf[p + 1]!; ring++) funnel.addRing(layer, ring);
        }
        stepStart[polygon + 1] = funnel.steps;
      }
    }
  });
  const stepEdge = viewInts(kernel, kernel.stepEdge.value, funnel.steps);
  const repeated = findRepeatedPolygons(layers.length, polygonStart, unitOf, featureOf, stepStart, stepEdge);
  return { stepStart, polygonStart, repeated, positions };
}

/** Most positions that are handed over at once. */
const WIDTH = 4096;

/** Puts positions on the lattice and hands them to the kernel. */
class Funnel {
  /** Steps along rings so far. */
  steps = 0;
  private readonly address: number;
  private view: Int32Array;

  constructor(
    private readonly kernel: Kernel,
    private readonly lattice: Lattice,
    positions: number,
  ) {
    this.address = kernel.take(8 * WIDTH);
    kernel.startRings(positions);
    this.view = viewInts(kernel, this.address, 2 * WIDTH);
  }

  addRing({ shapes }: LandLayer, ring: number): void {
    const first = shapes.ringStart[ring]!;
    const last = shapes.ringStart[ring + 1]!;
    for (let from = first; from < last; from += WIDTH) {
      const count = Math.min(WIDTH, last - from);
      // A memory that has grown has left its views empty.
      if (this.view.length === 0) this.view = viewInts(this.kernel, this.address, 2 * WIDTH);
      roundTo(this.lattice, shapes.coordinates, from, count, this.view);
      this.steps = this.kernel.addPositions(this.address, count, from === first);
    }
  }
}

function roundTo(
  { originX, originY, stepsPerUnit }: Lattice,
  coordinates: Float64Array,
  from: number,
  count: number,
  steps: Int32Array,
): void {
  for (let i = 0; i < count; i++) {
    steps[2 * i] = Math.round((coordinates[2 * (from + i)]! - originX) * stepsPerUnit);
    steps[2 * i + 1] = Math.round((coordinates[2 * (from + i) + 1]! - originY) * stepsPerUnit);
  }
}
