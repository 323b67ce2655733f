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
import type { RowWishes } from '../crossing/overlap-table.js';
import type { Atoms } from '../land/find-atoms.js';
import { hangsOnTolerance, MATERIAL } from '../pairs/judgement.js';
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

/**
 * The atom table and the atoms of its rows. Those that only one layer covers are left out unless the outside is wished.
 * Judgements say of each atom by which tolerances every two of its units really overlap.
 */
export function atomTable(
  layers: readonly Layer[],
  sets: readonly SetTable[],
  atoms: Atoms,
  judgements: Uint8Array,
  measures: readonly AtomMeasure[],
  wishes: RowWishes,
): { readonly table: Table; readonly shown: readonly number[] } {
  const setOf = (atom: number, l: number): number => atoms.sets[atom * atoms.layers + l]!;
  const isSliver = (atom: number): boolean => (judgements[atom]! & MATERIAL) === 0;
  const shown: number[] = [];
  for (let atom = 0; atom < atoms.count; atom++) {
    if (isSliver(atom) && !wishes.includeSlivers && !hangsOnTolerance(judgements[atom]!)) continue;
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
      isSliver,
      inDoubt: (atom) =>
        hangsOnTolerance(judgements[atom]!) ? (isSliver(atom) ? 'set aside' : 'counted') : undefined,
    }),
  });
  return { table, shown };
}
