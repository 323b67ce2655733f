/**
 * What is drawn twice: an outline that repeats another of its polygon, a polygon that repeats another of its unit.
 *
 *     ┌───────┐      two are one if most of either is in the other, and the land in only one of them is thinner
 *     │┌─────┐│      than a tolerance: twice its area over its perimeter. So it does not matter where a copy begins,
 *     ││  ∩  ││      which way it runs, which further vertices it has, or that it was rounded otherwise.
 *     │└─────┘│
 *     └───────┘      Those that are one cover what any of them covers.
 *
 * Under parity a polygon drawn twice would cancel itself; a file with every ward twice must not become empty.
 */
import { join, rootOf, singles as apart } from './forest.js';

/** Things that cover faces: which cover the faces of a label, and what they are compared within. */
export interface Covering {
  readonly count: number;
  /** Things that cover the faces of a label, rising. */
  of(label: number): readonly number[];
  /** The only one of each label of one outline alone: null where it has the number of the label. */
  readonly ofSingle: Int32Array | null;
  /** Only things of one group are compared. */
  groupOf(thing: number): number;
  /** Metres below which two things of a group are one: 0 where only equal ones are. */
  tolerance(p: number, q: number): number;
}

/** Labels of the faces of a layer, and what measures them. */
export interface LabelledFaces {
  readonly ofFace: Int32Array;
  /** Labels below this are of one outline alone. */
  readonly singles: number;
  readonly extents: Extents;
  /** Metres of each edge, and the faces of half-edges 2 e and 2 e + 1 at its sides. */
  readonly length: Float64Array;
  readonly faceOfHalf: Int32Array;
}

/** Share of the larger of two things that both must cover. */
export const MOST_OF_IT = 0.75;
/** Things of one group on one face above which they are not compared: such heaps are no copies of one another. */
const HEAP = 250;

/** For each thing the lowest that it is one with: itself where it repeats none. */
export function findRepeats(faces: LabelledFaces, covering: Covering): Int32Array {
  const same = apart(covering.count);
  const heaps = heapsOf(faces.extents, faces.singles, covering);
  if (heaps.length === 0) return same;
  const pairs = alikePairs(faces, heaps, covering);
  if (pairs.length === 0) return same;
  const perimeter = perimeters(faces, covering, pairs);
  pairs.forEach(({ p, q, equal, difference }, i) => {
    if (equal || 2 * difference < covering.tolerance(p, q) * perimeter[i]!) join(same, p, q);
  });
  for (let thing = 0; thing < same.length; thing++) same[thing] = rootOf(same, thing);
  return same;
}

/** How many faces each label or thing has, and how many square metres: the smallest faces have none. */
export interface Extents {
  readonly faces: Float64Array;
  readonly area: Float64Array;
}

const noExtents = (count: number): Extents => ({
  faces: new Float64Array(count),
  area: new Float64Array(count),
});

/** Extents of so many labels, by the label and the square metres of each face. */
export function extentsOfLabels(labels: number, ofFace: Int32Array, area: Float64Array): Extents {
  const extents = noExtents(labels);
  const { faces: count, area: sum } = extents;
  for (let face = 1; face < ofFace.length; face++) {
    const label = ofFace[face]!;
    if (label < 0) continue;
    count[label]!++;
    // The area of the smallest faces is rounded, to a trifle below nothing at times.
    sum[label]! += Math.max(0, area[face]!);
  }
  return extents;
}

/** Things of one group that cover the faces of one label together. */
interface Heap {
  readonly label: number;
  readonly things: readonly number[];
}

function heapsOf({ faces }: Extents, from: number, covering: Covering): Heap[] {
  const heaps: Heap[] = [];
  for (let label = from; label < faces.length; label++) {
    if (faces[label] === 0) continue;
    const ofGroup = new Map<number, number[]>();
    for (const thing of covering.of(label)) {
      const known = ofGroup.get(covering.groupOf(thing));
      if (known === undefined) ofGroup.set(covering.groupOf(thing), [thing]);
      else known.push(thing);
    }
    for (const things of ofGroup.values())
      if (things.length > 1 && things.length <= HEAP) heaps.push({ label, things });
  }
  return heaps;
}

