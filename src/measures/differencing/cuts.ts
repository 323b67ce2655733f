/**
 * The smallest group of two layers that holds an atom: a minimum cut.
 *
 * Give every unit a level, 0 or 1. Units of the first layer at level 1 less units of the second at level 1 count every
 * atom whose first unit is up and whose second is down, and no other, as long as no atom has it the other way round:
 *
 *     up      a ──── a′          arc a → b of the weight of the atom; arc b → a that no cut may use
 *               ╲   │            the atom (a, b) is in the group: a is up, b is down
 *     down        b ╳            what the group weighs is the weight of the cut
 *
 * Paths are filled until they are full or carry the limit, from which on no group is asked for.
 */
import type { AtomGraph } from './graph.js';

/** Finds smallest groups; it keeps its arrays between calls. */
export class Cuts {
  readonly #graph: AtomGraph;
  readonly #weight: readonly number[];
  readonly #limit: number;
  /** Weight carried by each atom from its first unit to its second. */
  readonly #carried: Float64Array;
  /** Edge by which the search came to a node; -2 not yet, -1 the start. */
  readonly #came: Int32Array;
  readonly #queue: Int32Array;

  constructor(graph: AtomGraph, weight: readonly number[], limit: number) {
    this.#graph = graph;
    this.#weight = weight;
    this.#limit = limit;
    this.#carried = new Float64Array(graph.first.length);
    this.#came = new Int32Array(graph.nodes);
    this.#queue = new Int32Array(graph.nodes);
  }

  /** Atoms of the smallest group below the limit that holds an atom; null for none. */
  smallest(atom: number): number[] | null {
    const { first, second } = this.#graph;
    const [source, target] = [first[atom]!, second[atom]!];
    if (source === target) return null;
    this.#carried.fill(0);
    let total = 0;
    while (this.#reach(source, target)) {
      total += this.#fill(source, target);
      if (total >= this.#limit) return null;
    }
    // Whoever can still be reached is up.
    const isUp = (node: number): boolean => this.#came[node]! !== NOT_YET;
    return [...first.keys()].filter((edge) => isUp(first[edge]!) && !isUp(second[edge]!));
  }

  #reach(source: number, target: number): boolean {
    const { first, second, edgesOf } = this.#graph;
    const [came, queue, carried] = [this.#came, this.#queue, this.#carried];
    came.fill(NOT_YET);
    came[source] = -1;
    queue[0] = source;
    for (let head = 0, tail = 1; head < tail; head++) {
      const node = queue[head]!;
      for (const edge of edgesOf[node]!) {
        const forward = first[edge] === node;
        const other = forward ? second[edge]! : first[edge]!;
        if (came[other] !== NOT_YET || (forward && carried[edge]! >= this.#weight[edge]!)) continue;
        came[other] = edge;
        if (other === target) return true;
        queue[tail++] = other;
      }
    }
    return false;
  }

  /** Sends what the path found can carry, at most the limit. */
  #fill(source: number, target: number): number {
    const { first, second } = this.#graph;
    let room = this.#limit;
    for (let node = target; node !== source;) {
      const edge = this.#came[node]!;
      const forward = second[edge] === node;
      if (forward) room = Math.min(room, this.#weight[edge]! - this.#carried[edge]!);
      node = forward ? first[edge]! : second[edge]!;
    }
    for (let node = target; node !== source;) {
      const edge = this.#came[node]!;
      const forward = second[edge] === node;
      this.#carried[edge]! += forward ? room : -room;
      node = forward ? first[edge]! : second[edge]!;
    }
    return room;
  }
}

const NOT_YET = -2;
