/**
 * The table of three or more layers by lookup: one row for each combination of units that blocks lie in.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import type { Layer } from '../../layer/layer.js';
import type { BlockMembers } from '../people/block-members.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { discloseAll, type Disclosure } from '../../layer/disclosure.js';
import { atomColumns } from './atom-columns.js';
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
  const join = (units: readonly number[], texts: readonly string[]): string | null =>
    units.length === 0 ? null : units.map((unit) => texts[unit]!).join(';');
  const rows = [...atoms.values()]
    .filter(({ units }) => units.filter((list) => list.length > 0).length >= (wishes.includeOutside ? 1 : 2))
    .map(({ units, number }) => {
      const codes = layers.map((layer, l) => join(units[l]!, layer.codes) ?? '\uffff');
      return { key: codes.join('\u0000'), units, number };
    })
    .sort((p, q) => compareCodes(p.key, q.key));
  return makeTable({
    name: 'overlap',
    title: 'Overlaps of all layers',
    caption: 'One row for each combination of units, one of each layer, that share blocks.',
    rows,
    columns: atomColumns<(typeof rows)[number]>(layers, measures, {
      joined: ({ units }, l, texts) => join(units[l]!, texts),
      area: () => null,
      people: ({ number }, m) => people[m]![number]!,
      isSliver: () => false,
      inDoubt: () => undefined,
    }),
  });
}
