/**
 * Lattice points, each stored once and numbered in order of arrival: the kernel's table of nodes (src/kernel/nodes.ts)
 * for maps that no kernel's memory holds.
 */
import { widened } from './widened.js';

export class PointTable {
  /** Steps of each point; entries from `count` on are free. */
  x: Int32Array;
  y: Int32Array;
  count = 0;
  /** Open addressing: the number of a point and one, or 0. */
  private slots: Int32Array;

  /** Room for so many points; there may be more. */
  constructor(expected: number) {
    this.x = new Int32Array(expected);
    this.y = new Int32Array(expected);
    this.slots = new Int32Array(slotsFor(expected));
  }

  /** The number of a point, made if it is new. */
  numberOf(x: number, y: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = mixed(x, y) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const found = slots[slot]! - 1;
      if (this.x[found] === x && this.y[found] === y) return found;
    }
    if (this.count === this.x.length) this.grow();
    const made = this.count++;
    this.x[made] = x;
    this.y[made] = y;
    slots[slot] = made + 1;
    if (slotsFor(this.count) > slots.length) this.enterAll();
    return made;
  }

  private grow(): void {
    this.x = widened(this.x);
    this.y = widened(this.y);
  }

  private enterAll(): void {
    const slots = new Int32Array(slotsFor(this.count));
    const mask = slots.length - 1;
    for (let point = 0; point < this.count; point++) {
      let slot = mixed(this.x[point]!, this.y[point]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = point + 1;
    }
    this.slots = slots;
  }
}

/** A power of two, at most four fifths of which are taken. */
function slotsFor(points: number): number {
  let slots = 64;
  while (slots * 0.8 < points) slots *= 2;
  return slots;
}

/** Spreads a point over all bits of a number. */
function mixed(x: number, y: number): number {
  const sum = Math.imul(x, 0x85ebca77) + Math.imul(y, 0x9e3779b1);
  const spread = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return spread ^ (spread >>> 13);
}
