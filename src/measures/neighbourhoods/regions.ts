/**
 * Two neighbouring groups of a plan as one region with two sides, and what its cost is when the sides are drawn anew.
 *
 * All lists are made once and used for every region, for this is asked thousands of times.
 */
import type { BlockGraph } from './block-graph.js';
import { excessOf, type PlanCost, type Problem } from './problem.js';
import type { Random } from './random.js';

interface KeptLayer {
  readonly unitOf: Int32Array;
  /** Blocks of unit u are list[start[u]] to list[start[u + 1] - 1]. */
  readonly start: Int32Array;
  readonly list: Int32Array;
  /** People of a unit on either side, and the number of the region they were counted for. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly seen: Int32Array;
  /** For units of this region: most people that one group elsewhere has. */
  readonly elsewhere: Float64Array;
  readonly whole: Float64Array;
}

export class Regions {
  private readonly layers: readonly KeptLayer[];
  private readonly members: Int32Array[];
  /** 0 outside the region, 1 and 2 on its sides. */
  private readonly side: Uint8Array;
  private readonly stack: Int32Array;
  private readonly mark: Int32Array;
  private marks = 0;
  private region = new Int32Array(0);
  private groups: readonly [number, number] = [0, 0];

  /** `plan` has the group of each block, and is written when a region is settled. */
  constructor(
    private readonly problem: Problem,
    private readonly plan: Int32Array,
  ) {
    const { graph, kept } = problem;
    this.layers = kept.map((unitOf) => layerOf(graph, unitOf));
    this.side = new Uint8Array(graph.count);
    this.stack = new Int32Array(graph.count);
    this.mark = new Int32Array(graph.count);
    const groups = plan.reduce((most, g) => Math.max(most, g + 1), 0);
    this.members = Array.from({ length: groups }, (_, g) =>
      Int32Array.from([...plan.keys()].filter((block) => plan[block] === g)),
    );
  }

  /** A block at random and a neighbour of it in another group; null where all are in one. */
  crossing({ below }: Random): readonly [number, number] | null {
    const { graph } = this.problem;
    const first = below(graph.count);
    for (let tries = 0; tries < graph.count; tries++) {
      const block = tries < 32 ? below(graph.count) : (first + tries) % graph.count;
      const [from, to] = [graph.start[block]!, graph.start[block + 1]!];
      const turn = to === from ? 0 : below(to - from);
      for (let i = from; i < to; i++) {
        const next = graph.neighbour[from + ((i - from + turn) % (to - from))]!;
        if (this.plan[next] !== this.plan[block]) return [block, next];
      }
    }
    return null;
  }

  /** Opens the region of two groups, with each on a side; gives its blocks. */
  open(g: number, h: number): Int32Array {
    this.side.fill(0);
    const [own, other] = [this.members[g]!, this.members[h]!];
    this.region = new Int32Array(own.length + other.length);
    this.region.set(own);
    this.region.set(other, own.length);
    this.groups = [g, h];
    for (const block of own) this.side[block] = 1;
    for (const block of other) this.side[block] = 2;
    for (const layer of this.layers) this.countElsewhere(layer);
    return this.region;
  }

  /** Puts some blocks of the region on the first side and all others on the second. */
  put(blocks: ArrayLike<number>): void {
    for (const block of this.region) this.side[block] = 2;
    for (let i = 0; i < blocks.length; i++) this.side[blocks[i]!] = 1;
  }

  /** The blocks of a unit that are on the side of one of them. */
  ofUnitBeside(block: number, unitOf: Int32Array): number[] {
    const layer = this.layers.find((each) => each.unitOf === unitOf)!;
    const unit = unitOf[block]!;
    const found: number[] = [];
    for (let i = layer.start[unit]!; i < layer.start[unit + 1]!; i++) {
      if (this.side[layer.list[i]!] === this.side[block]) found.push(layer.list[i]!);
    }
    return found;
  }

  /** Puts blocks of one side on the other; false where either side would be empty or not contiguous. */
  shift(blocks: readonly number[], graph: BlockGraph): boolean {
    for (const block of blocks) this.side[block] = this.side[block] === 1 ? 2 : 1;
    return this.isWhole(1, graph) && this.isWhole(2, graph);
  }

