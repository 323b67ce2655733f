/**
 * Hands the rings of all layers to the kernel, on the lattice, and keeps which ring has which steps.
 */
import { featureCount, positionCount, ringCount } from '../layer/shapes.js';
import { viewInts, type Kernel } from './kernel.js';
import type { LandLayer } from './land-layer.js';
import type { Lattice } from './lattice.js';

export interface RingSteps {
  /** Ring r (numbered through all layers) has steps stepStart[r] to stepStart[r + 1] - 1. */
  readonly stepStart: Uint32Array;
  /** Layer l has rings ringStart[l] to ringStart[l + 1] - 1. */
  readonly ringStart: Uint32Array;
  readonly positions: number;
}

/** Nodes and edges of all rings of all layers, in the kernel. Rings of features without a unit have no steps. */
export function addRings(layers: readonly LandLayer[], lattice: Lattice, kernel: Kernel): RingSteps {
  let positions = 0;
  const ringStart = new Uint32Array(layers.length + 1);
  layers.forEach((layer, l) => {
    positions += positionCount(layer.shapes);
    ringStart[l + 1] = ringStart[l]! + ringCount(layer.shapes);
  });
  const stepStart = new Uint32Array(ringStart[layers.length]! + 1);
  const funnel = new Funnel(kernel, lattice, positions);
  layers.forEach((layer, l) => {
    const { featureStart, polygonStart } = layer.shapes;
    for (let feature = 0; feature < featureCount(layer.shapes); feature++) {
      const end = polygonStart[featureStart[feature + 1]!]!;
      for (let ring = polygonStart[featureStart[feature]!]!; ring < end; ring++) {
        if (layer.featureUnit[feature]! >= 0) funnel.addRing(layer, ring);
        stepStart[ringStart[l]! + ring + 1] = funnel.steps;
      }
    }
  });
  return { stepStart, ringStart, positions };
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
