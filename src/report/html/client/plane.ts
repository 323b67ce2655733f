/**
 * The map plane, in kilometres so that numbers on the way to the screen stay neither large nor small: lines and boxes
 * on it.
 */

/** A line or ring on the map plane: x, y after one another, in kilometres. */
export type PlaneLine = Float64Array;

/** Least x and y, greatest x and y. */
export type Box = readonly [number, number, number, number];

/** The box of no position: it meets nothing, and joins any other without changing it. */
const NOWHERE: Box = [Infinity, Infinity, -Infinity, -Infinity];

/** The box of all positions of lines. */
export function boxOf(lines: readonly ArrayLike<number>[]): Box {
  const box: [number, number, number, number] = [...NOWHERE];
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      box[0] = Math.min(box[0], line[i]!);
      box[1] = Math.min(box[1], line[i + 1]!);
      box[2] = Math.max(box[2], line[i]!);
      box[3] = Math.max(box[3], line[i + 1]!);
    }
  }
  return box;
}

/** The box of some boxes. */
export const joinBoxes = (boxes: readonly Box[]): Box =>
  boxes.reduce(
    (p, q) => [Math.min(p[0], q[0]), Math.min(p[1], q[1]), Math.max(p[2], q[2]), Math.max(p[3], q[3])],
    NOWHERE,
  );

/** Whether two boxes share more than an edge. */
export const boxesMeet = (p: Box, q: Box): boolean =>
  p[0] < q[2] && p[2] > q[0] && p[1] < q[3] && p[3] > q[1];