  private isWhole(side: number, graph: BlockGraph): boolean {
    let [wanted, first] = [0, -1];
    for (const block of this.region) {
      if (this.side[block] !== side) continue;
      wanted++;
      first = block;
    }
    if (first === -1) return false;
    const own = ++this.marks;
    let [filled, reached] = [0, 1];
    this.stack[filled++] = first;
    this.mark[first] = own;
    while (filled > 0) {
      const block = this.stack[--filled]!;
      for (let i = graph.start[block]!; i < graph.start[block + 1]!; i++) {
        const next = graph.neighbour[i]!;
        if (this.mark[next] === own || this.side[next] !== side) continue;
        this.mark[next] = own;
        reached++;
        this.stack[filled++] = next;
      }
    }
    return reached === wanted;
  }

  /** What the sides cost: their own excess, the border between them, split people of the units that reach in. */
  costOfSides(): PlanCost {
    const { graph } = this.problem;
    let [first, second, border, split] = [0, 0, 0, 0];
    for (const block of this.region) {
      if (this.side[block] === 2) {
        second += graph.people[block]!;
        continue;
      }
      first += graph.people[block]!;
      for (let i = graph.start[block]!; i < graph.start[block + 1]!; i++) {
        if (this.side[graph.neighbour[i]!] === 2) border += graph.metres[i]!;
      }
    }
    for (const layer of this.layers) split += this.splitBySides(layer);
    return { excess: excessOf(first, this.problem) + excessOf(second, this.problem), split, border };
  }

  private splitBySides({ unitOf, first, second, elsewhere, whole }: KeptLayer): number {
    const { people } = this.problem.graph;
    for (const block of this.region) first[unitOf[block]!] = second[unitOf[block]!] = 0;
    for (const block of this.region) {
      const unit = unitOf[block]!;
      if (this.side[block] === 1) first[unit]! += people[block]!;
      else second[unit]! += people[block]!;
    }
    let split = 0;
    for (const block of this.region) {
      const unit = unitOf[block]!;
      if (first[unit] === -1) continue;
      split += whole[unit]! - Math.max(elsewhere[unit]!, first[unit]!, second[unit]!);
      first[unit] = -1;
    }
    return split;
  }

  private countElsewhere(layer: KeptLayer): void {
    const { unitOf, start, list, seen, elsewhere } = layer;
    const { people } = this.problem.graph;
    const own = ++this.marks;
    for (const block of this.region) {
      const unit = unitOf[block]!;
      if (seen[unit] === own) continue;
      seen[unit] = own;
      const others = new Map<number, number>();
      for (let i = start[unit]!; i < start[unit + 1]!; i++) {
        const other = list[i]!;
        if (this.side[other] !== 0) continue;
        others.set(this.plan[other]!, (others.get(this.plan[other]!) ?? 0) + people[other]!);
      }
      elsewhere[unit] = 0;
      for (const count of others.values()) elsewhere[unit] = Math.max(elsewhere[unit], count);
    }
  }

  /** Writes the sides into the plan. */
  settle(): void {
    const [g, h] = this.groups;
    for (const block of this.region) this.plan[block] = this.side[block] === 1 ? g : h;
    this.members[g] = this.region.filter((block) => this.side[block] === 1);
    this.members[h] = this.region.filter((block) => this.side[block] === 2);
  }
}

function layerOf(graph: BlockGraph, unitOf: Int32Array): KeptLayer {
  const count = unitOf.reduce((most, u) => Math.max(most, u + 1), 0);
  const start = new Int32Array(count + 1);
  const whole = new Float64Array(count);
  for (const unit of unitOf) start[unit + 1]!++;
  for (let unit = 0; unit < count; unit++) start[unit + 1]! += start[unit]!;
  const filled = start.slice();
  const list = new Int32Array(graph.count);
  unitOf.forEach((unit, block) => {
    list[filled[unit]!++] = block;
    whole[unit]! += graph.people[block]!;
  });
  const zeros = (): Float64Array => new Float64Array(count);
  return {
    unitOf,
    start,
    list,
    whole,
    first: zeros(),
    second: zeros(),
    elsewhere: zeros(),
    seen: new Int32Array(count),
  };
}
