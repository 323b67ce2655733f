/**
 * Marks of what a check found in a file: circles by area, crosses where it has none.
 */
import type { FindingList } from '../../../story/story.js';

/** Longitude, latitude, and hectares where they are known. */
export type FileMark = readonly [longitude: number, latitude: number, hectares: number | null];

/** Places that are marked on a map, worst findings first. */
const MOST_MARKS = 200;
/** Radius of the largest and of the smallest circle, and half of a cross, in pixels. */
const [LARGEST, SMALLEST] = [12, 3];
export const HALF_CROSS = 5;

/** What the marks mean. */
export const MARK_WORDS = { fault: 'land, by area', cross: 'a place to look at' };

/** The marks of a layer's file. */
export const fileMarks = (rows: FindingList['rows'], layer: string): FileMark[] =>
  rows
    .filter((row) => row.layer === layer)
    .flatMap(({ places }) => places)
    .slice(0, MOST_MARKS)
    .map(({ longitude, latitude, hectares }) => [longitude, latitude, hectares]);

/** Marks in the order in which they are drawn, largest first, with the radius of each; null for a cross. */
export function sizedMarks(
  marks: readonly FileMark[],
): { readonly mark: FileMark; readonly radius: number | null }[] {
  const most = Math.max(...marks.map(([, , hectares]) => hectares ?? 0), 1e-9);
  return [...marks]
    .sort((p, q) => (q[2] ?? 0) - (p[2] ?? 0))
    .map((mark) => ({
      mark,
      radius: mark[2] === null ? null : Math.max(SMALLEST, LARGEST * Math.sqrt(mark[2] / most)),
    }));
}
