/**
 * The units of a layer as polygons of rings of arcs.
 *
 *     ┌──k──┐        a ring is walked along the border of a unit, node by node, and read off as the arcs that the
 *     │  u  m        nodes belong to: k, m and, run backwards, ~n. Faces of a unit that are joined across edges
 *     └──n──┘        make one polygon, so that each hole finds its outer ring.
 *
 * Units that share faces, where a layer overlaps itself, are walked in rounds: each takes all units that share no
 * face with one taken before.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { halfEdgesOf, target } from '../../arrangement/half-edges.js';
import { walkRings } from '../../arrangement/ring-walk.js';
import { joinGroups } from '../../arrangement/trace.js';
import type { Arcs } from './arcs.js';

/** A ring of a unit. */
export interface ArcRing {
  /** Arcs in order; ~k is arc k run backwards. */
  readonly arcs: readonly number[];
  /** Faces of one number are one polygon. */
  readonly piece: number;
  /** Square of the lattice step; positive for outer rings, negative for holes. */
  readonly area: number;
}

const NO_GROUP = -1;

/** Rings of each unit of the layer at a position of the arrangement, largest polygon first, its holes behind it. */
export function unitRings(
  arrangement: Arrangement,
  arcs: Arcs,
  layer: number,
  unitCount: number,
): ArcRing[][] {
  const rings = Array.from({ length: unitCount }, (): ArcRing[] => []);
  for (const group of rounds(arrangement, layer, unitCount)) {
    const { edges, faces } = arrangement;
    const pieces = joinGroups(arrangement, group);
    for (const { nodes, half } of walkRings(edges, halfEdgesOf(edges), boundaryOf(arrangement, group))) {
      const face = faces.ofHalfEdge[half]!;
      rings[group[face]!]!.push({
        arcs: readArcs(arrangement, arcs, nodes),
        piece: pieces[face]!,
        area: signedArea(arrangement, nodes),
      });
    }
  }
  return rings.map(sortRings);
}

/** The unit of each face, in as many rounds as it takes. */
function rounds(arrangement: Arrangement, layer: number, unitCount: number): Int32Array[] {
  const { ofFace, sets } = arrangement.labels[layer]!;
  const facesOf = Array.from({ length: unitCount }, (): number[] => []);
  ofFace.forEach((set, face) => {
    for (const unit of sets.members(set)) facesOf[unit]!.push(face);
  });
  const found: Int32Array[] = [];
  let waiting = facesOf.flatMap((faces, unit) => (faces.length > 0 ? [unit] : []));
  while (waiting.length > 0) {
    const group = new Int32Array(ofFace.length).fill(NO_GROUP);
    waiting = waiting.filter((unit) => {
      if (facesOf[unit]!.some((face) => group[face] !== NO_GROUP)) return true;
      for (const face of facesOf[unit]!) group[face] = unit;
      return false;
    });
    found.push(group);
  }
  return found;
}

function boundaryOf({ faces }: Arrangement, group: Int32Array): Uint8Array {
  return Uint8Array.from(faces.ofHalfEdge, (face, h) =>
    group[face] !== NO_GROUP && group[face] !== group[faces.ofHalfEdge[h ^ 1]!] ? 1 : 0,
  );
}

function signedArea({ edges: { nodeX, nodeY } }: Arrangement, nodes: Int32Array): number {
  let twice = 0;
  const [x0, y0] = [nodeX[nodes[0]!]!, nodeY[nodes[0]!]!];
  for (let i = 0; i < nodes.length; i++) {
    const u = nodes[i]!;
    const v = nodes[(i + 1) % nodes.length]!;
    twice += (nodeX[u]! - x0) * (nodeY[v]! - y0) - (nodeX[v]! - x0) * (nodeY[u]! - y0);
  }
  return twice / 2;
}

/** The arcs that the nodes of a ring run along. */
function readArcs(arrangement: Arrangement, arcs: Arcs, nodes: Int32Array): number[] {
  const n = nodes.length;
  const edgeAt = (i: number): number => edgeBetween(arrangement, nodes[i % n]!, nodes[(i + 1) % n]!);
  const isForward = (edge: number, i: number): boolean =>
    arcs.node[arcs.start[arcs.ofEdge[edge]!]! + arcs.place[edge]!] === nodes[i % n];
  const edgesIn = (k: number): number => arcs.start[k + 1]! - arcs.start[k]! - 1;
  const isBeginning = (i: number): boolean => {
    const edge = edgeAt(i);
    const last = edgesIn(arcs.ofEdge[edge]!) - 1;
    return arcs.place[edge] === (isForward(edge, i) ? 0 : last);
  };
  let first = 0;
  while (first < n && !isBeginning(first)) first++;
  const read: number[] = [];
  for (let i = first; i < first + n;) {
    const edge = edgeAt(i);
    const k = arcs.ofEdge[edge]!;
    read.push(isForward(edge, i) ? k : ~k);
    i += edgesIn(k);
  }
  // Where a walk begins depends on how things were numbered; a ring begins with its first arc.
  const least = read.indexOf(read.reduce((p, q) => ((p < 0 ? ~p : p) <= (q < 0 ? ~q : q) ? p : q)));
  return [...read.slice(least), ...read.slice(0, least)];
}

function edgeBetween({ edges }: Arrangement, u: number, v: number): number {
  const halves = halfEdgesOf(edges);
  for (let k = halves.outStart[u]!; k < halves.outStart[u + 1]!; k++) {
    if (target(edges, halves.out[k]!) === v) return halves.out[k]! >> 1;
  }
  throw new Error(`no edge runs from node ${u} to node ${v}`);
}

/** Polygons by size, the largest first; in each the outer ring, then holes by size. Equals by their arcs. */
function sortRings(rings: readonly ArcRing[]): ArcRing[] {
  const sizeOf = new Map<number, ArcRing>();
  for (const ring of rings) if (ring.area > 0) sizeOf.set(ring.piece, ring);
  const order = (p: ArcRing, q: ArcRing): number =>
    Math.abs(q.area) - Math.abs(p.area) || Math.min(...p.arcs) - Math.min(...q.arcs);
  return [...rings].sort((p, q) => {
    const [outerP, outerQ] = [sizeOf.get(p.piece)!, sizeOf.get(q.piece)!];
    return order(outerP, outerQ) || Number(q.area > 0) - Number(p.area > 0) || order(p, q);
  });
}
