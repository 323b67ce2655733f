/**
 * The table of three or more layers: one row an atom, all land that carries one and the same label in every layer.
 *
 * An atom is a sliver where any two of its units only touch in slivers. Where a layer covers land twice, the atom
 * names both units, separated by a semicolon, so that no land is counted in two rows.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { SetTable } from '../../arrangement/set-table.js';
import type { Layer } from '../../layer/layer.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectares } from '../../result/units-of-measure.js';
import { atomColumns } from './atom-columns.js';
import type { RowWishes } from '../crossing/overlap-table.js';

/** Atoms of an arrangement: distinct labels, their land, and which faces they are made of. */
export interface Atoms {
  /** Set number of each layer for each atom: atom t has sets[t * layers] to sets[t * layers + layers - 1]. */
  readonly sets: Int32Array;
  readonly layers: number;
  readonly count: number;
  /** Square metres. */
  readonly area: Float64Array;
  /** Atom of each face; -1 for faces that no layer covers. */
  readonly ofFace: Int32Array;
}

/** Groups faces by their labels in the given layers. */
export function findAtoms(arrangement: Arrangement, layers: readonly number[]): Atoms {
  const faces = arrangement.area.length;
  let combined = { ofFace: new Int32Array(faces), count: 1, faceOf: new Int32Array(1) };
  for (const layer of layers) {
    const { ofFace, sets } = arrangement.labels[layer]!;
    combined = combine(combined.ofFace, ofFace, sets.count + 1);
  }
  // Combination 0 is that of the outside, which no layer covers.
  const count = combined.count - 1;
  const labels = layers.map((layer) => arrangement.labels[layer]!.ofFace);
  const area = new ExactSums(count);
  const ofFace = combined.ofFace;
  for (let face = 0; face < faces; face++) {
    ofFace[face]!--;
    if (ofFace[face]! >= 0) area.add(ofFace[face]!, arrangement.area[face]!);
  }
  const sets = new Int32Array(count * layers.length);
  for (let atom = 0; atom < count; atom++) {
    labels.forEach((ofLayer, l) => (sets[atom * layers.length + l] = ofLayer[combined.faceOf[atom + 1]!]!));
  }
  return { sets, layers: layers.length, count, area: area.values(), ofFace };
}

/** Numbers the combinations of a number and a label (below `labels - 1`, or -1) in order of the faces. */
function combine(
  numbers: Int32Array,
  labelOfFace: Int32Array,
  labels: number,
): { ofFace: Int32Array<ArrayBuffer>; count: number; faceOf: Int32Array<ArrayBuffer> } {
  const found = new Map<number, number>();
  const ofFace = new Int32Array(numbers.length);
  const faceOf: number[] = [];
  for (let face = 0; face < numbers.length; face++) {
    const key = numbers[face]! * labels + labelOfFace[face]! + 1;
    let number = found.get(key);
    if (number === undefined) {
      number = found.size;
      found.set(key, number);
      faceOf.push(face);
    }
    ofFace[face] = number;
  }
  return { ofFace, count: found.size, faceOf: Int32Array.from(faceOf) };
}

/** People of one measure on every atom. */
export interface AtomMeasure {
  readonly name: string;
  readonly basis: string;
  readonly method: string;
  readonly decimals: number;
  /** Null for a count that disclosure control took away. */
  readonly people: ArrayLike<number | null>;
}

/** Whether two units, of layers i and j (positions in the table), have a material pair. */
export type AreMaterial = (i: number, unitI: number, j: number, unitJ: number) => boolean;

/** How pairs are judged, and how they would be by half of an estimated tolerance and by twice it. */
export interface AtomJudgements {
  readonly asJudged: AreMaterial;
  readonly otherwise: readonly AreMaterial[];
}

/** The atom table. Atoms that only one layer of all covers are left out unless the wishes include the outside. */
export function atomTable(
  layers: readonly Layer[],
  sets: readonly SetTable[],
  atoms: Atoms,
  judgements: AtomJudgements,
  measures: readonly AtomMeasure[],
  wishes: RowWishes,
): Table {
  const setOf = (atom: number, l: number): number => atoms.sets[atom * atoms.layers + l]!;
  const isSliver = Uint8Array.from({ length: atoms.count }, (_, atom) =>
    touchesInSliver(sets, (l) => setOf(atom, l), judgements.asJudged) ? 1 : 0,
  );
  const mightBe = (atom: number): boolean =>
    judgements.otherwise.some(
      (areMaterial) => touchesInSliver(sets, (l) => setOf(atom, l), areMaterial) !== (isSliver[atom] === 1),
    );
  const shown: number[] = [];
  for (let atom = 0; atom < atoms.count; atom++) {
    if (isSliver[atom] === 1 && !wishes.includeSlivers && !mightBe(atom)) continue;
    const covering = layers.reduce((count, _, l) => count + (setOf(atom, l) === NO_UNIT ? 0 : 1), 0);
    if (covering >= 2 || wishes.includeOutside) shown.push(atom);
  }
  shown.sort((p, q) => {
    for (let l = 0; l < layers.length; l++) {
      const order = sets[l]!.compare(setOf(p, l), setOf(q, l));
      if (order !== 0) return order;
    }
    return 0;
  });
  const joined = (l: number, set: number, texts: readonly string[]): string | null => {
    if (set === NO_UNIT) return null;
    return set < texts.length
      ? texts[set]!
      : sets[l]!.members(set)
          .map((unit) => texts[unit]!)
          .join(';');
  };
  return makeTable({
    name: 'overlap',
    caption: 'One row for each combination of units, one of each layer, that share land.',
    rows: shown,
    columns: atomColumns<number>(layers, measures, {
      joined: (atom, l, texts) => joined(l, setOf(atom, l), texts),
      area: (atom) => hectares(atoms.area[atom]!),
      people: (atom, m) => measures[m]!.people[atom]!,
      isSliver: (atom) => isSliver[atom] === 1,
      inDoubt: (atom) => (mightBe(atom) ? (isSliver[atom] === 1 ? 'set aside' : 'counted') : undefined),
    }),
  });
}

function touchesInSliver(
  sets: readonly SetTable[],
  setOf: (layer: number) => number,
  areMaterial: AreMaterial,
): boolean {
  for (let i = 0; i < sets.length; i++) {
    const first = setOf(i);
    if (first === NO_UNIT) continue;
    for (let j = i + 1; j < sets.length; j++) {
      const second = setOf(j);
      if (second === NO_UNIT) continue;
      if (first < sets[i]!.singles && second < sets[j]!.singles) {
        if (!areMaterial(i, first, j, second)) return true;
      } else if (
        sets[i]!.members(first).some((p) => sets[j]!.members(second).some((q) => !areMaterial(i, p, j, q)))
      ) {
        return true;
      }
    }
  }
  return false;
}