/** Two things that are mostly the same. */
interface AlikePair {
  readonly p: number;
  readonly q: number;
  /** Whether they cover the same faces. */
  readonly equal: boolean;
  /** Square metres that only one of them covers. */
  readonly difference: number;
}

function alikePairs(
  { extents: ofLabel, singles }: LabelledFaces,
  heaps: readonly Heap[],
  covering: Covering,
): AlikePair[] {
  const own = extentsOfSingles(ofLabel, singles, covering);
  for (let label = singles; label < ofLabel.faces.length; label++) {
    if (ofLabel.faces[label] === 0) continue;
    for (const thing of covering.of(label)) {
      own.faces[thing]! += ofLabel.faces[label]!;
      own.area[thing]! += ofLabel.area[label]!;
    }
  }
  const most = (p: number, q: number): number => MOST_OF_IT * Math.max(own.area[p]!, own.area[q]!);
  const shared = new Map<number, { p: number; q: number; faces: number; area: number }>();
  for (const { label, things } of heaps) {
    for (const [i, p] of things.entries()) {
      for (const q of things.slice(i + 1)) {
        if (Math.min(own.area[p]!, own.area[q]!) < most(p, q)) continue;
        const key = p * covering.count + q;
        let pair = shared.get(key);
        if (pair === undefined) shared.set(key, (pair = { p, q, faces: 0, area: 0 }));
        pair.faces += ofLabel.faces[label]!;
        pair.area += ofLabel.area[label]!;
      }
    }
  }
  return [...shared.values()].flatMap(({ p, q, faces, area }): AlikePair[] => {
    const equal = own.faces[p] === faces && own.faces[q] === faces;
    if (!equal && area < most(p, q)) return [];
    return [{ p, q, equal, difference: own.area[p]! + own.area[q]! - 2 * area }];
  });
}

/** Extents of things on faces of one outline alone. */
function extentsOfSingles(ofLabel: Extents, singles: number, { count, ofSingle }: Covering): Extents {
  const { faces, area } = noExtents(count);
  for (let label = 0; label < singles; label++) {
    const thing = ofSingle === null ? label : ofSingle[label]!;
    faces[thing]! += ofLabel.faces[label]!;
    area[thing]! += ofLabel.area[label]!;
  }
  return { faces, area };
}

/** Metres around the land that only one of each pair covers. */
function perimeters(
  { ofFace, length, faceOfHalf }: LabelledFaces,
  covering: Covering,
  pairs: readonly AlikePair[],
): Float64Array {
  const metres = new Float64Array(pairs.length);
  const pairsOf = new Map<number, { other: number; pair: number }[]>();
  pairs.forEach(({ p, q, equal }, pair) => {
    if (equal) return;
    for (const [thing, other] of [
      [p, q],
      [q, p],
    ] as const) {
      const known = pairsOf.get(thing);
      if (known === undefined) pairsOf.set(thing, [{ other, pair }]);
      else known.push({ other, pair });
    }
  });
  if (pairsOf.size === 0) return metres;
  for (let e = 0; e < length.length; e++) {
    const left = covering.of(ofFace[faceOfHalf[2 * e]!]!);
    const right = covering.of(ofFace[faceOfHalf[2 * e + 1]!]!);
    const crossed = (thing: number): boolean => left.includes(thing) !== right.includes(thing);
    for (const thing of new Set([...left, ...right])) {
      for (const { other, pair } of pairsOf.get(thing) ?? [])
        if (crossed(thing) && !crossed(other)) metres[pair]! += length[e]!;
    }
  }
  return metres;
}
