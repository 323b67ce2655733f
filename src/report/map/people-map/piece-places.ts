/**
 * Where the circles of a story stand: at the piece of their two units as the map knows it, else inside the smaller of them.
 */
import type { MapPiece, MapRecord, MapUnit } from '../../../result/map-record.js';
import type { StoryCircle, UnitRef } from '../../../story/story.js';
import { labelPoint } from '../../html/client/labels.js';
import { ringPositions, type Position } from '../map-lines.js';

/** The position of each circle in longitude and latitude; null where neither of its units is on the map. */
export function placesOfCircles(
  map: MapRecord,
  circles: readonly StoryCircle[],
  arcs: readonly (readonly Position[])[],
): (Position | null)[] {
  const pieces = new Map((map.pieces ?? []).map((piece) => [keyOf(piece.layers, piece.codes), piece]));
  const units = new Map<string, MapUnit>();
  for (const layer of map.layers) for (const unit of layer.units) units.set(`${layer.id} ${unit.code}`, unit);
  return circles.map(({ unit, partner, at }) => {
    if (at !== undefined) return at;
    const piece = partner === null ? undefined : pieceOf(pieces, unit, partner);
    if (piece !== undefined) return [piece.longitude, piece.latitude];
    const shapes = [unit, partner].flatMap((ref) => {
      const found = ref === null ? undefined : units.get(`${ref.layer} ${ref.code}`);
      const largest = found?.polygons[0]?.[0];
      return largest === undefined ? [] : [ringPositions(largest, arcs)];
    });
    if (shapes.length === 0) return null;
    const smallest = shapes.reduce((p, q) => (ringArea(q) < ringArea(p) ? q : p));
    const [x, y] = labelPoint(smallest.flat());
    return [x, y];
  });
}

const keyOf = (layers: readonly string[], codes: readonly string[]): string =>
  JSON.stringify([layers, codes]);

const pieceOf = (pieces: ReadonlyMap<string, MapPiece>, p: UnitRef, q: UnitRef): MapPiece | undefined =>
  pieces.get(keyOf([p.layer, q.layer], [p.code, q.code])) ??
  pieces.get(keyOf([q.layer, p.layer], [q.code, p.code]));

/** Square degrees of a ring, for telling which of two is smaller. */
function ringArea(ring: readonly Position[]): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!;
    return sum + x * v - u * y;
  }, 0);
  return Math.abs(twice) / 2;
}
