/**
 * Outlines: the closed lines whose insides make up polygons. A ring is one outline; a ring that meets itself is as many
 * as it has loops, so that a ring walked twice, or with a curl, can be told from one that encloses nothing.
 *
 *     ┌──────┐                ┌──────┐              two loops of one ring,
 *     │   ┌──●──┐      ──►    │      ● + ●──┐       each with its direction
 *     └───┘  └──┘             └──────┘   └──┘
 *
 * Only rings that come to a node twice are taken apart; all others keep their steps in the kernel.
 */
import { viewInts, writeInts, type Kernel } from './kernel.js';
import { loopFinder, type RingLoops } from './ring-loops.js';
import type { RingSteps } from './ring-edges.js';

export interface Outlines {
  /** Outlines are numbered through all layers: layer l has layerStart[l] to layerStart[l + 1] - 1. */
  readonly layerStart: Uint32Array;
  /** Ring of each outline, by its place in the shapes of its layer. */
  readonly ring: Int32Array;
  /** 1 for a whole ring and for a loop that runs counter-clockwise, -1 for one that runs clockwise. */
  readonly turn: Int8Array;
}

/** The outlines of all rings, and the kernel told of them: it knows the sides of every edge afterwards. */
export function boundOutlines(kernel: Kernel, { stepStart, ringStart }: RingSteps): Outlines {
  const rings = stepStart.length - 1;
  const meets = new Uint8Array(kernel.memory.buffer, kernel.meetsItself.value, rings).slice();
  const loops = loopsOfAll(kernel, meets, stepStart);
  const outlines = loops.reduce((sum, { turns }) => sum + turns.length - 1, rings);
  const [ring, turn] = [new Int32Array(outlines), new Int8Array(outlines).fill(1)];
  const spans = new Int32Array(2 * outlines);
  const layerStart = new Uint32Array(ringStart.length);
  let [o, taken, place] = [0, 0, kernel.stepCount.value];
  for (let layer = 0; layer < ringStart.length - 1; layer++) {
    layerStart[layer] = o;
    for (let r = ringStart[layer]!; r < ringStart[layer + 1]!; r++) {
      if (meets[r] === 0) {
        ring[o] = r - ringStart[layer]!;
        spans[2 * o] = stepStart[r]!;
        spans[2 * o + 1] = stepStart[r + 1]!;
        o++;
        continue;
      }
      const { turns, lengths } = loops[taken++]!;
      for (let i = 0; i < turns.length; i++, o++) {
        ring[o] = r - ringStart[layer]!;
        turn[o] = turns[i]!;
        spans[2 * o] = place;
        spans[2 * o + 1] = place += lengths[i]!;
      }
    }
  }
  layerStart[ringStart.length - 1] = o;
  const pieces = new Int32Array(place - kernel.stepCount.value);
  let used = 0;
  for (const { edges } of loops) {
    pieces.set(edges, used);
    used += edges.length;
  }
  kernel.bound(outlines, writeInts(kernel, spans), writeInts(kernel, pieces));
  return { layerStart, ring, turn };
}

function loopsOfAll(kernel: Kernel, meets: Uint8Array, stepStart: Uint32Array): RingLoops[] {
  const found: RingLoops[] = [];
  if (!meets.includes(1)) return found;
  const view = (address: { readonly value: number }, length: number): Int32Array =>
    viewInts(kernel, address.value, length);
  const toTheEnd = (address: { readonly value: number }): Int32Array =>
    view(address, (kernel.memory.buffer.byteLength - address.value) >> 2);
  const steps = view(kernel.stepEdge, kernel.stepCount.value);
  const loopsOf = loopFinder({
    start: toTheEnd(kernel.pieceStart),
    piece: toTheEnd(kernel.piece),
    ends: view(kernel.ends, 2 * kernel.edgeCount.value),
    nodes: view(kernel.nodes, 2 * kernel.nodeCount.value),
  });
  for (let r = 0; r < meets.length; r++)
    if (meets[r] === 1) found.push(loopsOf(steps.subarray(stepStart[r], stepStart[r + 1])));
  return found;
}
