/**
 * What is drawn of the pieces: around units of a tint, along borders, around what is chosen. Made when that changes, not
 * for every frame; with tens of thousands of pieces only lines with two different things beside them are looked at again.
 */
import type { PieceShapes } from './piece-shapes.js';
import { TINTS } from './tints.js';
import { trailsOf, type Trails } from './trails.js';

/** The pieces as they are in units. */
export interface UnitOutlines {
  /** Around all units of each tint, and around pieces that are in none. */
  readonly tints: readonly Trails[];
  readonly nobody: Trails;
  readonly borders: Trails;
}

/** Outlines of units: the code of the unit of each piece, '' for none, and the tint of each unit. */
export function unitOutlines(
  shapes: PieceShapes,
  unitOf: readonly string[],
  tints: ReadonlyMap<string, number>,
): UnitOutlines {
  const tintOf = (piece: number): number => (unitOf[piece] === '' ? TINTS : (tints.get(unitOf[piece]!) ?? 0));
  const around: number[][] = Array.from({ length: TINTS + 1 }, () => []);
  const tintOfPiece = Int32Array.from(shapes.pieces, ({ number }) => tintOf(number));
  for (const k of arcsBetween(shapes, tintOfPiece, -1))
    for (const piece of [shapes.sides[2 * k]!, shapes.sides[2 * k + 1]!])
      if (piece >= 0) around[tintOfPiece[piece]!]!.push(k);
  const trails = around.map((arcs) => trailsOf(shapes, arcs, 'around'));
  return {
    tints: trails.slice(0, TINTS),
    nobody: trails[TINTS]!,
    borders: trailsOf(shapes, arcsBetween(shapes, unitOf, ''), 'borders'),
  };
}

/** The lines between units of another layer: the unit of each piece, -1 for none. */
export const bordersOf = (shapes: PieceShapes, unitOfPiece: Int32Array): Trails =>
  trailsOf(shapes, arcsBetween(shapes, unitOfPiece, -1), 'borders');

/** Around some pieces; null around none. */
export function outlineOf(shapes: PieceShapes, pieces: ReadonlySet<number>): Trails | null {
  if (pieces.size === 0) return null;
  const inside = Uint8Array.from(shapes.pieces, ({ number }) => (pieces.has(number) ? 1 : 0));
  return trailsOf(shapes, arcsBetween(shapes, inside, 0), 'around');
}

/** Arcs with two different values beside them; `none` where there is no piece. */
function arcsBetween<Value>(
  { arcs, sides }: PieceShapes,
  valueOf: Readonly<Record<number, Value>>,
  none: Value,
): number[] {
  const found: number[] = [];
  for (let k = 0; k < arcs.length; k++) {
    const [p, q] = [sides[2 * k]!, sides[2 * k + 1]!];
    if ((p < 0 ? none : valueOf[p]) !== (q < 0 ? none : valueOf[q])) found.push(k);
  }
  return found;
}
