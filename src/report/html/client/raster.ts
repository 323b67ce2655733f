/**
 * Places inside shapes, found on a grid of points: the box of what two shapes share, its middle, where a name fits.
 *
 *     . . # # .      a row is crossed by the outlines; between the first and the second
 *     . # # # .      crossing, the third and the fourth, … a point lies inside
 *     . . . # .
 */
import type { Box } from './plane.js';

/** Rings on the map plane: x and y after one another. */
export type Rings = readonly (readonly number[])[];
/** Points of a grid over a box, row by row from the top: 1 inside. */
export interface Raster {
  readonly box: Box;
  readonly columns: number;
  readonly rows: number;
  readonly inside: Uint8Array;
}

/** The points of a grid that lie inside rings, by even and odd crossings. */
export function rasterOf(rings: Rings, box: Box, columns: number, rows: number): Raster {
  const inside = new Uint8Array(columns * rows);
  const width = (box[2] - box[0]) / columns;
  const height = (box[3] - box[1]) / rows;
  for (let r = 0; r < rows; r++) {
    const y = box[1] + (r + 0.5) * height;
    const crossed: number[] = [];
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const j = (i + 2) % ring.length;
        const [y1, y2] = [ring[i + 1]!, ring[j + 1]!];
        if (y1 > y !== y2 > y) crossed.push(ring[i]! + ((y - y1) / (y2 - y1)) * (ring[j]! - ring[i]!));
      }
    }
    crossed.sort((p, q) => p - q);
    for (let k = 0; k + 1 < crossed.length; k += 2) {
      const first = Math.max(0, Math.ceil((crossed[k]! - box[0]) / width - 0.5));
      const last = Math.min(columns - 1, Math.floor((crossed[k + 1]! - box[0]) / width - 0.5));
      for (let c = first; c <= last; c++) inside[r * columns + c] = 1;
    }
  }
  return { box, columns, rows, inside };
}

/** Points of one grid that another one has too, or has not. */
export const pick = (raster: Raster, other: Raster, wanted: 0 | 1): Raster => ({
  ...raster,
  inside: raster.inside.map((is, i) => (is === 1 && other.inside[i] === wanted ? 1 : 0)),
});

/** The box of the inner points, each with its cell; null where there is none. */
export function boxOfRaster({ box, columns, rows, inside }: Raster): Box | null {
  const [width, height] = [(box[2] - box[0]) / columns, (box[3] - box[1]) / rows];
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  inside.forEach((is, i) => {
    if (is === 0) return;
    const [c, r] = [i % columns, Math.floor(i / columns)];
    west = Math.min(west, box[0] + c * width);
    east = Math.max(east, box[0] + (c + 1) * width);
    north = Math.min(north, box[1] + r * height);
    south = Math.max(south, box[1] + (r + 1) * height);
  });
  return west === Infinity ? null : [west, north, east, south];
}

/**
 * The roomiest place: the inner point furthest from all others, edges of the grid counting as outside; null where
 * nothing is inside.
 */
export function roomiest(raster: Raster): readonly [number, number] | null {
  const { box, columns, rows, inside } = raster;
  // Steps to the nearest point outside, by two sweeps (Rosenfeld and Pfaltz 1966).
  const steps = new Uint16Array(columns * rows);
  const at = (c: number, r: number): number =>
    c < 0 || r < 0 || c >= columns || r >= rows ? 0 : steps[r * columns + c]!;
  for (let i = 0; i < steps.length; i++) {
    const [c, r] = [i % columns, Math.floor(i / columns)];
    if (inside[i] === 1) steps[i] = Math.min(at(c - 1, r), at(c, r - 1)) + 1;
  }
  let best = -1;
  for (let i = steps.length - 1; i >= 0; i--) {
    const [c, r] = [i % columns, Math.floor(i / columns)];
    if (inside[i] === 1) steps[i] = Math.min(steps[i]!, at(c + 1, r) + 1, at(c, r + 1) + 1);
    if (steps[i]! > 0 && (best < 0 || steps[i]! >= steps[best]!)) best = i;
  }
  if (best < 0) return null;
  return [
    box[0] + (((best % columns) + 0.5) * (box[2] - box[0])) / columns,
    box[1] + ((Math.floor(best / columns) + 0.5) * (box[3] - box[1])) / rows,
  ];
}

/** The inner points of a grid, those nearest to a place first. */
export function innerPoints(
  { box, columns, rows, inside }: Raster,
  [x, y]: readonly [number, number],
): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  inside.forEach((is, i) => {
    if (is === 0) return;
    points.push([
      box[0] + (((i % columns) + 0.5) * (box[2] - box[0])) / columns,
      box[1] + ((Math.floor(i / columns) + 0.5) * (box[3] - box[1])) / rows,
    ]);
  });
  const away = ([px, py]: readonly [number, number]): number => Math.hypot(px - x, py - y);
  return points.sort((p, q) => away(p) - away(q));
}
