/**
 * Faces as they are handed out: connected land of one and the same units in every layer.
 *
 *     ┌───────┬────┐      faces of the sheet that only blocks part are one face here, so that what is handed out does
 *     │ A, x  │A, y│      not depend on where people were counted
 *     └───────┴────┘
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import { joinGroups, NO_GROUP } from '../../arrangement/trace.js';
import { findAtoms, type Atoms } from '../land/find-atoms.js';

/** Connected faces of some layers of an arrangement. */
export interface LandFaces {
  readonly count: number;
  /** Of each face of the sheet; -1 where no layer covers it. */
  readonly ofSheetFace: Int32Array;
  /** A face of the sheet in each. */
  readonly sheetFace: Int32Array;
  /** Square metres. */
  readonly area: Float64Array;
  readonly atoms: Atoms;
}

/** The faces of the layers at these positions, in order of the sheet. */
export function findLandFaces(arrangement: Arrangement, positions: readonly number[]): LandFaces {
  const atoms = findAtoms(arrangement, positions);
  const joined = joinGroups(arrangement, atoms.ofFace);
  const ofSheetFace = new Int32Array(joined.length).fill(NO_GROUP);
  const numbers = new Map<number, number>();
  const first: number[] = [];
  for (let face = 0; face < joined.length; face++) {
    if (atoms.ofFace[face]! < 0) continue;
    let number = numbers.get(joined[face]!);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(joined[face]!, number);
      first.push(face);
    }
    ofSheetFace[face] = number;
  }
  const area = new ExactSums(first.length);
  ofSheetFace.forEach((face, sheetFace) => {
    if (face !== NO_GROUP) area.add(face, arrangement.area[sheetFace]!);
  });
  return { count: first.length, ofSheetFace, sheetFace: Int32Array.from(first), area: area.values(), atoms };
}
