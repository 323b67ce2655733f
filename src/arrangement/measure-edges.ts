/**
 * The area under each edge and its length, summed to the faces on both sides.
 *
 * The formulas are those of ellipsoid.ts. For the millions of short edges what depends on latitude alone is worked
 * out once a node, and no number leaves the loop; long edges go the general way.
 */
import {
  areaUnderEdge,
  authalic,
  authalicSlope,
  E2,
  edgeLength,
  LONGEST_PIECE,
  RADIAN,
  SEMI_MAJOR,
} from './ellipsoid.js';
import { ExactSums } from './exact-sum.js';
import { OUTSIDE_FACE, type Faces } from './faces.js';
import { valueX, valueY } from './lattice.js';
import type { PlanarEdges } from './noding.js';

export interface EdgeMeasures {
  /** Square metres of each face; 0 for the outside. */
  readonly area: Float64Array;
  /** Metres of each edge. */
  readonly length: Float64Array;
}

/** Fractions of a metre that lengths are rounded to, so that their sums are exact in any order. */
const LENGTH_FRACTIONS = 2 ** 20;

/** Measures all edges of a planar set and the faces between them. */
export function measureEdges(edges: PlanarEdges, faces: Faces): EdgeMeasures {
  const swept = new Float64Array(edges.from.length);
  const length = new Float64Array(edges.from.length);
  if (edges.lattice.model === 'ellipsoid') measureOnEllipsoid(edges, swept, length);
  else measureOnPlane(edges, swept, length);
  const sums = new ExactSums(faces.count);
  sums.moveAll(faces.ofHalfEdge, swept);
  const area = sums.values();
  area[OUTSIDE_FACE] = 0;
  return { area, length };
}

/**
 * Fills the area between each edge and the equator, positive with the land on the left of its first to its second
 * node, and its length. Short edges come out the same from either end, to the bit. The loop has no rare branch, so
 * that it is compiled once.
 */
function measureOnEllipsoid(edges: PlanarEdges, swept: Float64Array, length: Float64Array): void {
  const { from, to, nodeX, nodeY, lattice } = edges;
  const { stepsPerUnit } = lattice;
  const { sine, under, slope } = measureNodes(edges);
  const isLong = new Uint8Array(from.length);
  for (let e = 0; e < from.length; e++) {
    const u = from[e]!;
    const v = to[e]!;
    const runLon = (nodeX[v]! - nodeX[u]!) / stepsPerUnit;
    const runLat = (nodeY[v]! - nodeY[u]!) / stepsPerUnit;
    isLong[e] = Math.abs(runLon) > LONGEST_PIECE || Math.abs(runLat) > LONGEST_PIECE ? 1 : 0;
    const dPhi = runLat * RADIAN;
    swept[e] = -runLon * RADIAN * (0.5 * (under[u]! + under[v]!) - (dPhi / 12) * (slope[v]! - slope[u]!));
    // The sine at the middle latitude: the mean of both, over the cosine of half the difference.
    const middle = 0.5 * (sine[u]! + sine[v]!) * (1 + (dPhi * dPhi) / 8);
    // As in ellipsoid.ts, written out: millions of calls would box their numbers.
    const d = 1 - E2 * middle * middle;
    const primeVertical = SEMI_MAJOR / Math.sqrt(d);
    const east = runLon * RADIAN * primeVertical * Math.sqrt(1 - middle * middle);
    const north = dPhi * ((primeVertical * (1 - E2)) / d);
    length[e] = Math.round(Math.sqrt(east * east + north * north) * LENGTH_FRACTIONS) / LENGTH_FRACTIONS;
  }
  for (let e = 0; e < from.length; e++) if (isLong[e] === 1) measureLongEdge(edges, e, swept, length);
}

/**
 * A long edge is cut into pieces, and rounds along the way: it is measured from its western (else southern) end,
 * however it was drawn, so that the two directions cannot differ in the last bit.
 */
function measureLongEdge(edges: PlanarEdges, e: number, swept: Float64Array, length: Float64Array): void {
  const { from, to, nodeX, nodeY, lattice } = edges;
  const turned = isTurned(nodeX, nodeY, from[e]!, to[e]!);
  const u = turned ? to[e]! : from[e]!;
  const v = turned ? from[e]! : to[e]!;
  const [lon1, lat1] = [valueX(lattice, nodeX[u]!), valueY(lattice, nodeY[u]!)];
  const [lon2, lat2] = [valueX(lattice, nodeX[v]!), valueY(lattice, nodeY[v]!)];
  const area = areaUnderEdge(lon1, lat1, lon2, lat2);
  swept[e] = turned ? -area : area;
  length[e] = Math.round(edgeLength(lon1, lat1, lon2, lat2) * LENGTH_FRACTIONS) / LENGTH_FRACTIONS;
}

/** Sine of the latitude of each node, with the authalic term and its slope there. */
function measureNodes({ nodeY, lattice }: PlanarEdges): {
  sine: Float64Array;
  under: Float64Array;
  slope: Float64Array;
} {
  const sine = new Float64Array(nodeY.length);
  const under = new Float64Array(nodeY.length);
  const slope = new Float64Array(nodeY.length);
  for (let v = 0; v < nodeY.length; v++) {
    const s = Math.sin((lattice.originY + nodeY[v]! / lattice.stepsPerUnit) * RADIAN);
    sine[v] = s;
    under[v] = authalic(s);
    slope[v] = authalicSlope(s, Math.sqrt((1 - s) * (1 + s)));
  }
  return { sine, under, slope };
}

function measureOnPlane(edges: PlanarEdges, swept: Float64Array, length: Float64Array): void {
  const { from, to, nodeX, nodeY, lattice } = edges;
  const scale = lattice.stepsPerUnit;
  for (let e = 0; e < from.length; e++) {
    const dx = nodeX[to[e]!]! - nodeX[from[e]!]!;
    const dy = nodeY[to[e]!]! - nodeY[from[e]!]!;
    swept[e] = (-dx * (nodeY[from[e]!]! + nodeY[to[e]!]!)) / (2 * scale * scale);
    length[e] = Math.round((Math.sqrt(dx * dx + dy * dy) / scale) * LENGTH_FRACTIONS) / LENGTH_FRACTIONS;
  }
}

/** Whether an edge runs from its eastern (else northern) end to its western one. */
const isTurned = (x: Int32Array, y: Int32Array, u: number, v: number): boolean =>
  x[u]! > x[v]! || (x[u] === x[v] && y[u]! > y[v]!);
