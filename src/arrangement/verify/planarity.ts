/**
 * An independent look at a set of edges: do they meet at nodes only?
 *
 * Nothing of the arrangement's own index or predicates is used. Edges are put into horizontal bands, sorted by their
 * western end, and every two whose boxes meet are compared. Signs come from doubles where the error bound allows,
 * else from big integers, so the answer is exact.
 */
import { countBefore } from '../../trouble/order.js';
import type { PlanarEdges } from '../planar-edges.js';

export interface Planarity {
  /** Pairs of edges whose boxes meet, which were compared. */
  readonly compared: number;
  /** Faults in words, at most twenty; none in a planar set of edges. */
  readonly faults: readonly string[];
}

/** Whether edges meet at nodes only, no two nodes share a place and no two edges their ends. */
export function checkPlanarity(edges: Pick<PlanarEdges, 'nodeX' | 'nodeY' | 'from' | 'to'>): Planarity {
  const { nodeX, nodeY, from, to } = edges;
  const faults: string[] = [];
  const name = (e: number): string =>
    `${e} (${nodeX[from[e]!]} ${nodeY[from[e]!]}, ${nodeX[to[e]!]} ${nodeY[to[e]!]})`;
  const report = (fault: string): void => {
    if (faults.length < 20) faults.push(fault);
  };
  const isUsed = new Uint8Array(nodeX.length);
  for (const ends of [from, to]) for (const node of ends) isUsed[node] = 1;
  const used = Int32Array.from(nodeX.keys())
    .filter((node) => isUsed[node] === 1)
    .sort((u, v) => nodeX[u]! - nodeX[v]! || nodeY[u]! - nodeY[v]!);
  for (let i = 1; i < used.length; i++) {
    const [u, v] = [used[i - 1]!, used[i]!];
    if (nodeX[u] === nodeX[v] && nodeY[u] === nodeY[v]) report(`two nodes at ${nodeX[u]} ${nodeY[u]}`);
  }
  for (let e = 0; e < from.length; e++) {
    if (nodeX[from[e]!] === nodeX[to[e]!] && nodeY[from[e]!] === nodeY[to[e]!])
      report(`edge ${name(e)} has no length`);
  }
  let compared = 0;
  forEveryMeeting(edges, (e, f) => {
    compared++;
    const fault = faultOfPair(nodeX, nodeY, from[e]!, to[e]!, from[f]!, to[f]!);
    if (fault !== null) report(`edges ${name(e)} and ${name(f)} ${fault}`);
  });
  return { compared, faults };
}

/** Calls back for every two edges whose boxes meet, some more than once. */
function forEveryMeeting(
  { nodeX, nodeY, from, to }: Pick<PlanarEdges, 'nodeX' | 'nodeY' | 'from' | 'to'>,
  callback: (e: number, f: number) => void,
): void {
  const count = from.length;
  const west = (e: number): number => Math.min(nodeX[from[e]!]!, nodeX[to[e]!]!);
  const east = (e: number): number => Math.max(nodeX[from[e]!]!, nodeX[to[e]!]!);
  const south = (e: number): number => Math.min(nodeY[from[e]!]!, nodeY[to[e]!]!);
  const north = (e: number): number => Math.max(nodeY[from[e]!]!, nodeY[to[e]!]!);
  // Bands hold about as many edges each, whatever the reach of the map, so one far edge does not matter.
  const heights = Float64Array.from({ length: count }, (_, e) => south(e)).sort();
  const bands = Math.ceil(Math.sqrt(count));
  const floors = Float64Array.from({ length: bands }, (_, b) => heights[Math.floor((b * count) / bands)]!);
  const inBand: number[][] = Array.from({ length: bands }, () => []);
  for (let e = 0; e < count; e++) {
    for (let b = bandOf(floors, south(e)); b <= bandOf(floors, north(e)); b++) inBand[b]!.push(e);
  }
  const byWest = Int32Array.from({ length: count }, (_, e) => e).sort((e, f) => west(e) - west(f));
  const rank = new Int32Array(count);
  byWest.forEach((e, i) => (rank[e] = i));
  for (const band of inBand) {
    const list = Int32Array.from(band, (e) => rank[e]!)
      .sort()
      .map((i) => byWest[i]!);
    for (let i = 0; i < list.length; i++) {
      const e = list[i]!;
      for (let j = i + 1; j < list.length && west(list[j]!) <= east(e); j++) {
        const f = list[j]!;
        if (south(f) <= north(e) && north(f) >= south(e)) callback(e, f);
      }
    }
  }
}

/** The last band whose floor is under a height, or the first. */
const bandOf = (floors: Float64Array, height: number): number =>
  Math.max(0, countBefore(floors.length, (band) => floors[band]! < height) - 1);

function faultOfPair(
  x: Int32Array,
  y: Int32Array,
  a: number,
  b: number,
  c: number,
  d: number,
): string | null {
  const turn = (p: number, q: number, r: number): number =>
    exactTurn(x[q]! - x[p]!, y[q]! - y[p]!, x[r]! - x[p]!, y[r]! - y[p]!);
  const same = (p: number, q: number): boolean => x[p] === x[q] && y[p] === y[q];
  if ((same(a, c) && same(b, d)) || (same(a, d) && same(b, c))) return 'are the same edge';
  const within = (p: number, q: number, r: number): boolean =>
    !same(p, r) &&
    !same(q, r) &&
    (x[r]! - x[p]!) * (x[r]! - x[q]!) <= 0 &&
    (y[r]! - y[p]!) * (y[r]! - y[q]!) <= 0;
  const [atC, atD, atA, atB] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (
    (atC === 0 && within(a, b, c)) ||
    (atD === 0 && within(a, b, d)) ||
    (atA === 0 && within(c, d, a)) ||
    (atB === 0 && within(c, d, b))
  ) {
    return 'meet where one of them has no node';
  }
  return atC * atD < 0 && atA * atB < 0 ? 'cross' : null;
}

/** Sign of the cross product of two vectors of integers below 2^33. */
function exactTurn(dx: number, dy: number, ex: number, ey: number): number {
  const left = dx * ey;
  const right = dy * ex;
  const rough = left - right;
  if (Math.abs(rough) > (Math.abs(left) + Math.abs(right)) * 2 ** -51) return Math.sign(rough);
  const exact = BigInt(dx) * BigInt(ey) - BigInt(dy) * BigInt(ex);
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}
