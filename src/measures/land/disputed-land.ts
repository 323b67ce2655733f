/**
 * Land of which a unit has more or less by the way its rings are read: even-odd, or union.
 *
 * It is told in pieces, joined across edges, and only where a piece is as wide as the layer is accurate: 2 m² where two
 * parts of a coast overlap are no question of how to read the file.
 */
import { sameWithin } from '../../layer/accuracy.js';
import { leftFace, rightFace, type Arrangement } from '../../arrangement/arrangement.js';
import { edgesBeside } from '../../arrangement/edges-beside.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import { join, rootOf, singles } from '../../arrangement/forest.js';
import type { DisputedFace } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';

/** Square metres below which a difference between readings is rounding. */
const NOTICEABLE = 1;

export interface DisputedLand {
  readonly unit: number;
  /** Square metres in all; of these: */
  readonly area: number;
  /** Square metres that the unit has by the rule of its layer, and would not have by the other. */
  readonly kept: number;
  /** Square metres that it has not, and would have by the other rule. */
  readonly left: number;
  /** Square metres that it has by both, and would not if all but the first ring of each polygon were holes. */
  readonly loose: number;
  /** Square metres that it has by neither, though a ring goes around them twice. */
  readonly wound: number;
  readonly faces: readonly number[];
}

/** The land of each unit that depends on the reading, by unit; nothing where it is less than a square metre in all. */
export function disputedLand(arrangement: Arrangement, position: number, layer: Layer): DisputedLand[] {
  const { disputed } = arrangement.labels[position]!;
  if (disputed.length === 0) return [];
  const width = widthOfPieces(arrangement, disputed);
  const within = sameWithin(layer.land!.accuracy);
  const ofUnit = new Map<number, DisputedFace[]>();
  disputed.forEach((each, i) => {
    if (width[i]! < within) return;
    const known = ofUnit.get(each.unit);
    if (known === undefined) ofUnit.set(each.unit, [each]);
    else known.push(each);
  });
  return [...ofUnit]
    .sort(([u], [v]) => u - v)
    .flatMap(([unit, all]): DisputedLand[] => {
      const sums = new ExactSums(4);
      for (const { face, here, otherwise } of all)
        sums.add((here ? 0 : 1) + (here === otherwise ? 2 : 0), arrangement.area[face]!);
      const [kept, left, loose, wound] = [...sums.values()] as [number, number, number, number];
      const area = kept + left + loose + wound;
      const faces = all.map(({ face }) => face);
      return area < NOTICEABLE ? [] : [{ unit, area, kept, left, loose, wound, faces }];
    });
}

/** Mean width in metres of the piece that each face of a unit belongs to. */
function widthOfPieces(arrangement: Arrangement, disputed: readonly DisputedFace[]): number[] {
  const entriesOf = new Map<number, number[]>();
  const isDisputed = new Uint8Array(arrangement.area.length);
  disputed.forEach(({ face }, i) => {
    isDisputed[face] = 1;
    entriesOf.set(face, [...(entriesOf.get(face) ?? []), i]);
  });
  const parent = singles(disputed.length);
  const outer: (readonly [entry: number, metres: number])[] = [];
  const none: readonly number[] = [];
  for (const e of edgesBeside(arrangement, isDisputed)) {
    const left = entriesOf.get(leftFace(arrangement, e)) ?? none;
    const right = entriesOf.get(rightFace(arrangement, e)) ?? none;
    for (const [mine, other] of [
      [left, right],
      [right, left],
    ] as const) {
      for (const i of mine) {
        const beyond = other.find((j) => disputed[j]!.unit === disputed[i]!.unit);
        if (beyond === undefined) outer.push([i, arrangement.length[e]!]);
        else join(parent, i, beyond);
      }
    }
  }
  const area = new Float64Array(disputed.length);
  const perimeter = new Float64Array(disputed.length);
  disputed.forEach(({ face }, i) => (area[rootOf(parent, i)]! += arrangement.area[face]!));
  for (const [i, metres] of outer) perimeter[rootOf(parent, i)]! += metres;
  return disputed.map((_, i) => (2 * area[rootOf(parent, i)]!) / perimeter[rootOf(parent, i)]!);
}
