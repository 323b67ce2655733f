/**
 * Which squares of a picture hold land, so that a label can be set over the sea.
 *
 *     . . # # .      every ring is read line by line through the middle of each row of squares: even and odd crossings
 *     . # # # .      begin and end the land
 */
import type { Position } from '../map-lines.js';
import type { Box } from './boxes.js';

/** Pixels of a square. */
const SQUARE = 6;

/** Tells whether a box of a picture is free of the land of units, given as lists of rings each. */
export function freeOfLand(
  units: readonly (readonly (readonly Position[])[])[],
  width: number,
  height: number,
): (box: Box) => boolean {
  const [columns, rows] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)];
  const land = new Uint8Array(columns * rows);
  for (const rings of units) {
    const crossings = Array.from({ length: rows }, (): number[] => []);
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!];
        const first = Math.max(0, Math.ceil(Math.min(ay, by) / SQUARE - 0.5));
        const last = Math.min(rows - 1, Math.ceil(Math.max(ay, by) / SQUARE - 0.5) - 1);
        for (let row = first; row <= last; row++) {
          const y = (row + 0.5) * SQUARE;
          crossings[row]!.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
        }
      }
    }
    crossings.forEach((xs, row) => {
      xs.sort((p, q) => p - q);
      for (let i = 0; i + 1 < xs.length; i += 2) {
        const from = Math.max(0, Math.floor(xs[i]! / SQUARE));
        const to = Math.min(columns - 1, Math.floor(xs[i + 1]! / SQUARE));
        for (let column = from; column <= to; column++) land[row * columns + column] = 1;
      }
    });
  }
  return ({ left, top, right, bottom }) => {
    const at = (value: number, most: number): number =>
      Math.max(0, Math.min(most - 1, Math.floor(value / SQUARE)));
    for (let row = at(top, rows); row <= at(bottom, rows); row++)
      for (let column = at(left, columns); column <= at(right, columns); column++)
        if (land[row * columns + column] === 1) return false;
    return true;
  };
}
