/**
 * The area under each edge and its length, summed to the faces on both sides.
 *
 * The formulas are those of ellipsoid.ts. For the millions of short edges what depends on latitude alone is worked out
 * once a node; long edges are measured piece by piece.
 */
import { CHECKED, isWithin } from './checks';
import {
  areaUnderEdge,
  authalic,
  authalicSlope,
  lengthOfEdge,
  LONGEST_PIECE,
  metresOfStep,
  RADIAN,
} from './ellipsoid';
import { edgeCount, highEnd, lowEnd } from './edges';
import { makeSums, moveTerm, roundPositive, writeSums } from './exact-sums';
import { faceCount } from './faces';
import { at, takeUnset } from './memory';
import { nodeX, nodeY } from './nodes';

/** Metres of each edge, as 64-bit floats. */
export let edgeLength: usize = 0;
/** Square metres of each face; of the outside 0. */
export let faceArea: usize = 0;

/** Fractions of a metre that lengths are rounded to, so that their sums are exact in any order. */
const LENGTH_FRACTIONS: f64 = 1048576;

/**
 * Of the nodes that were measured last: the sine of latitude, the authalic term there, its slope, and the node. An edge
 * mostly begins at a node that the one before it in the table ends at.
 */
export let ofNode: usize = 0;
/** How many are kept, a power of two: a node stands where the last digits of its number say. */
const KEPT: i32 = 4096;
const RECORD: usize = 32;
/** Square metres that each edge sweeps, positive with the land on the left of its first to its second node. */
export let swept: usize = 0;

/** Takes what measuring edges needs. */
export function startMeasuring(): void {
  edgeLength = takeUnset((<usize>edgeCount) << 3);
  swept = takeUnset((<usize>edgeCount) << 3);
  ofNode = takeUnset(<usize>KEPT * RECORD);
}

/** Measures into what another instance has taken. */
export function measureInto(lengths: usize, areas: usize, nodes: usize): void {
  edgeLength = lengths;
  swept = areas;
  ofNode = nodes;
}

/** Measures all edges; steps are fractions of a degree. */
export function measureOnEllipsoid(stepsPerDegree: f64): void {
  for (let i = 0; i < KEPT; i++) store<i32>(ofNode + <usize>i * RECORD, -1, 24);
  for (let e = 0; e < edgeCount; e++) measureEdge(e, stepsPerDegree);
}

/** Takes what the areas of faces are written to. */
export function startSumming(): void {
  faceArea = takeUnset((<usize>faceCount) << 3);
}

/** Sums what edges sweep to the areas of the faces on both sides, of which there are `count`. */
export function sumFaces(sides: usize, count: i32, areas: usize): void {
  const sums = makeSums(count);
  for (let e = 0; e < edgeCount; e++) {
    moveTerm(sums, at(sides, 2 * e), at(sides, 2 * e + 1), load<f64>(swept + ((<usize>e) << 3)));
  }
  writeSums(sums, count, areas);
  store<f64>(areas, 0);
}

/** Where what was measured of a node stands, until another one is asked for. */
function measured(node: i32, stepsPerDegree: f64): usize {
  const record = ofNode + <usize>(node & (KEPT - 1)) * RECORD;
  if (CHECKED) assert(isWithin(ofNode, record, RECORD), 'there is no such node');
  if (load<i32>(record, 24) == node) return record;
  const sine = Math.sin((<f64>nodeY(node) / stepsPerDegree) * RADIAN);
  store<i32>(record, node, 24);
  store<f64>(record, sine);
  store<f64>(record, authalic(sine), 8);
  store<f64>(record, authalicSlope(sine, Math.sqrt((1 - sine) * (1 + sine))), 16);
  return record;
}

function measureEdge(e: i32, stepsPerDegree: f64): void {
  const u = lowEnd(e);
  const v = highEnd(e);
  const runLon = (<f64>nodeX(v) - <f64>nodeX(u)) / stepsPerDegree;
  const runLat = (<f64>nodeY(v) - <f64>nodeY(u)) / stepsPerDegree;
  if (abs(runLon) > LONGEST_PIECE || abs(runLat) > LONGEST_PIECE) {
    measureLongEdge(e, stepsPerDegree);
    return;
  }
  const ofU = measured(u, stepsPerDegree);
  const sineU = load<f64>(ofU);
  const authalicU = load<f64>(ofU, 8);
  const slopeU = load<f64>(ofU, 16);
  const ofV = measured(v, stepsPerDegree);
  const dPhi = runLat * RADIAN;
  const mean = 0.5 * (authalicU + load<f64>(ofV, 8));
  const bend = (dPhi / 12) * (load<f64>(ofV, 16) - slopeU);
  // The sine at the middle latitude: the mean of both, over the cosine of half the difference.
  const middle = 0.5 * (sineU + load<f64>(ofV)) * (1 + (dPhi * dPhi) / 8);
  record(e, -runLon * RADIAN * (mean - bend), metresOfStep(middle, runLon * RADIAN, dPhi));
}

/**
 * A long edge is cut into pieces, and rounds along the way: it is measured from its western (else southern) end,
 * however it was drawn, so that the two directions cannot differ in the last bit.
 */
function measureLongEdge(e: i32, stepsPerDegree: f64): void {
  let u = lowEnd(e);
  let v = highEnd(e);
  const turned = nodeX(u) > nodeX(v) || (nodeX(u) == nodeX(v) && nodeY(u) > nodeY(v));
  if (turned) {
    const swap = u;
    u = v;
    v = swap;
  }
  const lon1 = <f64>nodeX(u) / stepsPerDegree;
  const lat1 = <f64>nodeY(u) / stepsPerDegree;
  const lon2 = <f64>nodeX(v) / stepsPerDegree;
  const lat2 = <f64>nodeY(v) / stepsPerDegree;
  const area = areaUnderEdge(lon1, lat1, lon2, lat2);
  record(e, turned ? -area : area, lengthOfEdge(lon1, lat1, lon2, lat2));
}

/** Measures all edges and faces of a plane; steps are fractions of a metre. */
export function measureOnPlane(stepsPerMetre: f64): void {
  for (let e = 0; e < edgeCount; e++) {
    const u = lowEnd(e);
    const v = highEnd(e);
    const dx = <f64>nodeX(v) - <f64>nodeX(u);
    const dy = <f64>nodeY(v) - <f64>nodeY(u);
    const twice = -dx * (<f64>nodeY(u) + <f64>nodeY(v));
    record(e, twice / (2 * stepsPerMetre * stepsPerMetre), Math.sqrt(dx * dx + dy * dy) / stepsPerMetre);
  }
}

/** Notes what an edge sweeps, and its length. */
function record(e: i32, area: f64, length: f64): void {
  if (CHECKED) assert(length >= 0 && length < Infinity, 'an edge has a length');
  store<f64>(swept + ((<usize>e) << 3), area);
  store<f64>(edgeLength + ((<usize>e) << 3), roundPositive(length * LENGTH_FRACTIONS) / LENGTH_FRACTIONS);
}
