/**
 * Where the border of one layer leaves that of another: its deviating edges, joined into stretches.
 *
 *      a   │ b   a'         one stretch runs between the same two units of the first layer and inside one unit of
 *     ─────●─────           the second. It ends (●) where either changes, where the border branches, and where
 *      a   │     a'         the border is exact or within tolerance again
 *          │ b'
 */
import { leftFace, rightFace, type Arrangement } from './arrangement.js';
import { endingUnits } from './border-table.js';
import { comparePositions } from './compare-positions.js';
import { DEVIATING, NO_BORDER, type Border } from './borders.js';
import { furthestPoint } from './furthest-point.js';
import { halfEdgesOf, origin, target } from './half-edges.js';
import { NO_UNIT } from './labels.js';
import { valueX, valueY } from './lattice.js';
import { makeDistanceToEdge, type DistanceToEdge } from './nearest-edge.js';

export interface Stretch {
  /** Metres. */
  readonly length: number;
  /**
   * Units of the first layer, seen along the positions. In a layer that overlaps itself: the first of those that
   * end here, or of those that cover this side.
   */
  readonly unitLeft: number;
  readonly unitRight: number;
  /** The unit of the second layer it runs through (the first of several), or NO_UNIT outside that layer. */
  readonly unitB: number;
  /** x, y after one another in degrees or metres. A closed stretch ends where it starts. */
  readonly positions: Float64Array;
  /** Metres from its furthest point to the nearest border of the second layer; Infinity where that has none. */
  readonly maxDistance: number;
  /** That point: x, y in degrees or metres. */
  readonly furthest: readonly [number, number];
}

/**
 * Deviating stretches between units of layer A, longest first, equals by their positions. Each runs in the
 * direction whose positions come first (least x, then least y); a closed one starts at its least position. Outer
 * border is left out.
 */
export function deviatingStretches(arrangement: Arrangement, border: Border): Stretch[] {
  const follow = makeFollow(arrangement, border);
  const distanceTo = makeDistanceToEdge(arrangement.edges, borderEdgesOfB(arrangement, border));
  const done = new Uint8Array(border.edgeClass.length);
  const stretches: Stretch[] = [];
  for (let e = 0; e < done.length; e++) {
    if (done[e] === 1 || !isBetweenUnits(arrangement, border, e)) continue;
    const halves = chainThrough(e, follow);
    for (const h of halves) done[h >> 1] = 1;
    stretches.push(measureStretch(arrangement, border, directed(arrangement, halves), distanceTo));
  }
  return stretches.sort((p, q) => q.length - p.length || comparePositions(p.positions, q.positions));
}

function isBetweenUnits(arrangement: Arrangement, border: Border, edge: number): boolean {
  const { ofFace } = arrangement.labels[border.layerA]!;
  return (
    border.edgeClass[edge] === DEVIATING &&
    ofFace[leftFace(arrangement, edge)] !== NO_UNIT &&
    ofFace[rightFace(arrangement, edge)] !== NO_UNIT
  );
}

/** Says which half-edge continues the stretch of another, or -1 where it ends. */
function makeFollow(arrangement: Arrangement, border: Border): (half: number) => number {
  const { edges, faces, labels } = arrangement;
  const halves = halfEdgesOf(edges);
  const a = labels[border.layerA]!.ofFace;
  const b = labels[border.layerB]!.ofFace;
  return (half) => {
    const node = target(edges, half);
    let onward = -1;
    for (let k = halves.outStart[node]!; k < halves.outStart[node + 1]!; k++) {
      const out = halves.out[k]!;
      if (out === (half ^ 1) || border.edgeClass[out >> 1] === NO_BORDER) continue;
      if (onward !== -1) return -1;
      onward = out;
    }
    if (onward === -1 || border.edgeClass[onward >> 1] !== DEVIATING) return -1;
    const [left, right] = [faces.ofHalfEdge[half]!, faces.ofHalfEdge[half ^ 1]!];
    const [nextLeft, nextRight] = [faces.ofHalfEdge[onward]!, faces.ofHalfEdge[onward ^ 1]!];
    const same = a[left] === a[nextLeft] && a[right] === a[nextRight] && b[left] === b[nextLeft];
    return same ? onward : -1;
  };
}

/** Half-edges of the stretch that an edge belongs to, in order. */
function chainThrough(edge: number, follow: (half: number) => number): number[] {
  const start = 2 * edge;
  const chain = [start];
  for (let h = follow(start); h !== -1; h = follow(h)) {
    if (h === start) return chain;
    chain.push(h);
  }
  const before: number[] = [];
  for (let h = follow(start ^ 1); h !== -1; h = follow(h)) before.push(h ^ 1);
  return [...before.reverse(), ...chain];
}

/** The chain in the direction whose positions come first, a closed one from its least position on. */
function directed({ edges }: Arrangement, chain: readonly number[]): readonly number[] {
  const { nodeX, nodeY } = edges;
  const order = (u: number, v: number): number => nodeX[u]! - nodeX[v]! || nodeY[u]! - nodeY[v]!;
  let forward = chain;
  if (origin(edges, chain[0]!) === target(edges, chain[chain.length - 1]!)) {
    let least = 0;
    for (let i = 1; i < chain.length; i++)
      if (order(origin(edges, chain[i]!), origin(edges, chain[least]!)) < 0) least = i;
    forward = [...chain.slice(least), ...chain.slice(0, least)];
  }
  const backward = forward.map((_, i) => forward[forward.length - 1 - i]! ^ 1);
  const first = order(origin(edges, forward[0]!), origin(edges, backward[0]!));
  const second = order(target(edges, forward[0]!), target(edges, backward[0]!));
  return (first || second) <= 0 ? forward : backward;
}

function measureStretch(
  arrangement: Arrangement,
  border: Border,
  chain: readonly number[],
  distanceTo: DistanceToEdge,
): Stretch {
  const { edges, faces, labels } = arrangement;
  const { nodeX, nodeY, lattice } = edges;
  const positions = new Float64Array(2 * chain.length + 2);
  for (let i = 0; i <= chain.length; i++) {
    const node = i === 0 ? origin(edges, chain[0]!) : target(edges, chain[i - 1]!);
    positions[2 * i] = valueX(lattice, nodeX[node]!);
    positions[2 * i + 1] = valueY(lattice, nodeY[node]!);
  }
  const { distance, at } = furthestPoint(arrangement, chain, distanceTo);
  const { ofFace, sets } = labels[border.layerA]!;
  const left = ofFace[faces.ofHalfEdge[chain[0]!]!]!;
  const right = ofFace[faces.ofHalfEdge[chain[0]! ^ 1]!]!;
  const b = labels[border.layerB]!;
  return {
    length: chain.reduce((sum, half) => sum + arrangement.length[half >> 1]!, 0),
    unitLeft: endingUnits(sets, left, right)[0] ?? sets.members(left)[0]!,
    unitRight: endingUnits(sets, right, left)[0] ?? sets.members(right)[0]!,
    unitB: b.sets.members(b.ofFace[faces.ofHalfEdge[chain[0]!]!]!)[0] ?? NO_UNIT,
    positions,
    maxDistance: distance,
    furthest: at,
  };
}

/** Edges across which the second layer's label changes. */
function borderEdgesOfB(arrangement: Arrangement, { layerB }: Border): Int32Array {
  const { ofFace } = arrangement.labels[layerB]!;
  const found: number[] = [];
  for (let e = 0; e < arrangement.length.length; e++) {
    if (ofFace[leftFace(arrangement, e)] !== ofFace[rightFace(arrangement, e)]) found.push(e);
  }
  return Int32Array.from(found);
}
