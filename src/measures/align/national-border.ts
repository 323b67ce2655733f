/**
 * Which part of a layer's outer edge is the border with another country, where a layer of that country is given.
 *
 *      sea   │ a │ W        the edge of a on the right runs along W: its middle is within the tolerance of an edge
 *      ~~~~~ │ a │ W        of W; the one on the left is coast
 */
import { leftFace, rightFace, type Arrangement } from '../../arrangement/arrangement.js';
import type { BorderRow } from '../../arrangement/border-table.js';
import { addLength, makeSums, NO_BORDER, toLength, type Border } from '../../arrangement/borders.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { makeDistanceToEdge, type DistanceToEdge } from '../../arrangement/nearest-edge.js';
import type { Layer } from '../../layer/layer.js';
import type { Sheet } from '../people/sheet.js';

/** Least reach in metres, so that layers of great accuracy still meet. */
const LEAST_REACH = 50;
const METRES_PER_DEGREE = 111_320;

/** One row for each unit of the layer and unit of the country next door whose border runs along its outer edge, in metres. */
export function nationalBorder(
  { arrangement, positionOf }: Sheet,
  border: Border,
  country: Layer,
  tolerance: number,
): BorderRow[] {
  const reach = Math.max(tolerance, LEAST_REACH);
  const units = bordersOfUnits(arrangement, positionOf(country), country.codes.length);
  const { ofFace, sets } = arrangement.labels[border.layerA]!;
  const { from, to, nodeX, nodeY } = arrangement.edges;
  const sums = new Map<number, Float64Array>();
  for (let e = 0; e < border.edgeClass.length; e++) {
    if (border.edgeClass[e] === NO_BORDER) continue;
    const [left, right] = [ofFace[leftFace(arrangement, e)]!, ofFace[rightFace(arrangement, e)]!];
    if (left !== NO_UNIT && right !== NO_UNIT) continue;
    const x = (nodeX[from[e]!]! + nodeX[to[e]!]!) / 2;
    const y = (nodeY[from[e]!]! + nodeY[to[e]!]!) / 2;
    const neighbour = nearestUnit(arrangement, units, x, y, reach);
    if (neighbour === NO_UNIT) continue;
    for (const unit of sets.members(left === NO_UNIT ? right : left)) {
      const key = unit * country.codes.length + neighbour;
      let ofPair = sums.get(key);
      if (ofPair === undefined) sums.set(key, (ofPair = makeSums()));
      addLength(ofPair, border.edgeClass[e]!, arrangement.length[e]!);
    }
  }
  return [...sums]
    .sort(([p], [q]) => p - q)
    .map(([key, ofPair]) => ({
      unit: Math.floor(key / country.codes.length),
      neighbour: key % country.codes.length,
      ...toLength(ofPair),
    }));
}

interface UnitBorder {
  readonly unit: number;
  /** Least x and y, greatest x and y, in lattice steps. */
  readonly box: readonly [number, number, number, number];
  readonly distanceTo: DistanceToEdge;
}

function bordersOfUnits(arrangement: Arrangement, layer: number, units: number): UnitBorder[] {
  const { ofFace, sets } = arrangement.labels[layer]!;
  const edgesOf = Array.from({ length: units }, (): number[] => []);
  for (let e = 0; e < arrangement.length.length; e++) {
    const [left, right] = [ofFace[leftFace(arrangement, e)]!, ofFace[rightFace(arrangement, e)]!];
    if (left === right) continue;
    for (const unit of sets.members(left)) if (!sets.has(right, unit)) edgesOf[unit]!.push(e);
    for (const unit of sets.members(right)) if (!sets.has(left, unit)) edgesOf[unit]!.push(e);
  }
  const { from, to, nodeX, nodeY } = arrangement.edges;
  return edgesOf.flatMap((edges, unit): UnitBorder[] => {
    if (edges.length === 0) return [];
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const e of edges) {
      for (const node of [from[e]!, to[e]!]) {
        box[0] = Math.min(box[0], nodeX[node]!);
        box[1] = Math.min(box[1], nodeY[node]!);
        box[2] = Math.max(box[2], nodeX[node]!);
        box[3] = Math.max(box[3], nodeY[node]!);
      }
    }
    return [{ unit, box, distanceTo: makeDistanceToEdge(arrangement.edges, Int32Array.from(edges)) }];
  });
}

/** The unit whose border is nearest, within reach; the first of equals. */
function nearestUnit(
  { edges }: Arrangement,
  units: readonly UnitBorder[],
  x: number,
  y: number,
  reach: number,
): number {
  const { lattice } = edges;
  // A degree of longitude is shorter than one of latitude: thrice the reach in degrees is wide enough up to 70° north.
  const metresPerStep = (lattice.model === 'planar' ? 1 : METRES_PER_DEGREE) / lattice.stepsPerUnit;
  const margin = (3 * reach) / metresPerStep;
  let nearest = NO_UNIT;
  let least = reach;
  for (const { unit, box, distanceTo } of units) {
    if (x < box[0] - margin || y < box[1] - margin || x > box[2] + margin || y > box[3] + margin) continue;
    const distance = distanceTo(x, y);
    if (distance <= least && (nearest === NO_UNIT || distance < least)) [nearest, least] = [unit, distance];
  }
  return nearest;
}
