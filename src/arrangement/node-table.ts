/**
 * Lattice points, each stored once: a hash table from x, y to a node number.
 *
 * Numbers are given in order of arrival; nothing that leaves the arrangement depends on them.
 */
export class NodeTable {
  /** Steps in x and y of each node; only the first `count` entries are in use. */
  x: Int32Array;
  y: Int32Array;
  count = 0;
  private slots: Int32Array;
  private mask: number;

  constructor(expected: number) {
    this.x = new Int32Array(expected + 16);
    this.y = new Int32Array(expected + 16);
    const size = 2 ** Math.ceil(Math.log2(expected * 1.6 + 32));
    this.slots = new Int32Array(size);
    this.mask = size - 1;
  }

  /** The node at a lattice point, made if it is new. */
  at(x: number, y: number): number {
    let slot = hash(x, y) & this.mask;
    for (;;) {
      const found = this.slots[slot]! - 1;
      if (found < 0) break;
      if (this.x[found] === x && this.y[found] === y) return found;
      slot = (slot + 1) & this.mask;
    }
    const node = this.count++;
    if (node === this.x.length) this.widen();
    this.x[node] = x;
    this.y[node] = y;
    this.slots[slot] = node + 1;
    if (this.count * 1.4 > this.mask) this.rehash();
    return node;
  }

  private widen(): void {
    const size = Math.ceil(this.x.length * 1.5) + 16;
    const x = new Int32Array(size);
    const y = new Int32Array(size);
    x.set(this.x);
    y.set(this.y);
    this.x = x;
    this.y = y;
  }

  private rehash(): void {
    const size = (this.mask + 1) * 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    for (let node = 0; node < this.count; node++) {
      let slot = hash(this.x[node]!, this.y[node]!) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = node + 1;
    }
  }
}

/** Steps, as a power of two, across which nodes share a region of the table; and slots of a region. */
const REGION_REACH = 18;
const REGION_SLOTS = 2 ** 12;

/** Near nodes get slots of one region, so that the nodes of a ring are found in memory that was just read. */
function hash(x: number, y: number): number {
  let region = Math.imul(x >> REGION_REACH, 0x9e3779b1) ^ Math.imul(y >> REGION_REACH, 0x85ebca77);
  region = Math.imul(region ^ (region >>> 15), 0x2c1b3c6d);
  let within = Math.imul(x, 0x85ebca77) ^ Math.imul(y, 0x9e3779b1);
  within ^= within >>> 15;
  return Math.imul(region ^ (region >>> 13), REGION_SLOTS) | (within & (REGION_SLOTS - 1));
}
