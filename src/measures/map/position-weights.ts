/**
 * How much each position of a line matters to its look (Visvalingam and Whyatt 1993).
 *
 *          ●                the weight of a position is the area of the triangle it makes with its neighbours when
 *         ╱ ╲               all lighter positions are gone; it never falls below that of a position taken out
 *     ───●   ●───           before it. Leaving out all positions below some weight simplifies the line.
 */

/** Weight of each position of a line, in the square of the unit of its coordinates; the ends weigh Infinity. */
export function positionWeights(x: Float64Array, y: Float64Array): Float64Array {
  const n = x.length;
  const weights = new Float64Array(n).fill(Infinity);
  if (n <= 2) return weights;
  const before = Int32Array.from({ length: n }, (_, i) => i - 1);
  const after = Int32Array.from({ length: n }, (_, i) => i + 1);
  const area = new Float64Array(n).fill(Infinity);
  const measure = (i: number): number => {
    const [p, q] = [before[i]!, after[i]!];
    return Math.abs((x[p]! - x[i]!) * (y[q]! - y[i]!) - (x[q]! - x[i]!) * (y[p]! - y[i]!)) / 2;
  };
  const heap = new PositionHeap(area);
  for (let i = 1; i < n - 1; i++) {
    area[i] = measure(i);
    heap.add(i);
  }
  let heaviest = 0;
  for (let i = heap.takeLeast(); i !== -1; i = heap.takeLeast()) {
    heaviest = Math.max(heaviest, area[i]!);
    weights[i] = heaviest;
    const [p, q] = [before[i]!, after[i]!];
    after[p] = q;
    before[q] = p;
    for (const j of [p, q]) {
      if (j === 0 || j === n - 1) continue;
      area[j] = measure(j);
      heap.move(j);
    }
  }
  return weights;
}

/** Positions by area, the least first, equals by number. */
class PositionHeap {
  private readonly items: number[] = [];
  private readonly placeOf: Int32Array;

  constructor(private readonly area: Float64Array) {
    this.placeOf = new Int32Array(area.length).fill(-1);
  }

  add(i: number): void {
    this.items.push(i);
    this.rise(this.items.length - 1, i);
  }

  /** Puts a position right after its area changed. */
  move(i: number): void {
    const at = this.placeOf[i]!;
    this.rise(at, i);
    if (this.placeOf[i] === at) this.sink(at, i);
  }

  /** Takes the least position out; -1 where none is left. */
  takeLeast(): number {
    const least = this.items[0];
    if (least === undefined) return -1;
    const last = this.items.pop()!;
    if (last !== least) this.sink(0, last);
    this.placeOf[least] = -1;
    return least;
  }

  private isLess(i: number, j: number): boolean {
    return this.area[i]! < this.area[j]! || (this.area[i] === this.area[j] && i < j);
  }

  private rise(at: number, i: number): void {
    let place = at;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.isLess(i, this.items[parent]!)) break;
      this.put(place, this.items[parent]!);
      place = parent;
    }
    this.put(place, i);
  }

  private sink(at: number, i: number): void {
    let place = at;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.items.length) break;
      if (child + 1 < this.items.length && this.isLess(this.items[child + 1]!, this.items[child]!)) child++;
      if (!this.isLess(this.items[child]!, i)) break;
      this.put(place, this.items[child]!);
      place = child;
    }
    this.put(place, i);
  }

  private put(place: number, i: number): void {
    this.items[place] = i;
    this.placeOf[i] = place;
  }
}
