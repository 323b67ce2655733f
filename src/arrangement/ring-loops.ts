/**
 * Takes a ring apart into loops that come to no node twice.
 *
 *     a b c d b e a    ──►    b c d, a b e          the walk is cut where it comes back to a node
 *     a b c d a b c d  ──►    a b c d, a b c d      a ring walked twice
 *     a b c b a        ──►    nothing               out and back the same way encloses nothing
 *
 * A walk can be taken apart in more than one way, so it is first turned to where its nodes read lowest: how the ring was
 * told changes nothing. A coast that touches itself may have a hundred thousand nodes, so all is kept in flat arrays.
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

/** The loops of one ring. */
export interface RingLoops {
  /** Edges of all loops, one loop after the other; none comes twice in one. */
  readonly edges: Int32Array;
  /** How many edges each loop has. */
  readonly lengths: readonly number[];
  /** 1 for each loop that runs counter-clockwise, -1 for one that runs clockwise. */
  readonly turns: readonly number[];
}

/** A function that finds the loops of a ring by its steps, in the order in which the walk closes them. */
export function loopFinder(pieces: Pieces): (steps: Int32Array) => RingLoops {
  // The place of each node on the path that is not closed yet, or -1; left so by every ring.
  const placeOf = new Int32Array(pieces.nodes.length / 2).fill(-1);
  return (steps) => {
    const walk = settled(walkOf(pieces, steps), pieces.nodes);
    const count = walk.nodes.length;
    const [path, along, edges] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
    const [lengths, turns]: [number[], number[]] = [[], []];
    let [depth, used] = [0, 0];
    const visit = (node: number): void => {
      const from = placeOf[node]!;
      if (from < 0) {
        placeOf[node] = depth;
        path[depth] = node;
        return;
      }
      const length = depth - from;
      if (length > 2) {
        edges.set(along.subarray(from, depth), used);
        used += length;
        lengths.push(length);
        turns.push(turnOf(pieces.nodes, path, from, depth));
      }
      for (let i = from + 1; i < depth; i++) placeOf[path[i]!] = -1;
      depth = from;
    };
    for (let i = 0; i < count; i++) {
      visit(walk.nodes[i]!);
      along[depth++] = walk.edges[i]!;
    }
    visit(walk.nodes[0]!);
    placeOf[walk.nodes[0]!] = -1;
    return { edges: edges.subarray(0, used), lengths, turns };
  };
}

/** A closed walk along edges: each node, and the edge that leaves it. */
interface Walk {
  readonly nodes: Int32Array;
  readonly edges: Int32Array;
}

function walkOf({ start, piece, ends }: Pieces, steps: Int32Array): Walk {
  let count = 0;
  for (let i = 0; i < steps.length; i++) count += Math.max(1, start[steps[i]! + 1]! - start[steps[i]!]!);
  const [nodes, edges] = [new Int32Array(count), new Int32Array(count)];
  let node = beginning(ends, steps);
  for (let s = 0, used = 0; s < steps.length; s++) {
    const step = steps[s]!;
    const [first, length] = [start[step]!, start[step + 1]! - start[step]!];
    const isBackwards = node !== ends[2 * step];
    for (let i = 0; i < Math.max(1, length); i++) {
      const edge = length === 0 ? step : piece[isBackwards ? first + length - 1 - i : first + i]!;
      nodes[used] = node;
      edges[used++] = edge;
      node = ends[2 * edge] === node ? ends[2 * edge + 1]! : ends[2 * edge]!;
    }
  }
  return { nodes, edges };
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

/** The same walk from where, and in the direction in which, the positions of its nodes read lowest. */
function settled({ nodes, edges }: Walk, positions: Int32Array): Walk {
  const count = nodes.length;
  const compare = (u: number, v: number): number =>
    positions[2 * u]! - positions[2 * v]! || positions[2 * u + 1]! - positions[2 * v + 1]!;
  const placeAt = (from: number, step: number, i: number): number => {
    const place = from + step * i;
    return place < 0 ? place + count : place >= count ? place - count : place;
  };
  const readsLower = (from: number, step: number): boolean => {
    for (let i = 0; i < count; i++) {
      const sign = compare(nodes[placeAt(from, step, i)]!, nodes[placeAt(best, direction, i)]!);
      if (sign !== 0) return sign < 0;
    }
    return false;
  };
  let [best, direction] = [0, 1];
  for (let from = 0; from < count; from++) {
    if (compare(nodes[from]!, nodes[best]!) > 0) continue;
    for (const step of [1, -1]) if (readsLower(from, step)) [best, direction] = [from, step];
  }
  const turned = { nodes: new Int32Array(count), edges: new Int32Array(count) };
  for (let i = 0; i < count; i++) {
    const place = placeAt(best, direction, i);
    turned.nodes[i] = nodes[place]!;
    // Backwards a node is left by the edge that led to it.
    turned.edges[i] = edges[direction > 0 ? place : (place + count - 1) % count]!;
  }
  return turned;
}

function turnOf(nodes: Int32Array, path: Int32Array, from: number, to: number): number {
  const [x0, y0] = [nodes[2 * path[from]!]!, nodes[2 * path[from]! + 1]!];
  let twice = 0;
  for (let i = from + 1; i + 1 < to; i++) {
    const [u, v] = [2 * path[i]!, 2 * path[i + 1]!];
    twice += (nodes[u]! - x0) * (nodes[v + 1]! - y0) - (nodes[v]! - x0) * (nodes[u + 1]! - y0);
  }
  return twice < 0 ? -1 : 1;
}
