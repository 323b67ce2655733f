/**
 * Outlines: the closed lines whose insides make up polygons. A ring is one; a ring that meets itself is as many as the
 * loops that the kernel takes it apart into.
 */
import { readInts, viewInts, type Kernel } from './kernel.js';

export interface Outlines {
  /** Outlines are numbered through all layers: layer l has layerStart[l] to layerStart[l + 1] - 1. */
  readonly layerStart: Uint32Array;
  /** Ring of each outline, by its place in the shapes of its layer. */
  readonly ring: Int32Array;
  /** 1 for a whole ring and for a loop that runs counter-clockwise, -1 for one that runs clockwise. */
  readonly turn: Int8Array;
}

/** The outlines that the kernel has found; layer l has rings ringStart[l] to ringStart[l + 1] - 1. */
export function readOutlines(kernel: Kernel, ringStart: Uint32Array): Outlines {
  const count = kernel.outlineCount.value;
  const ring = readInts(kernel, kernel.outlineRing, count);
  const turn = new Int8Array(viewInts(kernel, kernel.outlineTurn.value, count));
  const layerStart = new Uint32Array(ringStart.length);
  let o = 0;
  for (let layer = 0; layer < ringStart.length - 1; layer++) {
    layerStart[layer] = o;
    for (; o < count && ring[o]! < ringStart[layer + 1]!; o++) ring[o]! -= ringStart[layer]!;
  }
  layerStart[ringStart.length - 1] = o;
  return { layerStart, ring, turn };
}
