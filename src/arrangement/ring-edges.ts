/**
 * Hands the rings of all layers to the kernel, on the lattice.
 */
import { featureCount, positionCount, ringCount } from '../layer/shapes.js';
import { viewInts, type Kernel } from './kernel.js';
import type { LandLayer } from './land-layer.js';
import type { Lattice } from './lattice.js';

export interface RingsOfLayers {
  /** Layer l has rings ringStart[l] to ringStart[l + 1] - 1. */
  readonly ringStart: Uint32Array;
  readonly positions: number;
}

/** Nodes and edges of all rings of all layers, in the kernel. Rings of features without a unit are empty there. */
export function addRings(layers: readonly LandLayer[], lattice: Lattice, kernel: Kernel): RingsOfLayers {
  let positions = 0;
  const ringStart = new Uint32Array(layers.length + 1);
  layers.forEach((layer, l) => {
    positions += positionCount(layer.shapes);
    ringStart[l + 1] = ringStart[l]! + ringCount(layer.shapes);
  });
  const funnel = new Funnel(kernel, lattice, positions, ringStart[layers.length]!);
  for (const { shapes, featureUnit } of layers) {
    const { featureStart, polygonStart, ringStart: positionStart } = shapes;
    for (let feature = 0; feature < featureCount(shapes); feature++) {
      const end = polygonStart[featureStart[feature + 1]!]!;
      for (let ring = polygonStart[featureStart[feature]!]!; ring < end; ring++) {
        if (featureUnit[feature]! >= 0)
          funnel.add(shapes.coordinates, positionStart[ring]!, positionStart[ring + 1]!);
        funnel.endRing();
      }
    }
  }
  funnel.flush();
  return { ringStart, positions };
}

/** Most positions, and most rings, that are handed over at once. */
const WIDTH = 4096;

/** Puts positions on the lattice and hands them to the kernel. */
class Funnel {
  private readonly address: number;
  private readonly endAddress: number;
  private steps: Int32Array;
  private ends: Int32Array;
  private filled = 0;
  private rings = 0;

  constructor(
    private readonly kernel: Kernel,
    private readonly lattice: Lattice,
    positions: number,
    rings: number,
  ) {
    this.address = kernel.take(8 * WIDTH);
    this.endAddress = kernel.take(4 * WIDTH);
    kernel.startRings(positions, rings);
    this.steps = viewInts(kernel, this.address, 2 * WIDTH);
    this.ends = viewInts(kernel, this.endAddress, WIDTH);
  }

  /** Adds positions `first` to `last` - 1 to the ring. */
  add(coordinates: Float64Array, first: number, last: number): void {
    for (let from = first; from < last;) {
      const count = Math.min(WIDTH - this.filled, last - from);
      roundTo(this.lattice, coordinates, from, count, this.steps, this.filled);
      from += count;
      this.filled += count;
      if (this.filled === WIDTH) this.flush();
    }
  }

  endRing(): void {
    this.ends[this.rings++] = this.filled;
    if (this.rings === WIDTH) this.flush();
  }

  /** Hands over what has come together. */
  flush(): void {
    this.kernel.addPositions(this.address, this.filled, this.endAddress, this.rings);
    this.filled = this.rings = 0;
    if (this.steps.length > 0) return;
    // A memory that has grown has left its views empty.
    this.steps = viewInts(this.kernel, this.address, 2 * WIDTH);
    this.ends = viewInts(this.kernel, this.endAddress, WIDTH);
  }
}

/** Writes steps of `count` positions, behind so many that stand there. */
function roundTo(
  { originX, originY, stepsPerUnit }: Lattice,
  coordinates: Float64Array,
  from: number,
  count: number,
  steps: Int32Array,
  behind: number,
): void {
  for (let i = 0; i < count; i++) {
    steps[2 * (behind + i)] = Math.round((coordinates[2 * (from + i)]! - originX) * stepsPerUnit);
    steps[2 * (behind + i) + 1] = Math.round((coordinates[2 * (from + i) + 1]! - originY) * stepsPerUnit);
  }
}
