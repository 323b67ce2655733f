/**
 * Random spanning trees through regions of blocks (Kruskal 1956 with random order), kept units first.
 */
import type { Problem } from './problem.js';
import type { Random } from './random.js';

export interface SpanningTree {
  /** People at each place and below it; place 0 is the root, with all people. */
  readonly below: Float64Array;
  /** Blocks at a place and below it. */
  readonly blocksBelow: (place: number) => Int32Array;
}

/** Draws trees through regions: lists of contiguous blocks. `isPlain` draws one regardless of units. */
export function makeTrees(
  problem: Problem,
  random: Random,
): (region: Int32Array, isPlain: boolean) => SpanningTree {
  const { graph, kept } = problem;
  const { start, neighbour } = graph;
  const inRegion = new Uint8Array(graph.count);
  const root = new Int32Array(graph.count);
  // Edges by how many layers have different units at their ends; then those of the tree by block.
  const classes = kept.length + 1;
  const edges = Array.from({ length: classes }, () => new Int32Array(neighbour.length));
  const counts = new Int32Array(classes);
  const fromOf = new Int32Array(neighbour.length);
  for (let block = 0; block < graph.count; block++) fromOf.fill(block, start[block], start[block + 1]);
  const treeStart = new Int32Array(graph.count);
  const treeNext = new Int32Array(2 * graph.count);
  const treeTo = new Int32Array(2 * graph.count);
  const find = (block: number): number => {
    let top = block;
    while (root[top] !== top) {
      root[top] = root[root[top]!]!;
      top = root[top]!;
    }
    return top;
  };
  return (region, isPlain) => {
    counts.fill(0);
    for (const block of region) {
      inRegion[block] = 1;
      root[block] = block;
      treeStart[block] = -1;
    }
    for (const block of region) {
      for (let i = start[block]!; i < start[block + 1]!; i++) {
        const next = neighbour[i]!;
        if (next < block || inRegion[next] === 0) continue;
        let crossed = 0;
        if (!isPlain) for (const unitOf of kept) if (unitOf[block] !== unitOf[next]) crossed++;
        edges[crossed]![counts[crossed]!++] = i;
      }
    }
    let halves = 0;
    const join = (from: number, to: number): void => {
      treeTo[halves] = to;
      treeNext[halves] = treeStart[from]!;
      treeStart[from] = halves++;
    };
    for (let c = 0; c < classes; c++) {
      random.shuffle(edges[c]!, counts[c]!);
      for (let k = 0; k < counts[c]!; k++) {
        const i = edges[c]![k]!;
        const [p, q] = [find(fromOf[i]!), find(neighbour[i]!)];
        if (p === q) continue;
        root[p] = q;
        join(fromOf[i]!, neighbour[i]!);
        join(neighbour[i]!, fromOf[i]!);
      }
    }
    for (const block of region) inRegion[block] = 0;
    return walked(region, random.below(region.length));
  };

  /** The tree in the order of a walk from its root, in which all below a place follow it. */
  function walked(region: Int32Array, first: number): SpanningTree {
    const order = new Int32Array(region.length);
    const parent = new Int32Array(region.length).fill(-1);
    const end = new Int32Array(region.length);
    const below = new Float64Array(region.length);
    const stack: [block: number, parent: number][] = [[region[first]!, -1]];
    let place = 0;
    while (stack.length > 0) {
      const [block, above] = stack.pop()!;
      order[place] = block;
      parent[place] = above;
      below[place] = graph.people[block]!;
      for (let half = treeStart[block]!; half !== -1; half = treeNext[half]!) {
        if (above === -1 || treeTo[half] !== order[above]) stack.push([treeTo[half]!, place]);
      }
      place++;
    }
    for (let i = 0; i < place; i++) end[i] = i + 1;
    for (let i = place - 1; i > 0; i--) {
      below[parent[i]!]! += below[i]!;
      end[parent[i]!] = Math.max(end[parent[i]!]!, end[i]!);
    }
    return { below, blocksBelow: (at) => order.subarray(at, end[at]) };
  }
}
