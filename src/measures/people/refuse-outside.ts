/**
 * People at points of whom none is on land: coordinates of another system, or of another place. Where only some are
 * outside, they are outside, as people of polygons are, and counted so.
 */
import { OUTSIDE_FACE } from '../../arrangement/faces.js';
import { InputError } from '../../trouble/input-error.js';
import type { MeasureOnFaces } from './measure-on-faces.js';
import type { MeasureRequest } from './measure-request.js';

/** Throws InputError where all people of a measure at points are outside all layers. */
export function refuseOutside(requests: readonly MeasureRequest[], placed: readonly MeasureOnFaces[]): void {
  const points = requests.flatMap(({ blocks }) => (blocks === null ? [] : [blocks.form === 'points']));
  placed.forEach(({ name, basis, shares, values }, m) => {
    if (!points[m]! || !values.some((people) => people > 0)) return;
    const isInside = values.some((people, block) => people > 0 && shares.face[block] !== OUTSIDE_FACE);
    if (isInside) return;
    throw new InputError({
      id: 'people-outside',
      message: `all ${name} (${basis}) are at points outside all layers`,
      hint: 'The coordinates may be of another system, or longitude and latitude swapped over. Give files that belong together.',
    });
  });
}
