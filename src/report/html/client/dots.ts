/**
 * Dots of people on the map plane, sorted into squares, so that those of a view are found at once.
 *
 *     data ──► positions, a few thousand a step ──► squares of the plane ──► every k-th dot of a view
 */
import type { Projection } from '../../map/projection.js';
import { decodeLines } from '../line-text.js';
import type { DotData } from './page-data.js';
import { boxesMeet, boxOf, type Box, type PlaneLine } from './plane.js';

/** Dots by square of the plane: those of square s are numbers[start[s]] to numbers[start[s + 1] - 1], rising. */
export interface DotSquares {
  readonly positions: PlaneLine;
  readonly box: Box;
  readonly start: Uint32Array;
  readonly numbers: Uint32Array;
}

/** Squares along each side. */
const SIDE = 64;
/** Positions after which a step of reading ends. */
const STEP = 8000;
/** Times the scale of the whole map from which on people are dots. */
const FROM = 2.5;
/** Dots in a view at most, if people were spread evenly. */
const MOST = 3000;
/** Of how many dots one is drawn. */
const EVERY = [1, 2, 5, 10, 20, 50, 100];

/** Of how many of so many dots one is drawn at a scale; 0 for none: where the whole map is seen or nearly so. */
export function everyDot(count: number, scale: number, wholeScale: number): number {
  const nearer = scale / wholeScale;
  if (nearer < FROM) return 0;
  return EVERY.find((every) => count / nearer ** 2 / every <= MOST) ?? EVERY.at(-1)!;
}

/** Whether a dot is among every k-th, each of which stands for k of them. */
export const isEvery = (dot: number, every: number): boolean => dot % every === every >> 1;

/** Reads dots in short steps. */
export function* readDots(
  { text, step, west, south }: DotData,
  project: Projection,
): Generator<void, DotSquares> {
  const steps = decodeLines(text)[0] ?? [];
  yield;
  const positions = new Float64Array(steps.length);
  let [x, y] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i]!;
    y += steps[i + 1]!;
    [positions[i], positions[i + 1]] = project(west + x * step, south + y * step);
    if (i % (2 * STEP) === 0) yield;
  }
  const box = boxOf([positions]);
  const squareOf = (dot: number): number =>
    squareAt(box, positions[2 * dot]!, 0) + SIDE * squareAt(box, positions[2 * dot + 1]!, 1);
  const count = steps.length / 2;
  const start = new Uint32Array(SIDE * SIDE + 1);
  for (let dot = 0; dot < count; dot++) start[squareOf(dot) + 1]!++;
  for (let s = 0; s < SIDE * SIDE; s++) start[s + 1]! += start[s]!;
  yield;
  const next = start.slice();
  const numbers = new Uint32Array(count);
  for (let dot = 0; dot < count; dot++) numbers[next[squareOf(dot)]!++] = dot;
  return { positions, box, start, numbers };
}

/** Column or row of a coordinate. */
function squareAt(box: Box, value: number, axis: 0 | 1): number {
  const size = box[axis + 2]! - box[axis];
  return size > 0 ? Math.max(0, Math.min(SIDE - 1, Math.floor((SIDE * (value - box[axis])) / size))) : 0;
}

/** Calls for the position of every k-th dot in a box, square by square. */
export function* dotsIn(
  { positions, box: all, start, numbers }: DotSquares,
  box: Box,
  every: number,
  draw: (x: number, y: number) => void,
): Generator<void, void> {
  if (!boxesMeet(box, all)) return;
  const [left, right] = [squareAt(all, box[0], 0), squareAt(all, box[2], 0)];
  for (let row = squareAt(all, box[1], 1); row <= squareAt(all, box[3], 1); row++) {
    for (let column = left; column <= right; column++) {
      const square = row * SIDE + column;
      for (let i = start[square]!; i < start[square + 1]!; i++)
        if (isEvery(numbers[i]!, every)) draw(positions[2 * numbers[i]!]!, positions[2 * numbers[i]! + 1]!);
      yield;
    }
  }
}
