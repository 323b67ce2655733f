/**
 * Edges between nodes, each stored once and numbered in order of arrival: the kernel's table of edges
 * (src/kernel/edges.ts) for maps that no kernel's memory holds. Edges with one lower node form a chain from it.
 */
import { widened } from './widened.js';

export class EdgeTable {
  /** The lower and the higher end of each edge; entries from `count` on are free. */
  low: Int32Array;
  high: Int32Array;
  count = 0;
  /** The edge before it on its chain, and the last of the chain from each node: numbers and one, or 0. */
  private chain: Int32Array;
  private lastOf: Int32Array;

  /** Room for so many edges and nodes; there may be more. */
  constructor(expected: number) {
    this.low = new Int32Array(expected);
    this.high = new Int32Array(expected);
    this.chain = new Int32Array(expected);
    this.lastOf = new Int32Array(expected);
  }

  /** The edge between two different nodes, made if it is new. */
  between(u: number, v: number): number {
    const low = Math.min(u, v);
    const high = Math.max(u, v);
    while (low >= this.lastOf.length) this.lastOf = widened(this.lastOf);
    for (let link = this.lastOf[low]!; link !== 0; link = this.chain[link - 1]!) {
      if (this.high[link - 1] === high) return link - 1;
    }
    if (this.count === this.low.length) this.grow();
    const made = this.count++;
    this.low[made] = low;
    this.high[made] = high;
    this.chain[made] = this.lastOf[low]!;
    this.lastOf[low] = made + 1;
    return made;
  }

  private grow(): void {
    this.low = widened(this.low);
    this.high = widened(this.high);
    this.chain = widened(this.chain);
  }
}
