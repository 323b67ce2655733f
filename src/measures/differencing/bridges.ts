/**
 * Bridges: atoms that can be worked out alone, found in one walk (Tarjan 1974).
 *
 * The walk keeps its own stack, for a layer may have thousands of units in a row.
 */
import { otherEnd, type AtomGraph } from './graph.js';

/** 1 for each atom without which the graph falls apart. */
export function findBridges(graph: AtomGraph): Uint8Array {
  const bridges = new Uint8Array(graph.first.length);
  const entered = new Int32Array(graph.nodes).fill(-1);
  const lowest = new Int32Array(graph.nodes);
  const next = new Int32Array(graph.nodes);
  let time = 0;
  for (let root = 0; root < graph.nodes; root++) {
    if (entered[root]! >= 0) continue;
    const path: { node: number; edge: number }[] = [{ node: root, edge: -1 }];
    entered[root] = lowest[root] = time++;
    while (path.length > 0) {
      const { node, edge } = path.at(-1)!;
      const along = graph.edgesOf[node]![next[node]!++];
      if (along === undefined) {
        path.pop();
        const parent = path.at(-1)?.node;
        if (parent === undefined) continue;
        lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
        if (lowest[node]! > entered[parent]!) bridges[edge] = 1;
      } else if (along !== edge) {
        const other = otherEnd(graph, along, node);
        if (entered[other]! < 0) {
          entered[other] = lowest[other] = time++;
          path.push({ node: other, edge: along });
        } else {
          lowest[node] = Math.min(lowest[node]!, entered[other]!);
        }
      }
    }
  }
  return bridges;
}
