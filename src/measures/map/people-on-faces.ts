/**
 * How many people of the first measure live on each face of a sheet, and where: at the points that they are counted
 * at, or in the middle of each face where their small areas are polygons.
 */
import { valueX, valueY } from '../../arrangement/lattice.js';
import type { Sheet } from '../people/sheet.js';
import { faceMiddles } from './face-middles.js';

/** By face: people, and the weighted middle of where they are counted, in the units of the sheet; NaN without people. */
export interface PeopleOnFaces {
  readonly people: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** People of the first measure by face; blocks without a figure count nobody. */
export function peopleOnFaces({ arrangement, measures }: Sheet): PeopleOnFaces {
  const { shares, values, positions } = measures[0]!;
  const middles = positions === null ? faceMiddles(arrangement) : null;
  const { lattice } = arrangement.edges;
  const [people, x, y] = [0, 1, 2].map(() => new Float64Array(arrangement.area.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let block = 0; block < shares.blocks; block++) {
    if (!(values[block]! > 0)) continue;
    for (let i = shares.start[block]!; i < shares.start[block + 1]!; i++) {
      const face = shares.face[i]!;
      const amount = values[block]! * shares.share[i]!;
      people[face]! += amount;
      x[face]! += amount * (positions?.[2 * block] ?? valueX(lattice, middles!.x[face]!));
      y[face]! += amount * (positions?.[2 * block + 1] ?? valueY(lattice, middles!.y[face]!));
    }
  }
  return {
    people,
    x: x.map((sum, face) => sum / people[face]!),
    y: y.map((sum, face) => sum / people[face]!),
  };
}
