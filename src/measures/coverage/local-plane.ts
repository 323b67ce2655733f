/**
 * Degrees to metres on a plane that touches the ellipsoid near a place, areas kept.
 *
 * Lambert azimuthal equal-area projection of the ellipsoid (Snyder 1987, Map projections: a working manual, p. 187).
 * Within 50 km of the middle lengths are right to 1 part in 100,000, so circles stay circles.
 */
import { authalic, edgeLength } from '../../arrangement/ellipsoid.js';

const RADIAN = Math.PI / 180;
const POLE = authalic(1);
const RADIUS = Math.sqrt(POLE);

/** Projects longitude and latitude in degrees to x and y in metres from the middle given. */
export function localPlane(
  middleLongitude: number,
  middleLatitude: number,
): (longitude: number, latitude: number) => readonly [number, number] {
  const sinMiddle = authalic(Math.sin(middleLatitude * RADIAN)) / POLE;
  const cosMiddle = Math.sqrt(1 - sinMiddle * sinMiddle);
  const step = 1e-3;
  const parallel = edgeLength(0, middleLatitude, step, middleLatitude) / (step * RADIAN);
  const stretch = parallel / (RADIUS * cosMiddle);
  return (longitude, latitude) => {
    const turn = (longitude - middleLongitude) * RADIAN;
    const sine = authalic(Math.sin(latitude * RADIAN)) / POLE;
    const cosine = Math.sqrt(Math.max(0, 1 - sine * sine));
    const reach = RADIUS * Math.sqrt(2 / (1 + sinMiddle * sine + cosMiddle * cosine * Math.cos(turn)));
    return [
      reach * stretch * cosine * Math.sin(turn),
      (reach / stretch) * (cosMiddle * sine - sinMiddle * cosine * Math.cos(turn)),
    ];
  };
}
