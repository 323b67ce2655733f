/**
 * The table of three or more layers: one row an atom, all land that carries one and the same label in every layer.
 *
 * An atom is a sliver where any two of its units only touch in slivers. Where a layer covers land twice, the atom
 * names both units, separated by a semicolon, so that no land is counted in two rows.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { SetTable } from '../../arrangement/set-table.js';
import type { Layer } from '../../layer/layer.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectares } from '../../result/units-of-measure.js';
import type { AreMaterial } from '../crossing/material-pairs.js';
import type { RowWishes } from '../crossing/overlap-table.js';
import type { Atoms } from '../land/find-atoms.js';
import { atomColumns } from './atom-columns.js';

/** People of one measure on every atom. */
export interface AtomMeasure {
  readonly name: string;
  readonly basis: string;
  readonly method: string;
  readonly decimals: number;
  /** Null for a count that disclosure control took away. */
  readonly people: ArrayLike<number | null>;
}

/** How pairs are judged, and how they would be by half of an estimated tolerance and by twice it. */
export interface AtomJudgements {
  readonly asJudged: AreMaterial;
  readonly otherwise: readonly AreMaterial[];
}

/** The atom table and the atoms of its rows. Those that only one layer covers are left out unless the outside is wished. */
export function atomTable(
  layers: readonly Layer[],
  sets: readonly SetTable[],
  atoms: Atoms,
  judgements: AtomJudgements,
  measures: readonly AtomMeasure[],
  wishes: RowWishes,
): { readonly table: Table; readonly shown: readonly number[] } {
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
  const table = makeTable({
    name: 'overlap',
    title: 'Overlaps of all layers',
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
  return { table, shown };
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
