/**
 * What is drawn of the pieces: around units, along borders, around what is chosen. Made when that changes, not for every
 * frame; after a move only for units that lost or gained a piece.
 *
 *     A │ B ← this piece goes from B to C: around B and C anew, and along A│B, A│C, B│C, whose lines are others now;
 *     ──┼──   around A as it was
 *     C │ C
 */
import { arcNumber } from '../../report/html/client/outlines.js';
import type { PieceShapes } from './piece-shapes.js';
import { trailsOf, type Trails } from './trails.js';

/** The pieces as they are in units. */
export interface UnitOutlines {
  /** The code of the unit of each piece, '' for none. */
  readonly unitOf: readonly string[];
  /** Around the pieces of each unit, by its code. */
  readonly around: ReadonlyMap<string, Trails>;
  /** Lines with two units beside them, or a unit and nobody, by both. */
  readonly between: ReadonlyMap<string, Between>;
}

/** The arcs that have two units beside them. */
interface Between {
  readonly units: readonly [string, string];
  readonly arcs: readonly number[];
  /** Along them; null where nobody is on either side. */
  readonly border: Trails | null;
}

/** What is beside a line where there is no piece; no code of a unit. */
const OUTSIDE = '\n';

/** Outlines of units: the code of the unit of each piece, '' for none; `before` are those of another moment. */
export function unitOutlines(
  shapes: PieceShapes,
  unitOf: readonly string[],
  before: UnitOutlines | null,
): UnitOutlines {
  const apart = before === null ? [...unitOf.keys()] : piecesApart(before.unitOf, unitOf);
  const between = new Map(before?.between);
  for (const [key, { units, arcs }] of arcsAnew(shapes, unitOf, before, apart)) {
    const isNobodys = units.every((unit) => unit === '' || unit === OUTSIDE);
    if (arcs.length === 0) between.delete(key);
    else between.set(key, { units, arcs, border: isNobodys ? null : trailsOf(shapes, arcs, 'borders') });
  }
  const around = new Map(before?.around);
  const changed = new Set(
    [before?.unitOf ?? [], unitOf].flatMap((units) => apart.map((piece) => units[piece]!)),
  );
  for (const unit of changed) {
    const arcs = [...between.values()].flatMap(({ units, arcs: own }) => (units.includes(unit) ? own : []));
    if (arcs.length === 0) around.delete(unit);
    else around.set(unit, trailsOf(shapes, arcs, 'around'));
  }
  return { unitOf, around, between };
}

/** Pieces that are in one unit at a moment and in another at another. */
export const piecesApart = (before: readonly string[], now: readonly string[]): number[] =>
  [...now.keys()].filter((piece) => before[piece] !== now[piece]);

/** All arcs of every two units that have other lines now: lines of some pieces, or that were theirs. */
function arcsAnew(
  { pieces, sides }: PieceShapes,
  unitOf: readonly string[],
  before: UnitOutlines | null,
  apart: readonly number[],
): Map<string, { readonly units: readonly [string, string]; readonly arcs: number[] }> {
  const touched = new Set(apart.flatMap((piece) => pieces[piece]!.rings.flat().map(arcNumber)));
  const found: ReturnType<typeof arcsAnew> = new Map();
  const listOf = (units: readonly string[], k: number): number[] => {
    const of = (piece: number): string => (piece < 0 ? OUTSIDE : units[piece]!);
    const [p, q] = [of(sides[2 * k]!), of(sides[2 * k + 1]!)];
    // Between two pieces of one unit there is no line to draw.
    if (p === q) return [];
    const key = p < q ? `${p}${OUTSIDE}${q}` : `${q}${OUTSIDE}${p}`;
    let list = found.get(key);
    if (list === undefined) {
      const kept = before?.between.get(key)?.arcs.filter((arc) => !touched.has(arc)) ?? [];
      found.set(key, (list = { units: p < q ? [p, q] : [q, p], arcs: kept }));
    }
    return list.arcs;
  };
  for (const k of touched) {
    if (before !== null) listOf(before.unitOf, k);
    listOf(unitOf, k).push(k);
  }
  return found;
}

/** The lines between units of another layer: the unit of each piece, -1 for none. */
export function bordersOf(shapes: PieceShapes, unitOfPiece: Int32Array): Trails {
  const of = (piece: number): number => (piece < 0 ? -1 : unitOfPiece[piece]!);
  const arcs = [...shapes.arcs.keys()].filter(
    (k) => of(shapes.sides[2 * k]!) !== of(shapes.sides[2 * k + 1]!),
  );
  return trailsOf(shapes, arcs, 'borders');
}

/** Around some pieces; null around none. */
export function outlineOf(shapes: PieceShapes, pieces: ReadonlySet<number>): Trails | null {
  if (pieces.size === 0) return null;
  // A line that is met twice has one of the pieces on either side.
  const once = new Set<number>();
  for (const piece of pieces)
    for (const ring of shapes.pieces[piece]!.rings)
      for (const k of ring) if (!once.delete(arcNumber(k))) once.add(arcNumber(k));
  return trailsOf(shapes, [...once], 'around');
}
