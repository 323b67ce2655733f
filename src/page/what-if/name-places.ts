/// <reference lib="dom" />
/**
 * Names of units on the map: each where its unit is, the largest unit first, none over another or beyond the edge.
 */
import type { View } from '../../report/html/client/view.js';
import type { PieceShapes } from './piece-shapes.js';

/** Where the name of a unit stands. */
export interface NamePlace {
  readonly unit: string;
  readonly x: number;
  readonly y: number;
}

/** For each unit a point in the piece that lies nearest to its middle, of these the widest; units with most land first. */
export function namePlaces({ pieces, middle }: PieceShapes, unitOf: readonly string[]): NamePlace[] {
  const sums = new Map<string, { x: number; y: number; land: number; pieces: number[] }>();
  for (const { number, box, outer } of pieces) {
    const unit = unitOf[number]!;
    if (unit === '' || outer.length === 0) continue;
    const sum = sums.get(unit) ?? { x: 0, y: 0, land: 0, pieces: [] };
    sums.set(unit, sum);
    const land = (box[2] - box[0]) * (box[3] - box[1]);
    sum.x += ((box[0] + box[2]) / 2) * land;
    sum.y += ((box[1] + box[3]) / 2) * land;
    sum.land += land;
    sum.pieces.push(number);
  }
  return [...sums]
    .sort(([, p], [, q]) => q.land - p.land)
    .map(([unit, { x, y, land, pieces: own }]) => {
      const away = (piece: number): number => {
        const { box } = pieces[piece]!;
        const [u, v] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
        return Math.hypot(u - x / land, v - y / land) - (box[2] - box[0]) / 2;
      };
      const found = middle(own.reduce((p, q) => (away(q) < away(p) ? q : p)));
      return { unit, x: found[0], y: found[1] };
    });
}

/** Writes the names that have room. */
export function paintNames(
  context: CanvasRenderingContext2D,
  places: readonly NamePlace[],
  names: ReadonlyMap<string, string>,
  { x, y, scale, width, height }: View,
  { ink, halo }: { readonly ink: string; readonly halo: string },
): void {
  context.font = '600 12px "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const drawn: [number, number, number, number][] = [];
  for (const place of places) {
    const name = names.get(place.unit) ?? place.unit;
    const [left, top] = [(place.x - x) * scale + width / 2, (place.y - y) * scale + height / 2];
    if (left < 0 || top < 0 || left > width || top > height) continue;
    const half = context.measureText(name).width / 2 + 3;
    const box: [number, number, number, number] = [left - half, top - 9, left + half, top + 9];
    const fits = box[0] > 0 && box[1] > 0 && box[2] < width && box[3] < height;
    const isFree = drawn.every(
      (other) => box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1],
    );
    if (!fits || !isFree) continue;
    drawn.push(box);
    context.strokeStyle = halo;
    context.lineWidth = 3;
    context.strokeText(name, left, top);
    context.fillStyle = ink;
    context.fillText(name, left, top);
  }
}
