/**
 * People at points of whom too many lie outside everything: coordinates of another system, or of another place. Points
 * without coordinates explain themselves and are told in a note.
 */
import { OUTSIDE_FACE } from '../../arrangement/faces.js';
import { goOn, perCent, USUAL_UNMATCHED } from '../../layer/partners-of-people.js';
import { InputError } from '../../trouble/input-error.js';
import type { MeasureOnFaces } from './measure-on-faces.js';
import type { MeasureRequest } from './measure-request.js';

/** Throws InputError where more than `allowed` per cent of the people of a measure at points are on no layer's land. */
export function refuseOutside(
  requests: readonly MeasureRequest[],
  placed: readonly MeasureOnFaces[],
  allowed = USUAL_UNMATCHED,
): void {
  const points = requests.flatMap(({ blocks }) =>
    blocks === null ? [] : [blocks.form === 'points' ? blocks.positions : null],
  );
  placed.forEach(({ name, basis, shares, values }, m) => {
    const positions = points[m]!;
    if (positions === null) return;
    let [outside, total] = [0, 0];
    values.forEach((people, block) => {
      if (Number.isNaN(people) || Number.isNaN(positions[2 * block]!)) return;
      total += people;
      if (shares.face[block] === OUTSIDE_FACE) outside += people;
    });
    const share = total > 0 ? (100 * outside) / total : 0;
    if (share <= allowed) return;
    throw new InputError({
      id: 'people-outside',
      message: `${perCent(share)} % of ${name} (${basis}) are at points outside all layers`,
      hint: `The coordinates may be of another system, longitude and latitude swapped over, or of a larger area than the layers. Give files that belong together, or ${goOn(share)} without these`,
    });
  });
}
