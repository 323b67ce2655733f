/**
 * Takes a ring apart into loops that come to no node twice.
 *
 *     a b c d b e a    ──►    b c d, a b e          the walk is cut where it comes back to a node
 *     a b c d a b c d  ──►    a b c d, a b c d      a ring walked twice
 *     a b c b a        ──►    nothing               out and back the same way encloses nothing
 *
 * A walk can be taken apart in more than one way, so it is first turned to where its nodes read lowest: how the ring was
 * told changes nothing.
 */

/** What the kernel knows of edges once they are cut; views of its memory. */
export interface Pieces {
  /** Edge e was cut into piece[start[e]] to piece[start[e + 1] - 1], from its lower end; one that was not has none. */
  readonly start: Int32Array;
  readonly piece: Int32Array;
  /** The lower and the higher end of each edge. */
  readonly ends: Int32Array;
  /** x and y of each node, in steps of the lattice. */
  readonly nodes: Int32Array;
}

export interface Loop {
  /** Its edges; none comes twice. */
  readonly edges: number[];
  /** 1 if it runs counter-clockwise, else -1. */
  readonly turn: number;
}

/** The loops of the ring with these steps, in the order in which the walk closes them. */
export function loopsOfRing(pieces: Pieces, steps: Int32Array): Loop[] {
  const loops: Loop[] = [];
  const walk = settled(walkOf(pieces, steps), pieces.nodes);
  const path: number[] = [];
  const edges: number[] = [];
  const placeOf = new Map<number, number>();
  const visit = (node: number): void => {
    const from = placeOf.get(node);
    if (from === undefined) {
      placeOf.set(node, path.length);
      path.push(node);
      return;
    }
    const around = path.slice(from);
    const closed = edges.splice(from);
    path.length = from + 1;
    for (const other of around.slice(1)) placeOf.delete(other);
    if (closed.length > 2) loops.push({ edges: closed, turn: turnOf(pieces.nodes, around) });
  };
  walk.nodes.forEach((node, i) => {
    visit(node);
    edges.push(walk.edges[i]!);
  });
  visit(walk.nodes[0]!);
  return loops;
}

/** A closed walk along edges: each node, and the edge that leaves it. */
interface Walk {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

function walkOf({ start, piece, ends }: Pieces, steps: Int32Array): Walk {
  const low = (edge: number): number => ends[2 * edge]!;
  const high = (edge: number): number => ends[2 * edge + 1]!;
  const edges: number[] = [];
  const nodes: number[] = [];
  let node = beginning(ends, steps);
  const pass = (edge: number): void => {
    nodes.push(node);
    edges.push(edge);
    node = low(edge) === node ? high(edge) : low(edge);
  };
  for (const step of steps) {
    const [from, to] = [start[step]!, start[step + 1]!];
    if (from === to) pass(step);
    else if (node === low(step)) for (let i = from; i < to; i++) pass(piece[i]!);
    else for (let i = to - 1; i >= from; i--) pass(piece[i]!);
  }
  return { nodes, edges };
}

/** The same walk from where, and in the direction in which, the positions of its nodes read lowest. */
function settled({ nodes, edges }: Walk, positions: Int32Array): Walk {
  const count = nodes.length;
  const compare = (u: number, v: number): number =>
    positions[2 * u]! - positions[2 * v]! || positions[2 * u + 1]! - positions[2 * v + 1]!;
  const nodeAt = (from: number, step: number, i: number): number =>
    nodes[(((from + step * i) % count) + count) % count]!;
  const reads = (from: number, step: number, other: readonly [number, number]): number => {
    for (let i = 0; i < count; i++) {
      const sign = compare(nodeAt(from, step, i), nodeAt(...other, i));
      if (sign !== 0) return sign;
    }
    return 0;
  };
  let best: readonly [number, number] = [0, 1];
  for (let from = 0; from < count; from++) {
    for (const step of [1, -1]) if (reads(from, step, best) < 0) best = [from, step];
  }
  const [from, step] = best;
  return {
    nodes: nodes.map((_, i) => nodeAt(from, step, i)),
    // Backwards a node is left by the edge that led to it.
    edges: edges.map((_, i) => edges[(((from + step * i - (step < 0 ? 1 : 0)) % count) + count) % count]!),
  };
}

/** The node at which steps begin, which know no direction: told by the first that goes elsewhere than the one before. */
function beginning(ends: Int32Array, steps: Int32Array): number {
  const along = steps[0]!;
  const turning = steps.findIndex((step) => step !== along);
  const [low, high] = [ends[2 * along]!, ends[2 * along + 1]!];
  if (turning < 0) return low;
  const next = steps[turning]!;
  const sharesLow = ends[2 * next] === low || ends[2 * next + 1] === low;
  // Run along once, or there and back and there again, the first edge is left at its other end.
  return sharesLow === (turning % 2 === 1) ? high : low;
}

function turnOf(nodes: Int32Array, around: readonly number[]): number {
  const [x0, y0] = [nodes[2 * around[0]!]!, nodes[2 * around[0]! + 1]!];
  let twice = 0;
  for (let i = 1; i + 1 < around.length; i++) {
    const [u, v] = [2 * around[i]!, 2 * around[i + 1]!];
    twice += (nodes[u]! - x0) * (nodes[v + 1]! - y0) - (nodes[v]! - x0) * (nodes[u + 1]! - y0);
  }
  return twice < 0 ? -1 : 1;
}
