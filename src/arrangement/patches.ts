/**
 * Patches: the connected pieces of each overlap of a unit of one layer and a unit of another.
 *
 *        a a a│b b            two layers, a patch of (a, x) on the left,
 *        x x┌─┘x x            patches of (a, x) and (b, x) meet at a corner only:
 *        a a│b b b            corner contact does not join
 *
 * Faces join across an edge when the pair lies on both sides of it, so edges of any further layer join and loading
 * one changes nothing. The perimeter of a patch counts the edges across which its pair ends, holes included.
 * Land of a unit that the other layer does not cover makes patches too, with NO_UNIT on the other side.
 */
import { meetingsOf, type FaceGraph } from './arrangement.js';
import { faceKernel } from './face-kernel.js';
import { readFloats, readInts, type Kernel } from './kernel.js';
import { outcomeOf } from './second-thread.js';

export interface Patches {
  readonly count: number;
  /** Unit of the first and of the second layer, or NO_UNIT. */
  readonly unitA: Int32Array;
  readonly unitB: Int32Array;
  /** Square metres. */
  readonly area: Float64Array;
  /** Metres of edge around the patch, holes included. */
  readonly perimeter: Float64Array;
  /** Face f belongs to patches ofFace[faceStart[f]] to ofFace[faceStart[f + 1] - 1]: one, unless layers overlap themselves. */
  readonly faceStart: Uint32Array;
  readonly ofFace: Int32Array;
}

/** Mean width of a patch in metres: twice its area over its perimeter. */
export const patchWidth = (patches: Patches, patch: number): number =>
  patches.perimeter[patch]! > 0 ? (2 * patches.area[patch]!) / patches.perimeter[patch]! : 0;

/** The patches of all pairs of two layers, remainders of both included. The kernel finds them (src/kernel/patches.ts). */
export const findPatches = (graph: FaceGraph, layerA: number, layerB: number): Patches =>
  beginPatches(graph, [[layerA, layerB]])()[0]!;

/** Two layers that are searched at a time beside those searched here. */
const MOST_ASKED = 2;

/**
 * Begins to find the patches of layers two by two; what is given back comes to the end. A second thread is at some of them
 * meanwhile, where there is one and nothing else is asked of it.
 */
export function beginPatches(
  graph: FaceGraph,
  pairs: readonly (readonly [number, number])[],
): () => Patches[] {
  const now = pairs.slice(0, 1 + MOST_ASKED);
  const end = searchTogether(graph, now);
  return () => [
    ...end(),
    ...(now.length < pairs.length ? beginPatches(graph, pairs.slice(now.length))() : []),
  ];
}

function searchTogether(
  graph: FaceGraph,
  [own, ...others]: readonly (readonly [number, number])[],
): () => Patches[] {
  if (own === undefined) return () => [];
  const { kernel, shared, writeLabels, writeAreas, overEdges, close } = faceKernel(meetingsOf(graph));
  const faces = graph.area.length;
  const written = new Map<number, number>();
  for (const layer of [own, ...others].flat())
    if (!written.has(layer)) written.set(layer, writeLabels(graph.labels[layer]!));
  const labelsOf = (pair: readonly [number, number]) =>
    [faces, written.get(pair[0])!, written.get(pair[1])!] as const;
  const areas = writeAreas(graph.area);
  const isShared = shared !== null && others.length > 0;
  if (isShared) shared.station.join();
  const asked = others.map((pair) => {
    if (!isShared) return { pair, call: null, share: 0 };
    const share = kernel.sharePatches(faces);
    const given = [share, ...labelsOf(pair), ...shared.edges, areas];
    return { pair, call: shared.station.second.ask('patchShare', given), share };
  });
  return () => {
    const first = search(own);
    let isLost = false;
    // From the last on: what the second thread has not begun is searched here.
    const found = asked.reverse().map(({ pair, call, share }) => {
      const outcome = call === null ? 'not done' : outcomeOf(call);
      isLost ||= outcome === 'lost';
      if (outcome !== 'done') return search(pair);
      kernel.takePatches(share);
      return read(kernel, faces);
    });
    if (isShared) shared.station.leave();
    // A thread that was lost may still write there.
    if (!isLost) close();
    return [first, ...found.reverse()];
  };

  function search(pair: readonly [number, number]): Patches {
    const before = kernel.mark();
    kernel.startPatches(...labelsOf(pair));
    overEdges(kernel.joinPatches);
    kernel.endPatches(areas);
    const found = read(kernel, faces);
    kernel.giveBack(before);
    return found;
  }
}

/** The patches between so many faces that the kernel found, or took over, last. */
function read(kernel: Kernel, faces: number): Patches {
  const count = kernel.patchCount.value;
  const faceStart = new Uint32Array(readInts(kernel, kernel.partStart, faces + 1).buffer);
  return {
    count,
    unitA: readInts(kernel, kernel.patchUnitA, count),
    unitB: readInts(kernel, kernel.patchUnitB, count),
    area: readFloats(kernel, kernel.patchArea, count),
    perimeter: readFloats(kernel, kernel.patchPerimeter, count),
    faceStart,
    ofFace: readInts(kernel, kernel.patchOf, faceStart[faces]!),
  };
}
