/**
 * Walks along the boundary of a set of faces, set on the left, and cuts the walk into simple rings.
 *
 *     ┌──────┐               at a node where the set touches itself the walk stays with the land it came along:
 *     │ a a  │               it turns to the next edge that bounds the set, going around the node inside it. So
 *     └──────●──────┐        land that meets at a corner only is walked apart (here two rings through ●).
 *            │  a a │
 *            └──────┘        A walk that still comes back to a node (two holes that touch, a bay closed at its
 *                            mouth) is cut there, so that every ring is simple.
 */
import type { HalfEdges } from './half-edges.js';
import { origin } from './half-edges.js';
import type { PlanarEdges } from './planar-edges.js';

/** Nodes of one simple ring in order, each once, and a half-edge of it. */
export interface NodeRing {
  readonly nodes: Int32Array;
  readonly half: number;
}

/**
 * All rings of half-edges for which `bounds` is 1: those with the set on their left and not on their right.
 * Outer rings run counter-clockwise, holes clockwise. `bounds` has an entry a half-edge.
 */
export function walkRings(edges: PlanarEdges, halves: HalfEdges, bounds: Uint8Array): NodeRing[] {
  const rings: NodeRing[] = [];
  const placeOf = new Int32Array(edges.nodeX.length).fill(-1);
  const path: number[] = [];
  const closeRing = (from: number): void => {
    const half = path[from]!;
    const nodes = new Int32Array(path.length - from);
    for (let i = from; i < path.length; i++) {
      const node = origin(edges, path[i]!);
      nodes[i - from] = node;
      placeOf[node] = -1;
    }
    path.length = from;
    rings.push({ nodes, half });
  };
  const walked = new Uint8Array(bounds.length);
  for (let first = 0; first < bounds.length; first++) {
    if (bounds[first] === 0 || walked[first] === 1) continue;
    let h = first;
    do {
      const node = origin(edges, h);
      if (placeOf[node] !== -1) closeRing(placeOf[node]!);
      placeOf[node] = path.length;
      path.push(h);
      walked[h] = 1;
      h = followingBoundary(halves, bounds, h);
    } while (h !== first);
    closeRing(0);
  }
  return rings;
}

/** The next half-edge that bounds the set, turning around the node through the set's own faces. */
function followingBoundary({ next }: HalfEdges, bounds: Uint8Array, half: number): number {
  let g = next[half]!;
  while (bounds[g] === 0) g = next[g ^ 1]!;
  return g;
}
