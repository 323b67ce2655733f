/**
 * Whether a move leaves both units as connected as they were.
 *
 *     from  f f m m t t  to       moving m keeps f in one piece and joins t: contiguous
 *     from  f m f . t t  to       moving m cuts f in two and adds a piece to t: not contiguous
 *
 * Pieces thinner than the tolerance are slivers of two drawings of one border and do not count.
 */
import { leftFace, rightFace, type Arrangement } from '../../arrangement/arrangement.js';
import type { Sheet } from '../people/sheet.js';
import type { Layer } from '../../layer/layer.js';
import type { Move } from './moves.js';
import { joinFaces } from '../../arrangement/join.js';

/** `yes` or `no` for moves of whole parts by shapes; `unknown` for all others. */
export function contiguityOf(
  sheet: Sheet | null,
  a: Layer,
  b: Layer,
  tolerance: number,
): (move: Pick<Move, 'b' | 'from' | 'to' | 'block'>) => string {
  if (sheet === null) return () => 'unknown';
  const { arrangement } = sheet;
  const [ofA, ofB] = [a, b].map((layer) => arrangement.labels[sheet.positionOf(layer)]!);
  const pieces = countPieces(arrangement, tolerance);
  const whole = new Map<number, number>();
  const before = (unit: number): number => {
    let count = whole.get(unit);
    if (count === undefined)
      whole.set(unit, (count = pieces((face) => ofA!.sets.has(ofA!.ofFace[face]!, unit))));
    return count;
  };
  return (move) => {
    if (move.block !== null) return 'unknown';
    const has = (face: number, unit: number): boolean => ofA!.sets.has(ofA!.ofFace[face]!, unit);
    const moves = (face: number): boolean =>
      has(face, move.from) && ofB!.sets.has(ofB!.ofFace[face]!, move.b);
    const from = pieces((face) => has(face, move.from) && !moves(face));
    const to = pieces((face) => has(face, move.to) || moves(face));
    return from <= before(move.from) && to <= before(move.to) ? 'yes' : 'no';
  };
}

/** Counts the connected pieces of a set of faces whose mean width is at least the tolerance in metres. */
function countPieces(
  arrangement: Arrangement,
  tolerance: number,
): (isIn: (face: number) => boolean) => number {
  const faces = arrangement.area.length;
  const edges = arrangement.length.length;
  return (isIn) => {
    const chosen = Uint8Array.from({ length: faces }, (_, face) => Number(face > 0 && isIn(face)));
    const piece = joinFaces(arrangement, (left, right) => chosen[left] === 1 && chosen[right] === 1);
    const area = new Float64Array(faces);
    const perimeter = new Float64Array(faces);
    for (let face = 1; face < faces; face++)
      if (chosen[face] === 1) area[piece[face]!]! += arrangement.area[face]!;
    for (let e = 0; e < edges; e++) {
      const [left, right] = [leftFace(arrangement, e), rightFace(arrangement, e)];
      if (chosen[left] === chosen[right]) continue;
      perimeter[piece[chosen[left] === 1 ? left : right]!]! += arrangement.length[e]!;
    }
    return area.reduce(
      (count, each, face) => count + Number(each > 0 && (2 * each) / perimeter[face]! >= tolerance),
      0,
    );
  };
}
