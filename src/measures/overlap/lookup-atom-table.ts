/**
 * The table of three or more layers by lookup: one row for each combination of units that blocks lie in.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import type { Membership } from '../../layer/membership.js';
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
  const { numbers: atomOf, first } = memberships
    .map((membership, l) => unitLists(membership, index[l]!))
    .reduce(combined, { numbers: new Int32Array(blocks.length), first: blocks.length > 0 ? [0] : [] });
  const atoms = first.map((block, number) => ({
    units: memberships.map((membership, l) => unitsOf(membership, index[l]![block]!)),
    number,
  }));
  const people = measures.map((measure) => {
    const sums = new ExactSums(atoms.length);
    for (let block = 0; block < blocks.length; block++) {
      const value = measure.values[block]!;
      if (!Number.isNaN(value)) sums.add(atomOf[block]!, value);
    }
    return discloseAll(sums.values(), wishes.disclosure ?? null);
  });
  const join = (units: readonly number[], texts: readonly string[]): string | null =>
    units.length === 0 ? null : units.map((unit) => texts[unit]!).join(';');
  const rows = atoms
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

/** What blocks are in, numbered in the order in which it first stands, and the block where it does. */
interface Numbered {
  readonly numbers: Int32Array;
  readonly first: readonly number[];
}

/** The units of a block of a membership, of none for -1. */
const unitsOf = ({ start, unit }: Membership, at: number): readonly number[] =>
  at < 0 ? [] : [...unit.subarray(start[at], start[at + 1])];

/** The number of the units of each block: none 0, a single unit one more than its own, several units together beyond. */
function unitLists(membership: Membership, index: Int32Array): Int32Array {
  const { start, unit } = membership;
  const several = new Map<string, number>();
  const beyond = unit.reduce((most, each) => Math.max(most, each), -1) + 2;
  return index.map((at) => {
    const count = at < 0 ? 0 : start[at + 1]! - start[at]!;
    if (count < 2) return count === 0 ? 0 : unit[start[at]!]! + 1;
    const key = unitsOf(membership, at).join(',');
    if (!several.has(key)) several.set(key, beyond + several.size);
    return several.get(key)!;
  });
}

/** The number of each pair of what was there before and what comes to it. */
function combined({ numbers, first: before }: Numbered, further: Int32Array): Numbered {
  const numberOf = new Map<number, number>();
  const first: number[] = [];
  let [lastKey, last] = [-1, -1];
  const both = further.map((other, block) => {
    const key = other * before.length + numbers[block]!;
    // Blocks that follow one another mostly lie in the same units.
    if (key === lastKey) return last;
    lastKey = key;
    const known = numberOf.get(key);
    if (known !== undefined) return (last = known);
    numberOf.set(key, first.length);
    last = first.length;
    first.push(block);
    return last;
  });
  return { numbers: both, first };
}
