/**
 * People as dots, each inside the block that it stands for people of.
 *
 *     blocks by code   │  A01   │ A02 │    A03     │      people one after another; a dot for each so many of them,
 *     people           0──·────·────·────·────·────·──►   the one in the middle: it stands in the block of that one
 *
 * So all dots stand for all people to within half a dot, and those of any run of blocks, one block too, to within one.
 * Every k-th dot, from the middle of the first k on, is the same for k times as many people. A dot is placed at random,
 * by a seed that is made of the code of its block: it does not say where in the block anybody lives.
 */
import { OUTSIDE_FACE } from '../../arrangement/faces.js';
import { valueX, valueY } from '../../arrangement/lattice.js';
import type { MapDots } from '../../result/map-record.js';
import { compareCodes } from '../../trouble/order.js';
import type { MeasureOnFaces } from '../people/measure-on-faces.js';
import type { Sheet } from '../people/sheet.js';
import { faceMiddles } from './face-middles.js';
import type { MapWishes } from './map-wishes.js';
import { pointsInFaces } from './points-in-faces.js';

/** Dots of a map at most: four or five bytes each. */
const MOST_DOTS = 120_000;
/** People of a dot: never so few that a dot seems to be somebody. */
const EACH = [1, 2, 5];
const LEAST_EACH = 10;
/** Degrees of a step: a metre or so. */
const STEP = 1e-5;
/** Steps of the lattice from an edge within which a position could be rounded over it, in degrees and in metres. */
const ROUNDED_OVER = { ellipsoid: 80, planar: 900 };

/** The dots of the people on the faces that are shown; null where blocks have no shapes or nobody lives there. */
export function placeDots(
  { arrangement, measures }: Pick<Sheet, 'arrangement' | 'measures'>,
  isShown: (face: number) => boolean,
  toLongitudeLatitude: MapWishes['toLongitudeLatitude'],
  most: number = MOST_DOTS,
): MapDots | null {
  const [measure] = measures;
  if (measure === undefined || measure.codes === null || measure.ofCells === true) return null;
  const entries = entriesOf(measure, measure.codes, isShown, arrangement);
  const people = entries.reduce((sum, { amount }) => sum + amount, 0);
  const each = peopleOfDot(people, most);
  const dots: { face: number; seed: number }[] = [];
  let [sum, block, ofBlock] = [0, -1, 0];
  for (const entry of entries) {
    if (entry.block !== block) [block, ofBlock] = [entry.block, 0];
    sum += entry.amount;
    while ((dots.length + 0.5) * each <= sum)
      dots.push({ face: entry.face, seed: seedOf(measure.codes[block]!, ofBlock++) });
  }
  if (dots.length === 0) return null;
  const { lattice } = arrangement.edges;
  const pointOf = pointsInFaces(
    arrangement,
    new Set(dots.map(({ face }) => face)),
    ROUNDED_OVER[lattice.model],
  );
  const positions = new Float64Array(2 * dots.length);
  dots.forEach(({ face, seed }, i) => {
    const [x, y] = pointOf(face, seed);
    positions[2 * i] = valueX(lattice, x);
    positions[2 * i + 1] = valueY(lattice, y);
  });
  return { each, measure: measure.name, ...asSteps(toLongitudeLatitude(positions)) };
}

interface Entry {
  readonly block: number;
  readonly face: number;
  readonly amount: number;
}

/** People by block and face: blocks by code, faces of a block from west to east, so that no order of inputs matters. */
function entriesOf(
  { shares, values }: MeasureOnFaces,
  codes: readonly string[],
  isShown: (face: number) => boolean,
  arrangement: Sheet['arrangement'],
): Entry[] {
  const middles = faceMiddles(arrangement);
  const order = [...codes.keys()].sort((p, q) => compareCodes(codes[p]!, codes[q]!));
  return order.flatMap((block): Entry[] => {
    if (!(values[block]! > 0)) return [];
    const own: Entry[] = [];
    for (let i = shares.start[block]!; i < shares.start[block + 1]!; i++) {
      const face = shares.face[i]!;
      const amount = values[block]! * shares.share[i]!;
      if (amount > 0 && face !== OUTSIDE_FACE && isShown(face)) own.push({ block, face, amount });
    }
    return own.sort(
      (p, q) => middles.x[p.face]! - middles.x[q.face]! || middles.y[p.face]! - middles.y[q.face]!,
    );
  });
}

/** The least of 10, 20, 50, 100 … people a dot that makes no more than so many dots. */
export function peopleOfDot(people: number, most: number): number {
  for (let power = LEAST_EACH; ; power *= 10)
    for (const n of EACH) if (Math.round(people / (n * power)) <= most) return n * power;
}

/** A seed of a block's code and the number of the dot in it (FNV-1a, Fowler, Noll and Vo). */
function seedOf(code: string, dot: number): number {
  let hash = 0x811c9dc5;
  for (const value of [...new TextEncoder().encode(code), dot & 255, dot >>> 8])
    hash = Math.imul(hash ^ value, 0x01000193);
  return hash;
}

/** Whole steps from dot to dot. */
function asSteps(degrees: Float64Array): Pick<MapDots, 'step' | 'west' | 'south' | 'steps'> {
  let [west, south] = [Infinity, Infinity];
  for (let i = 0; i < degrees.length; i += 2) {
    west = Math.min(west, degrees[i]!);
    south = Math.min(south, degrees[i + 1]!);
  }
  // Whole hundredths of a degree, as those of the map are.
  [west, south] = [Math.floor(west * 100) / 100, Math.floor(south * 100) / 100];
  let [x, y] = [0, 0];
  const steps: number[] = [];
  for (let i = 0; i < degrees.length; i += 2) {
    const [u, v] = [Math.round((degrees[i]! - west) / STEP), Math.round((degrees[i + 1]! - south) / STEP)];
    steps.push(u - x, v - y);
    [x, y] = [u, v];
  }
  return { step: STEP, west, south, steps };
}
