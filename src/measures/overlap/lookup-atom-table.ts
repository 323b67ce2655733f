/**
 * The table of three or more layers by lookup: one row for each combination of units that blocks lie in.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import type { Layer } from '../../layer/layer.js';
import type { BlockMembers } from '../people/block-members.js';
import type { Cell, Table } from '../../result/table.js';
import { discloseAll, type Disclosure } from '../../layer/disclosure.js';
import { atomColumns } from './atom-table.js';
import type { RowWishes } from '../crossing/overlap-table.js';
import { compareCodes } from '../../trouble/order.js';

/** The atoms of layers given by lookup. Blocks in several units name them all, separated by semicolons. */
export function lookupAtomTable(
  layers: readonly Layer[],
  { blocks, memberships, index, measures }: BlockMembers,
  wishes: RowWishes & { readonly disclosure?: Disclosure | null },
): Table {
  const atoms = new Map<string, { units: number[][]; number: number }>();
  const atomOf = blocks.map((_, block) => {
    const units = memberships.map((membership, l) => {
      const at = index[l]![block]!;
      return at < 0 ? [] : [...membership.unit.subarray(membership.start[at], membership.start[at + 1])];
    });
    const key = units.map((list) => list.join(',')).join(' ');
    let atom = atoms.get(key);
    if (atom === undefined) atoms.set(key, (atom = { units, number: atoms.size }));
    return atom.number;
  });
  const people = measures.map((measure) => {
    const sums = new ExactSums(atoms.size);
    measure.values.forEach((value, block) => {
      if (!Number.isNaN(value)) sums.add(atomOf[block]!, value);
    });
    return discloseAll(sums.values(), wishes.disclosure ?? null);
  });
  const rows = [...atoms.values()]
    .filter(({ units }) => units.filter((list) => list.length > 0).length >= (wishes.includeOutside ? 1 : 2))
    .map(({ units, number }) => {
      const join = (l: number, texts: readonly string[]): string | null =>
        units[l]!.length === 0 ? null : units[l]!.map((unit) => texts[unit]!).join(';');
      const codes = layers.map((layer, l) => join(l, layer.codes));
      const cells: Cell[] = [
        ...layers.flatMap((layer, l) => [codes[l]!, join(l, layer.names)]),
        null,
        ...measures.flatMap((measure, m) => [people[m]![number]!, measure.basis, measure.method]),
        false,
      ];
      return { key: codes.map((code) => code ?? '\uffff').join('\u0000'), cells };
    })
    .sort((p, q) => compareCodes(p.key, q.key));
  return {
    name: 'overlap',
    caption: 'One row for each combination of units, one of each layer, that share blocks.',
    columns: atomColumns(layers, measures),
    rows: rows.map((row) => row.cells),
  };
}
