/**
 * The borders of several layers as arcs: runs of edges that are borders of the same units from end to end.
 *
 *        a │ a            an arc ends (●) where a border of one of its units branches or begins to be shared with
 *      ────●────          another unit. Borders that only cross, of two layers or of two units of a layer that overlap,
 *        a'│ a''          do not cut one another: a border drawn twice, a metre apart, does not fall into splinters.
 *
 * Every arc runs in the direction whose positions come first and a closed one starts at its least position, so
 * arcs do not depend on the order in which anything was read.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { halfEdgesOf, origin, target, type HalfEdges } from '../../arrangement/half-edges.js';
import { NO_OWNER, ownersOfEdges, shareUnit, type EdgeOwners } from './edge-owners.js';

export interface Arcs {
  readonly count: number;
  /** Arc k has nodes node[start[k]] to node[start[k + 1] - 1]; a closed one ends with the node it starts from. */
  readonly start: Uint32Array;
  readonly node: Int32Array;
  /** For each edge of the arrangement its arc, or -1 where no layer has a border. */
  readonly ofEdge: Int32Array;
  /** Place of each edge in its arc, and 1 where the arc runs along it from its second node to its first. */
  readonly place: Int32Array;
  readonly turned: Uint8Array;
}

/** Arcs of the layers at these positions of an arrangement, sorted by where they start. */
export function findArcs(arrangement: Arrangement, layers: readonly number[]): Arcs {
  const owners = ownersOfEdges(arrangement, layers);
  const done = new Uint8Array(owners.ofEdge.length);
  const runs: number[][] = [];
  for (let e = 0; e < done.length; e++) {
    if (owners.ofEdge[e] === NO_OWNER || done[e] === 1) continue;
    const run = runThrough(arrangement, owners, e);
    for (const half of run) done[half >> 1] = 1;
    runs.push(directed(arrangement, run));
  }
  runs.sort((p, q) => compareRuns(arrangement, p, q));
  return layOut(arrangement, runs);
}

/** The half-edge that goes on from another, or -1 where the arc ends. */
function following({ edges }: Arrangement, halves: HalfEdges, owners: EdgeOwners, half: number): number {
  const mine = owners.ofEdge[half >> 1]!;
  const node = target(edges, half);
  let onward = -1;
  for (let k = halves.outStart[node]!; k < halves.outStart[node + 1]!; k++) {
    const out = halves.out[k]!;
    if (out === (half ^ 1) || !shareUnit(owners, owners.ofEdge[out >> 1]!, mine)) continue;
    if (onward !== -1) return -1;
    onward = out;
  }
  return onward !== -1 && owners.ofEdge[onward >> 1] === mine ? onward : -1;
}

function runThrough(arrangement: Arrangement, owners: EdgeOwners, edge: number): number[] {
  const first = 2 * edge;
  const run = [first];
  const halves = halfEdgesOf(arrangement.edges);
  const next = (half: number): number => following(arrangement, halves, owners, half);
  for (let h = next(first); h !== -1; h = next(h)) {
    if (h === first) return run;
    run.push(h);
  }
  const before: number[] = [];
  for (let h = next(first ^ 1); h !== -1; h = next(h)) before.push(h ^ 1);
  return [...before.reverse(), ...run];
}

/** The run in the direction whose positions come first; a closed one from its least node on. */
function directed(arrangement: Arrangement, run: readonly number[]): number[] {
  const { edges } = arrangement;
  let forward = run;
  if (origin(edges, run[0]!) === target(edges, run.at(-1)!)) {
    let least = 0;
    for (let i = 1; i < run.length; i++) {
      if (compareNodes(arrangement, origin(edges, run[i]!), origin(edges, run[least]!)) < 0) least = i;
    }
    forward = [...run.slice(least), ...run.slice(0, least)];
  }
  const backward = [...forward].reverse().map((half) => half ^ 1);
  return compareRuns(arrangement, forward, backward) <= 0 ? [...forward] : backward;
}

function compareNodes({ edges }: Arrangement, u: number, v: number): number {
  return edges.nodeX[u]! - edges.nodeX[v]! || edges.nodeY[u]! - edges.nodeY[v]!;
}

/** By first node, then by the node after it: no two runs have both in common. */
function compareRuns(arrangement: Arrangement, p: readonly number[], q: readonly number[]): number {
  const { edges } = arrangement;
  return (
    compareNodes(arrangement, origin(edges, p[0]!), origin(edges, q[0]!)) ||
    compareNodes(arrangement, target(edges, p[0]!), target(edges, q[0]!))
  );
}

function layOut({ edges, length }: Arrangement, runs: readonly (readonly number[])[]): Arcs {
  const start = new Uint32Array(runs.length + 1);
  runs.forEach((run, k) => (start[k + 1] = start[k]! + run.length + 1));
  const node = new Int32Array(start[runs.length]!);
  const ofEdge = new Int32Array(length.length).fill(-1);
  const place = new Int32Array(length.length);
  const turned = new Uint8Array(length.length);
  runs.forEach((run, k) => {
    run.forEach((half, i) => {
      node[start[k]! + i] = origin(edges, half);
      ofEdge[half >> 1] = k;
      place[half >> 1] = i;
      turned[half >> 1] = half & 1;
    });
    node[start[k + 1]! - 1] = target(edges, run.at(-1)!);
  });
  return { count: runs.length, start, node, ofEdge, place, turned };
}
