/**
 * The pieces that a plan is put together from: kept units, parts of them, or single blocks.
 *
 * An element may lie apart (a ward on both sides of a park): whether several together are contiguous is asked of their
 * pieces, never of the elements.
 */
import { piecesOf, type BlockGraph } from './block-graph.js';

export interface Elements {
  readonly count: number;
  /** Element of each block. */
  readonly of: Int32Array;
  readonly people: Float64Array;
  /** Neighbours of each element, rising, and metres of common border with each. */
  readonly neighbours: readonly (readonly number[])[];
  readonly metres: readonly ReadonlyMap<number, number>[];
  /** Metres of border with all other elements. */
  readonly border: Float64Array;
  /** Connected pieces of each element, and for each piece the neighbouring pieces of other elements. */
  readonly pieces: readonly (readonly number[])[];
  readonly elementOfPiece: Int32Array;
  readonly piecesBeside: readonly (readonly number[])[];
}

/** Elements of a graph, given the element of each block. */
export function makeElements(graph: BlockGraph, of: Int32Array): Elements {
  const count = of.reduce((most, e) => Math.max(most, e + 1), 0);
  const people = new Float64Array(count);
  const metres = Array.from({ length: count }, () => new Map<number, number>());
  const found = piecesOf(graph, of);
  const pieces = Array.from({ length: count }, (): number[] => []);
  const elementOfPiece = new Int32Array(found.count).fill(-1);
  const beside = Array.from({ length: found.count }, () => new Set<number>());
  for (let block = 0; block < graph.count; block++) {
    const own = of[block]!;
    const piece = found.of[block]!;
    people[own]! += graph.people[block]!;
    if (elementOfPiece[piece] === -1) {
      elementOfPiece[piece] = own;
      pieces[own]!.push(piece);
    }
    for (let i = graph.start[block]!; i < graph.start[block + 1]!; i++) {
      const next = graph.neighbour[i]!;
      if (of[next] === own) continue;
      metres[own]!.set(of[next]!, (metres[own]!.get(of[next]!) ?? 0) + graph.metres[i]!);
      beside[piece]!.add(found.of[next]!);
    }
  }
  return {
    count,
    of,
    people,
    neighbours: metres.map((own) => [...own.keys()].sort((p, q) => p - q)),
    metres,
    border: Float64Array.from(metres, (own) => [...own.values()].reduce((a, b) => a + b, 0)),
    pieces,
    elementOfPiece,
    piecesBeside: beside.map((own) => [...own]),
  };
}

/** Whether some elements are contiguous by their blocks; `isIn` tells which elements they are. */
export function areContiguous(
  elements: Elements,
  members: readonly number[],
  isIn: (element: number) => boolean,
): boolean {
  const wanted = members.reduce((sum, e) => sum + elements.pieces[e]!.length, 0);
  if (wanted === members.length && members.length === 1) return true;
  const seen = new Set<number>([elements.pieces[members[0]!]![0]!]);
  for (const piece of seen) {
    for (const next of elements.piecesBeside[piece]!)
      if (isIn(elements.elementOfPiece[next]!)) seen.add(next);
  }
  return seen.size === wanted;
}
