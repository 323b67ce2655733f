/** The generalised copy of the mesh: the same sides between the same corners, with other positions. */
import { sway } from './chance.mjs';
import { metresToLine } from './ground.mjs';

/**
 * A copy of the mesh as somebody else would have generalised it: every second position of a long side is left out
 * and the others move, by up to `reach` metres each way. A position moves alike wherever it occurs, so the copy fits
 * together within itself, and not with the mesh it came from.
 */
export function generalise(mesh, reach) {
  const move = ([x, y]) => [
    x + Math.round(reach * 151 * sway('move x', x, y)),
    y + Math.round(reach * 90 * sway('move y', x, y)),
  ];
  const kept = (points) =>
    points.filter(
      (place, i) =>
        points.length < 9 || i % 2 === 0 || metresToLine(place, [points[i - 1], points[i + 1]]) > 35,
    );
  return { ...mesh, sides: mesh.sides.map((side) => ({ ...side, points: kept(side.points).map(move) })) };
}
