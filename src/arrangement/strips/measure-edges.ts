/**
 * Lengths of edges and areas of faces, edges a lot at a time, in a kernel that holds one lot of edges and a sum for
 * each face.
 */
import type { Faces } from '../faces.js';
import { makeKernel, readFloats, viewFloats, viewInts } from '../kernel.js';
import type { PlanarEdges } from '../planar-edges.js';

/** Edges in a lot. */
const LOT = 1 << 12;

/** Metres of each edge and square metres of each face; of the outside 0. */
export function measureEdges(
  { nodeX, nodeY, from, to, lattice }: Pick<PlanarEdges, 'nodeX' | 'nodeY' | 'from' | 'to' | 'lattice'>,
  { ofHalfEdge, count }: Faces,
): { area: Float64Array; length: Float64Array } {
  const kernel = makeKernel();
  const sums = kernel.makeSums(count);
  const area = kernel.take(8 * count);
  const lot = Math.min(LOT, from.length);
  const [nodes, ends] = [kernel.take(16 * lot), kernel.take(8 * lot)];
  const length = new Float64Array(from.length);
  for (let first = 0; first < from.length; first += lot) {
    const edges = Math.min(lot, from.length - first);
    // Each edge brings both of its nodes along.
    const positions = viewInts(kernel, nodes, 4 * edges);
    const pairs = viewInts(kernel, ends, 2 * edges);
    for (let i = 0; i < edges; i++) {
      const [u, v] = [from[first + i]!, to[first + i]!];
      positions[4 * i] = nodeX[u]!;
      positions[4 * i + 1] = nodeY[u]!;
      positions[4 * i + 2] = nodeX[v]!;
      positions[4 * i + 3] = nodeY[v]!;
      pairs[2 * i] = 2 * i;
      pairs[2 * i + 1] = 2 * i + 1;
    }
    // What was made of the lot before is forgotten.
    if (first > 0) kernel.forget();
    kernel.give(nodes, 2 * edges, ends, edges);
    kernel.startMeasuring();
    kernel.measure(lattice.stepsPerUnit, lattice.model === 'ellipsoid');
    length.set(viewFloats(kernel, kernel.edgeLength.value, edges), first);
    const swept = viewFloats(kernel, kernel.swept.value, edges);
    for (let i = 0; i < edges; i++) {
      const half = 2 * (first + i);
      kernel.moveTerm(sums, ofHalfEdge[half]!, ofHalfEdge[half + 1]!, swept[i]!);
    }
  }
  kernel.writeSums(sums, count, area);
  const areas = readFloats(kernel, { value: area }, count);
  areas[0] = 0;
  return { area: areas, length };
}
