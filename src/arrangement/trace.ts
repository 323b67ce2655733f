/**
 * Polygons of sets of faces.
 *
 *     ┌─────────────┐      the boundary of a set are the edges with the set on one side only; faces of it that
 *     │ a ┌───┐  a  │      share an edge make one polygon, so a polygon has one outer ring, and every other ring
 *     ├───┤ b ├─────┤      around the same faces is a hole of it: no ring is ever searched for in another
 *     │ a └───┘  a  │
 *     └─────────────┘
 *
 * Outer rings run counter-clockwise, holes clockwise (RFC 7946). Polygons are valid: rings are simple, they touch
 * at nodes only, and corner contact makes two polygons. Nodes where further edges end stay in the rings, so that
 * neighbouring shapes have the same positions.
 */
import type { Arrangement } from './arrangement.js';
import { askKernel } from './ask-kernel.js';
import { comparePositions } from './compare-positions.js';
import { halfEdgesOf } from './half-edges.js';
import { valueX, valueY } from './lattice.js';
import type { PlanarEdges } from './planar-edges.js';
import { walkRings, type NodeRing } from './ring-walk.js';
import { joinFaces } from './join.js';

/** Positions x, y after one another, in degrees or metres; the last repeats the first. */
export type Ring = Float64Array;
/** The outer ring, then its holes. */
export type Polygon = readonly Ring[];

/** A face that belongs to no group. */
export const NO_GROUP = -1;

/** Polygons of the union of the chosen faces, ordered by their south-westernmost positions. */
export function traceFaces(
  arrangement: Arrangement,
  chosen: ((face: number) => boolean) | Uint8Array,
): Polygon[] {
  const isChosen = typeof chosen === 'function' ? chosen : (face: number): boolean => chosen[face] === 1;
  const group = Int32Array.from(arrangement.area, (_, face) => (isChosen(face) ? 0 : NO_GROUP));
  return traceMany(arrangement, group, 1)[0]!;
}

/**
 * Polygons of many sets of faces in one pass: entry g has those of the faces whose group is g. Every ring starts
 * at its position of least x, then least y; polygons, and the holes of one, are in order of their positions.
 * The outside face can be in no group.
 */
export function traceMany(arrangement: Arrangement, group: Int32Array, groupCount: number): Polygon[][] {
  const { edges, faces } = arrangement;
  if ((group[0] ?? NO_GROUP) !== NO_GROUP) throw new Error('the outside cannot be traced');
  const component = joinGroups(arrangement, group);
  const rings = walkRings(edges, halfEdgesOf(edges), boundaryOf(arrangement, group));
  const outerOf = new Map<number, Ring>();
  const holesOf = new Map<number, Ring[]>();
  for (const ring of rings) {
    const piece = component[faces.ofHalfEdge[ring.half]!]!;
    const start = southWesternmost(edges, ring.nodes);
    if (turnsLeft(edges, ring.nodes, start)) {
      outerOf.set(piece, positionsOf(edges, ring, start));
    } else {
      const holes = holesOf.get(piece);
      if (holes === undefined) holesOf.set(piece, [positionsOf(edges, ring, start)]);
      else holes.push(positionsOf(edges, ring, start));
    }
  }
  const polygons = Array.from({ length: groupCount }, (): Polygon[] => []);
  for (const [piece, outer] of outerOf) {
    polygons[group[piece]!]!.push([outer, ...(holesOf.get(piece) ?? []).sort(comparePositions)]);
  }
  for (const list of polygons) list.sort((p, q) => comparePositions(p[0]!, q[0]!));
  return polygons;
}

/** For each face the lowest face of the same group that it is joined to across edges. */
export const joinGroups = (arrangement: Arrangement, group: Int32Array): Int32Array =>
  joinFaces(arrangement, (left, right) => group[left] !== NO_GROUP && group[left] === group[right]);

/** 1 for each half-edge with a group on its left and another, or none, on its right. */
function boundaryOf({ faces }: Arrangement, group: Int32Array): Uint8Array {
  const bounds = new Uint8Array(faces.ofHalfEdge.length);
  for (let h = 0; h < bounds.length; h++) {
    const here = group[faces.ofHalfEdge[h]!]!;
    if (here !== NO_GROUP && here !== group[faces.ofHalfEdge[h ^ 1]!]) bounds[h] = 1;
  }
  return bounds;
}

/** Place in the ring of its node with the least x, then the least y. */
function southWesternmost({ nodeX, nodeY }: PlanarEdges, nodes: Int32Array): number {
  let least = 0;
  for (let i = 1; i < nodes.length; i++) {
    const before = nodeX[nodes[i]!]! - nodeX[nodes[least]!]! || nodeY[nodes[i]!]! - nodeY[nodes[least]!]!;
    if (before < 0) least = i;
  }
  return least;
}

/** Whether a simple ring turns left at its south-westernmost node, so that it runs counter-clockwise. */
function turnsLeft({ nodeX, nodeY }: PlanarEdges, nodes: Int32Array, at: number): boolean {
  const [u, v, w] = [-1, 0, 1].map((step) => nodes[(at + step + nodes.length) % nodes.length]!) as [
    number,
    number,
    number,
  ];
  return askKernel().side(nodeX[u]!, nodeY[u]!, nodeX[v]!, nodeY[v]!, nodeX[w]!, nodeY[w]!) > 0;
}

function positionsOf({ nodeX, nodeY, lattice }: PlanarEdges, { nodes }: NodeRing, start: number): Ring {
  const positions = new Float64Array(2 * nodes.length + 2);
  for (let i = 0; i <= nodes.length; i++) {
    const node = nodes[(start + i) % nodes.length]!;
    positions[2 * i] = valueX(lattice, nodeX[node]!);
    positions[2 * i + 1] = valueY(lattice, nodeY[node]!);
  }
  return positions;
}
