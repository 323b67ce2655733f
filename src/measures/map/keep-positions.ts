/**
 * Which positions of the arcs are drawn: all ends, and of the positions between them the ones that matter most, so many
 * in each layer.
 *
 *     coarse layer   ●──▲──▲──●      its positions are chosen first, from a number of its own: however many arcs a
 *     dense layer    ●●●●●●●●●●      finer layer has, it takes none of them away
 *
 * The outline of a layer, the coast, keeps every position that can be seen on the whole map a few times enlarged.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { valueY } from '../../arrangement/lattice.js';
import type { Arcs } from './arcs.js';
import { positionWeights } from './position-weights.js';

/** What is to be drawn, and how much of it. */
export interface KeepWishes {
  /** For each arc the layer whose number of positions it draws on; -1 for an arc that is not drawn. */
  readonly layerOf: Int32Array;
  /** 1 for arcs with nothing of that layer on one side. */
  readonly isOutline: Uint8Array;
  /** Positions between the ends of arcs, for each layer. */
  readonly inner: readonly number[];
}

export interface KeptArcs {
  /** Nodes of each arc that are drawn, its ends among them; none of an arc that is not drawn. */
  readonly nodes: readonly Int32Array[];
  /** For each layer the smallest ring in the sea worth drawing, in squares of the lattice step. */
  readonly leastArea: readonly number[];
}

/** Of an outline a position is kept if it stands out by a triangle with this part of the map's length on a side, or more. */
const OUTLINE_PART = 1 / 2500;

/** Chooses the heaviest positions of each layer. Every closed arc keeps a triangle, and so do two arcs with the same ends. */
export function keepPositions(
  arrangement: Arrangement,
  arcs: Arcs,
  { layerOf, isOutline, inner }: KeepWishes,
): KeptArcs {
  const { nodeX, nodeY, lattice } = arrangement.edges;
  const drawn = [...layerOf.keys()].filter((k) => layerOf[k]! >= 0);
  const box = boxOf(nodeX, nodeY, arcs, drawn);
  // Degrees of longitude are narrower than degrees of latitude; the look is judged as on the ground.
  const narrowing =
    lattice.model === 'planar' ? 1 : Math.cos((valueY(lattice, (box.south + box.north) / 2) * Math.PI) / 180);
  const weights: Float64Array[] = [];
  for (const k of drawn) {
    const nodes = arcs.node.subarray(arcs.start[k], arcs.start[k + 1]);
    weights[k] = positionWeights(
      Float64Array.from(nodes, (node) => nodeX[node]! * narrowing),
      Float64Array.from(nodes, (node) => nodeY[node]!),
    );
  }
  const length = Math.max((box.east - box.west) * narrowing, box.north - box.south, 0);
  const seen = (length * OUTLINE_PART) ** 2 / 2;
  const least = inner.map((count, layer) =>
    weightOfRank(
      drawn.flatMap((k) => (layerOf[k] === layer ? [weights[k]!.subarray(1, -1)] : [])),
      count,
    ),
  );
  const ofOutline = least.map((weight) => Math.min(weight, seen));
  const twins = arcsWithTwins(arcs, drawn);
  const nodes = Array.from(layerOf, (layer, k) => {
    if (layer < 0) return new Int32Array();
    const first = arcs.start[k]!;
    const closed = arcs.node[first] === arcs.node[arcs.start[k + 1]! - 1];
    const needed = closed ? 2 : twins.has(k) ? 1 : 0;
    const wanted = isOutline[k] === 1 ? ofOutline[layer]! : least[layer]!;
    const bound = Math.min(wanted, weightOfRankIn(weights[k]!, needed));
    return arcs.node.subarray(first, arcs.start[k + 1]).filter((_, i) => weights[k]![i]! >= bound);
  });
  return { nodes, leastArea: ofOutline.map((weight) => (2 * weight) / narrowing) };
}

function boxOf(
  nodeX: Int32Array,
  nodeY: Int32Array,
  arcs: Arcs,
  drawn: readonly number[],
): { west: number; south: number; east: number; north: number } {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const k of drawn) {
    for (const node of arcs.node.subarray(arcs.start[k], arcs.start[k + 1])) {
      box.west = Math.min(box.west, nodeX[node]!);
      box.east = Math.max(box.east, nodeX[node]!);
      box.south = Math.min(box.south, nodeY[node]!);
      box.north = Math.max(box.north, nodeY[node]!);
    }
  }
  return drawn.length === 0 ? { west: 0, south: 0, east: 0, north: 0 } : box;
}

/** The weight that so many positions of all lines reach: 0 where there are no more, Infinity for none. */
function weightOfRank(weights: readonly Float64Array[], rank: number): number {
  const total = weights.reduce((sum, ofArc) => sum + ofArc.length, 0);
  if (total <= rank) return 0;
  if (rank <= 0) return Infinity;
  const all = new Float64Array(total);
  let at = 0;
  for (const ofArc of weights) {
    all.set(ofArc, at);
    at += ofArc.length;
  }
  all.sort();
  return all[total - rank]!;
}

/** The weight that so many inner positions of one line reach; Infinity for none. */
function weightOfRankIn(ofArc: Float64Array, rank: number): number {
  if (rank === 0) return Infinity;
  const inner = ofArc.slice(1, -1).sort();
  return inner[Math.max(0, inner.length - rank)] ?? Infinity;
}

/** Open arcs that have both their ends in common with another one: drawn straight, they would fall into one line. */
function arcsWithTwins(arcs: Arcs, drawn: readonly number[]): Set<number> {
  const firstOf = new Map<string, number>();
  const twins = new Set<number>();
  for (const k of drawn) {
    const [p, q] = [arcs.node[arcs.start[k]!]!, arcs.node[arcs.start[k + 1]! - 1]!];
    const key = p < q ? `${p} ${q}` : `${q} ${p}`;
    const other = firstOf.get(key);
    if (other === undefined) firstOf.set(key, k);
    else twins.add(k).add(other);
  }
  return twins;
}
