/**
 * Blocks and who borders on whom: what neighbourhoods are built from, without any shape.
 *
 *     a │ b        a and b share an edge: neighbours, by so many metres of common border
 *     ──┼──        a and d meet in a point: no neighbours
 *     c │ d
 */

/** Blocks of one parent, numbered from 0; entry i of block b stands at start[b] to start[b + 1] - 1. */
export interface BlockGraph {
  readonly count: number;
  /** People of each block, 0 or more. */
  readonly people: Float64Array;
  readonly start: Int32Array;
  /** Neighbours, rising within a block; a link across water is one too. */
  readonly neighbour: Int32Array;
  /** Metres of common border; 0 for a link. */
  readonly metres: Float64Array;
}

/** Two blocks with a common border, or a link between two parts of the land. */
export interface BlockBorder {
  readonly a: number;
  readonly b: number;
  readonly metres: number;
}

/** The graph of some blocks; each pair of neighbours is given once. */
export function blockGraph(people: Float64Array, borders: readonly BlockBorder[]): BlockGraph {
  const both = borders.flatMap(({ a, b, metres }) => [
    { a, b, metres },
    { a: b, b: a, metres },
  ]);
  both.sort((p, q) => p.a - q.a || p.b - q.b);
  const start = new Int32Array(people.length + 1);
  for (const { a } of both) start[a + 1]!++;
  for (let b = 0; b < people.length; b++) start[b + 1]! += start[b]!;
  return {
    count: people.length,
    people,
    start,
    neighbour: Int32Array.from(both, ({ b }) => b),
    metres: Float64Array.from(both, ({ metres }) => metres),
  };
}

/** For each block the number of the connected piece it lies in, among blocks of one label; pieces by their first block. */
export function piecesOf(graph: BlockGraph, label: ArrayLike<number>): { of: Int32Array; count: number } {
  const of = new Int32Array(graph.count).fill(-1);
  const stack: number[] = [];
  let count = 0;
  for (let first = 0; first < graph.count; first++) {
    if (of[first] !== -1) continue;
    of[first] = count;
    stack.push(first);
    while (stack.length > 0) {
      const block = stack.pop()!;
      for (let i = graph.start[block]!; i < graph.start[block + 1]!; i++) {
        const next = graph.neighbour[i]!;
        if (of[next] !== -1 || label[next] !== label[block]) continue;
        of[next] = count;
        stack.push(next);
      }
    }
    count++;
  }
  return { of, count };
}
