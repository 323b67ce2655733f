/**
 * Gaps: pieces of land that a layer surrounds and does not cover.
 *
 *     ┌─────┬─────┐
 *     │  a ┌┴┐ b  │       the piece · is a gap: faces without a unit, joined across edges,
 *     │    │·│    │       from which there is no way to the outside
 *     │    └┬┘    │
 *     └─────┴─────┘
 *
 * Corner contact is no way: a hole that touches the sea in one point is a gap.
 */
import { leftFace, rightFace, type Arrangement } from '../../arrangement/arrangement.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import { OUTSIDE_FACE } from '../../arrangement/faces.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { joinFaces } from '../../arrangement/join.js';

export interface UncoveredPieces {
  readonly count: number;
  /** Piece of each face, -1 for covered faces and the outside. */
  readonly ofFace: Int32Array;
  /** Square metres. */
  readonly area: Float64Array;
  /** Metres of border with covered land. */
  readonly perimeter: Float64Array;
  /** For each piece metres of border with each unit around it. */
  readonly neighbours: readonly ReadonlyMap<number, number>[];
}

/** All gaps of one layer of an arrangement. */
export function findUncoveredPieces(arrangement: Arrangement, layer: number): UncoveredPieces {
  const { ofFace: label, sets } = arrangement.labels[layer]!;
  const root = joinFaces(arrangement, (left, right) => label[left] === NO_UNIT && label[right] === NO_UNIT);
  const number = new Map<number, number>();
  const ofFace = new Int32Array(label.length).fill(-1);
  for (let face = 1; face < label.length; face++) {
    if (label[face] !== NO_UNIT || root[face] === OUTSIDE_FACE) continue;
    if (root[face] === face) number.set(face, number.size);
    ofFace[face] = number.get(root[face]!)!;
  }
  const sums = new ExactSums(number.size);
  for (let face = 1; face < label.length; face++)
    if (ofFace[face]! >= 0) sums.add(ofFace[face]!, arrangement.area[face]!);
  const perimeter = new Float64Array(number.size);
  const neighbours = Array.from({ length: number.size }, () => new Map<number, number>());
  for (let e = 0; e < arrangement.length.length; e++) {
    const [left, right] = [leftFace(arrangement, e), rightFace(arrangement, e)];
    for (const [mine, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const piece = ofFace[mine]!;
      if (piece < 0 || label[other] === NO_UNIT) continue;
      perimeter[piece]! += arrangement.length[e]!;
      for (const unit of sets.members(label[other]!)) {
        neighbours[piece]!.set(unit, (neighbours[piece]!.get(unit) ?? 0) + arrangement.length[e]!);
      }
    }
  }
  return { count: number.size, ofFace, area: sums.values(), perimeter, neighbours };
}
