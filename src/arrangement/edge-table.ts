/**
 * Edges between nodes, each stored once whatever number of rings use it and in whichever direction.
 *
 * Edges with the same lower node number form a chain from that node; chains are short (a node has two or three
 * edges), and rings number their nodes in sequence, so looking an edge up reads memory in order.
 */
export class EdgeTable {
  /** End nodes; low[e] < high[e]. Only the first `count` entries are in use. */
  low: Int32Array;
  high: Int32Array;
  count = 0;
  private chain: Int32Array;
  private firstOf: Int32Array;

  constructor(expectedEdges: number, expectedNodes: number) {
    this.low = new Int32Array(expectedEdges + 16);
    this.high = new Int32Array(expectedEdges + 16);
    this.chain = new Int32Array(expectedEdges + 16);
    this.firstOf = new Int32Array(expectedNodes + 16);
  }

  /** The edge between two different nodes, made if it is new. */
  between(u: number, v: number): number {
    const low = u < v ? u : v;
    const high = u < v ? v : u;
    if (low >= this.firstOf.length) this.firstOf = widened(this.firstOf, low);
    let link = this.firstOf[low]!;
    while (link !== 0) {
      if (this.high[link - 1] === high) return link - 1;
      link = this.chain[link - 1]!;
    }
    const edge = this.count++;
    if (edge === this.low.length) {
      this.low = widened(this.low, edge);
      this.high = widened(this.high, edge);
      this.chain = widened(this.chain, edge);
    }
    this.low[edge] = low;
    this.high[edge] = high;
    this.chain[edge] = this.firstOf[low]!;
    this.firstOf[low] = edge + 1;
    return edge;
  }
}

function widened(array: Int32Array, needed: number): Int32Array {
  const wider = new Int32Array(Math.ceil(Math.max(needed, array.length) * 1.5) + 16);
  wider.set(array);
  return wider;
}
