/**
 * The graph of two layers: units are nodes, atoms are edges, and one node more stands for "no unit".
 *
 *     A units   a0    a1            the atom of a1 and b1 is a bridge: whoever has the counts of the units on one side
 *               | \   |             of it can work it out
 *     B units   b0 b2 b1
 */
import { joinPlaces } from './join-places.js';
import type { Incidence } from './incidence.js';

/** Edges of a graph with both ends; edge i is atom i. */
export interface AtomGraph {
  readonly nodes: number;
  /** The node that stands for no unit; the last. */
  readonly nowhere: number;
  /** Unit of the first layer, or nowhere, of each atom; and of the second. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Edges of each node; none that ends where it begins. */
  readonly edgesOf: readonly (readonly number[])[];
}

/** The graph of the atoms and two of the layers, neither of which covers an atom twice. */
export function graphOf(
  { layerOf, atoms }: Pick<Incidence, 'layerOf' | 'atoms'>,
  a: number,
  b: number,
): AtomGraph {
  const nowhere = layerOf.length;
  const end = (layer: number): Int32Array =>
    Int32Array.from(atoms, (units) => units.find((unit) => layerOf[unit] === layer) ?? nowhere);
  return withEdges(nowhere, end(a), end(b));
}

/** The graph with the ends of some edges made one node each: edges that no group may hold. */
export function contracted(graph: AtomGraph, isHeld: (edge: number) => boolean): AtomGraph {
  const place = joinPlaces(
    graph.nodes,
    [...graph.first.keys()].filter(isHeld).map((edge) => [graph.first[edge]!, graph.second[edge]!]),
  );
  return withEdges(
    graph.nowhere,
    graph.first.map((node) => place[node]!),
    graph.second.map((node) => place[node]!),
  );
}

/** The other end of an edge. */
export const otherEnd = ({ first, second }: AtomGraph, edge: number, node: number): number =>
  first[edge] === node ? second[edge]! : first[edge]!;

function withEdges(nowhere: number, first: Int32Array, second: Int32Array): AtomGraph {
  const edgesOf: number[][] = Array.from({ length: nowhere + 1 }, () => []);
  first.forEach((node, edge) => {
    if (node === second[edge]) return;
    edgesOf[node]!.push(edge);
    edgesOf[second[edge]!]!.push(edge);
  });
  return { nodes: nowhere + 1, nowhere, first, second, edgesOf };
}
