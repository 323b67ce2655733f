/**
 * Which positions of the arcs are drawn: the ones that matter most, so many in all.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { valueY } from '../../arrangement/lattice.js';
import type { Arcs } from './arcs.js';
import { positionWeights } from './position-weights.js';

export interface KeptArcs {
  /** Nodes of each arc that are drawn, its ends among them. */
  readonly nodes: readonly Int32Array[];
  /** The smallest ring worth drawing, in squares of the lattice step. */
  readonly leastArea: number;
}

/** Chooses about so many positions, the heaviest of all arcs. Every closed arc keeps a triangle, and so do two arcs with the same ends. */
export function keepPositions(arrangement: Arrangement, arcs: Arcs, positions: number): KeptArcs {
  const { nodeX, nodeY, lattice } = arrangement.edges;
  const middle = meanY(nodeY, arcs);
  // Degrees of longitude are narrower than degrees of latitude; the look is judged as on the ground.
  const narrowing = lattice.model === 'planar' ? 1 : Math.cos((valueY(lattice, middle) * Math.PI) / 180);
  const weights = Array.from({ length: arcs.count }, (_, k) => {
    const nodes = arcs.node.subarray(arcs.start[k], arcs.start[k + 1]);
    return positionWeights(
      Float64Array.from(nodes, (node) => nodeX[node]! * narrowing),
      Float64Array.from(nodes, (node) => nodeY[node]!),
    );
  });
  const least = weightOfRank(weights, positions);
  const twins = arcsWithTwins(arcs);
  const nodes = weights.map((ofArc, k) => {
    const first = arcs.start[k]!;
    const closed = arcs.node[first] === arcs.node[arcs.start[k + 1]! - 1];
    const needed = (closed ? 4 : twins.has(k) ? 3 : 2) - 2;
    const bound = Math.min(least, weightOfRankIn(ofArc, needed));
    return arcs.node.subarray(first, arcs.start[k + 1]).filter((_, i) => ofArc[i]! >= bound);
  });
  return { nodes, leastArea: Number.isFinite(least) ? (2 * least) / narrowing : 0 };
}

function meanY(nodeY: Int32Array, arcs: Arcs): number {
  let [low, high] = [Infinity, -Infinity];
  for (const node of arcs.node) {
    low = Math.min(low, nodeY[node]!);
    high = Math.max(high, nodeY[node]!);
  }
  return low > high ? 0 : (low + high) / 2;
}

/** The weight that so many positions of all lines reach. */
function weightOfRank(weights: readonly Float64Array[], rank: number): number {
  const total = weights.reduce((sum, ofArc) => sum + ofArc.length, 0);
  if (total <= rank) return 0;
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
function arcsWithTwins(arcs: Arcs): Set<number> {
  const byEnds = new Map<string, number>();
  const found = new Set<number>();
  for (let k = 0; k < arcs.count; k++) {
    const ends = [arcs.node[arcs.start[k]!]!, arcs.node[arcs.start[k + 1]! - 1]!].sort((p, q) => p - q);
    const twin = byEnds.get(ends.join());
    if (twin === undefined) byEnds.set(ends.join(), k);
    else found.add(k).add(twin);
  }
  return found;
}
