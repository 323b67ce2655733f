/**
 * Faces: the pieces of the sheet that edges cut it into.
 *
 *     ┌───────────────┐      cycle 1 runs around the big face, cycle 2 the other way around the hole's rim;
 *     │  1   ┌───┐    │      the two belong to one face, cycle 3 to the face inside.
 *     │      │ 3 │2   │      The outer cycle of a connected piece of linework belongs to the face
 *     │      └───┘    │      that the piece lies in.
 *     └───────────────┘
 *
 * Face 0 is all that lies outside everything.
 */
import type { HalfEdges } from './half-edges.js';
import { origin } from './half-edges.js';
import { nearestEdgeToTheLeft } from './nesting.js';
import type { PlanarEdges } from './noding.js';

export interface Faces {
  /** Face on the left of each half-edge. */
  readonly ofHalfEdge: Int32Array;
  readonly count: number;
  /**
   * Half-edges to cross, from their left to their right, so that every face is reached once from the outside:
   * the face left of each is the outside or was reached before.
   */
  readonly route: Int32Array;
}

/** The outside of everything. */
export const OUTSIDE_FACE = 0;

/** Finds all faces, nested pieces included. */
export function findFaces(edges: PlanarEdges, halves: HalfEdges): Faces {
  const cycles = findCycles(edges, halves);
  const { pieces } = cycles;
  const byWest = pieces.map((_, piece) => piece).sort((p, q) => westFirst(edges, pieces[p]!, pieces[q]!));
  const around = nearestEdgeToTheLeft(
    edges,
    Int32Array.from(pieces, (piece) => piece.westernmost),
  );
  const faceOfCycle = new Int32Array(cycles.count).fill(-1);
  const outer = pieces.map(({ westernmost }) => {
    // The last half-edge counter-clockwise from due west has the outside of the piece on its left.
    const cycle = cycles.ofHalfEdge[halves.out[halves.outStart[westernmost + 1]! - 1]!]!;
    faceOfCycle[cycle] = OUTSIDE_FACE;
    return cycle;
  });
  let count = 1;
  for (let cycle = 0; cycle < cycles.count; cycle++) {
    if (faceOfCycle[cycle] === -1) faceOfCycle[cycle] = count++;
  }
  const route = new Int32Array(count - 1);
  let steps = 0;
  for (const piece of byWest) {
    // What a piece lies in starts further west, so its faces are settled already.
    if (around[piece]! >= 0) faceOfCycle[outer[piece]!] = faceOfCycle[cycles.ofHalfEdge[around[piece]!]!]!;
    steps = routeThrough(cycles, pieces[piece]!, outer[piece]!, route, steps);
  }
  const ofHalfEdge = cycles.ofHalfEdge;
  for (let h = 0; h < ofHalfEdge.length; h++) ofHalfEdge[h] = faceOfCycle[ofHalfEdge[h]!]!;
  return { ofHalfEdge, count, route };
}

/** One connected piece of linework. */
interface Piece {
  /** Its westernmost, then southernmost, node. */
  readonly westernmost: number;
  /** Its cycles are numbered firstCycle to endCycle - 1, each found from an earlier one. */
  readonly firstCycle: number;
  readonly endCycle: number;
}

interface Cycles {
  readonly ofHalfEdge: Int32Array;
  readonly count: number;
  /** The half-edge across which each cycle was found, on the cycle's own side; -1 for the first of a piece. */
  readonly foundAt: Int32Array;
  readonly pieces: readonly Piece[];
}

/** Walks around every face, piece by piece, from each cycle to those across its edges. */
function findCycles(edges: PlanarEdges, halves: HalfEdges): Cycles {
  const { next } = halves;
  const { from, to, nodeX, nodeY } = edges;
  const ofHalfEdge = new Int32Array(next.length).fill(-1);
  const waiting = new Int32Array(next.length + 1);
  const foundAt = new Int32Array(next.length);
  const pieces: Piece[] = [];
  let count = 0;
  for (let first = 0; first < next.length; first += 2) {
    if (ofHalfEdge[first] !== -1) continue;
    const firstCycle = count;
    let westernmost = from[first >> 1]!;
    let depth = 1;
    waiting[0] = first;
    while (depth > 0) {
      const start = waiting[--depth]!;
      if (ofHalfEdge[start] !== -1) continue;
      foundAt[count] = count === firstCycle ? -1 : start;
      let h = start;
      do {
        ofHalfEdge[h] = count;
        if (ofHalfEdge[h ^ 1] === -1) waiting[depth++] = h ^ 1;
        const v = (h & 1) === 0 ? from[h >> 1]! : to[h >> 1]!;
        if (
          nodeX[v]! < nodeX[westernmost]! ||
          (nodeX[v] === nodeX[westernmost] && nodeY[v]! < nodeY[westernmost]!)
        ) {
          westernmost = v;
        }
        h = next[h]!;
      } while (h !== start);
      count++;
    }
    pieces.push({ westernmost, firstCycle, endCycle: count });
  }
  return { ofHalfEdge, count, foundAt: foundAt.slice(0, count), pieces };
}

function westFirst(edges: PlanarEdges, p: Piece, q: Piece): number {
  const { nodeX, nodeY } = edges;
  return nodeX[p.westernmost]! - nodeX[q.westernmost]! || nodeY[p.westernmost]! - nodeY[q.westernmost]!;
}

/**
 * Adds the crossings that reach all cycles of a piece from its outer one: first back along the way the outer one
 * was found, then along the way all others were.
 */
function routeThrough(cycles: Cycles, piece: Piece, outer: number, route: Int32Array, steps: number): number {
  const { foundAt, ofHalfEdge } = cycles;
  const reached = new Set<number>([outer]);
  let cycle = outer;
  while (foundAt[cycle] !== -1) {
    const h = foundAt[cycle]!;
    route[steps++] = h;
    cycle = ofHalfEdge[h ^ 1]!;
    reached.add(cycle);
  }
  for (let other = piece.firstCycle; other < piece.endCycle; other++) {
    if (!reached.has(other)) route[steps++] = foundAt[other]! ^ 1;
  }
  return steps;
}

/** Throws if a half-edge and its successor do not meet or lie on different faces; used in tests. */
export function assertFaces(edges: PlanarEdges, halves: HalfEdges, faces: Faces): void {
  for (let h = 0; h < halves.next.length; h++) {
    const g = halves.next[h]!;
    if (origin(edges, g) !== origin(edges, h ^ 1)) throw new Error(`half-edge ${g} does not follow ${h}`);
    if (faces.ofHalfEdge[g] !== faces.ofHalfEdge[h])
      throw new Error(`the face changes from half-edge ${h} to ${g}`);
  }
}
