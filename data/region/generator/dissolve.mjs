/**
 * The outline of a set of faces: sides that two of them share vanish, what is left is traced into rings.
 *
 *     +---+---+        +---+---+
 *     | a | a |   →    | a   a |
 *     +---+---+        +---+---+
 */
import { faceRing } from './mesh.mjs';
import { inside, twiceArea } from './ground.mjs';

/**
 * Polygons of the union of the faces, largest first: [outer ring, hole, …], outer rings anticlockwise and holes
 * clockwise, closed, every position of the mesh kept. A single face gives its own ring.
 */
export function outline(mesh, faces) {
  const member = new Set(faces);
  const away = new Map();
  for (const face of [...member].sort((a, b) => a - b)) {
    for (const [side, forwards] of mesh.faces[face].sides) {
      const { from, to, points, faces: hands } = mesh.sides[side];
      if (member.has(hands[forwards ? 1 : 0])) continue;
      const start = forwards ? from : to;
      if (away.has(start)) throw new Error(`an outline touches itself at ${start}`);
      away.set(start, { end: forwards ? to : from, points: forwards ? points : [...points].reverse() });
    }
  }
  const rings = [];
  while (away.size > 0) {
    const first = away.keys().next().value;
    const ring = [];
    let at = first;
    do {
      const { end, points } = away.get(at);
      away.delete(at);
      ring.push(...points.slice(0, -1));
      at = end;
    } while (at !== first);
    ring.push(ring[0]);
    rings.push(ring);
  }
  return nest(rings);
}

/** Puts each hole into the smallest outer ring around it. */
function nest(rings) {
  const sized = rings.map((ring) => ({ ring, twice: twiceArea(ring) }));
  const outer = sized.filter(({ twice }) => twice > 0).sort((a, b) => b.twice - a.twice);
  const polygons = outer.map(({ ring }) => [ring]);
  for (const { ring } of sized.filter(({ twice }) => twice < 0)) {
    const home = outer.findLastIndex((candidate) => inside(ring[0], candidate.ring));
    if (home === -1) throw new Error('a hole lies in nothing');
    polygons[home].push(ring);
  }
  return polygons;
}

/** Square lattice steps of some faces together. Exact; half steps are possible. */
export const stepsOf = (mesh, faces) =>
  faces.reduce((sum, face) => sum + twiceArea(faceRing(mesh, face)), 0) / 2;
