/**
 * People on the blocks of lookups brought to the cells of a run and disclosed, before anything is measured.
 *
 * A cell is everybody whose blocks are in the same units of all layers. What is published is the cell, so all its people
 * stand on its first block, or, where a run supposes that they live elsewhere, on its last; of all other blocks no
 * number is known. Where a layer shares blocks by weight, each share is in a cell of its own, and cells become the
 * blocks.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import { standIn, type Disclosure } from '../../layer/disclosure.js';
import type { Membership } from '../../layer/membership.js';
import { compareCodes } from '../../trouble/order.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { BlockMeasure } from './block-measure.js';
import type { BlockMembers } from './block-members.js';
import { methodUnder } from './disclose-pairs.js';
import { unitsOf } from './lookup-pairs.js';

/** The same memberships with disclosed measures; `unmatched` are people of each whose block is not among them. */
export function discloseOnBlocks(
  members: BlockMembers,
  unmatched: readonly number[],
  rule: Disclosure,
): BlockMembers {
  const { blocks, memberships } = members;
  const cells = cellsOf(members);
  const disclosed = (measure: BlockMeasure): Float64Array => {
    const sums = new ExactSums(cells.length);
    cells.forEach(({ parts }, cell) => {
      for (const { block, share } of parts)
        if (!Number.isNaN(measure.values[block]!)) sums.add(cell, measure.values[block]! * share);
    });
    return sums.values().map((people, cell) => standIn(people, rule, cell));
  };
  const measured = (values: (ofCells: Float64Array) => Float64Array): BlockMeasure[] =>
    members.measures.map((measure, m): BlockMeasure => {
      const ofCells = disclosed(measure);
      return {
        ...measure,
        method: methodUnder(measure.method, rule),
        decimals: 0,
        values: values(ofCells),
        counts: null,
        total: ofCells.reduce((sum, people) => sum + people, unmatched[m]!),
      };
    });
  if (memberships.some(({ weighted }) => weighted)) {
    const codes = cells.map((_, cell) => `cell ${String(cell + 1).padStart(9, '0')}`);
    return {
      blocks: codes,
      memberships: memberships.map((membership, l) => membershipOfCells(membership, cells, l, codes)),
      index: memberships.map(() => Int32Array.from(cells, (_, cell) => cell)),
      measures: measured((ofCells) => ofCells),
    };
  }
  return {
    ...members,
    measures: measured((ofCells) => {
      const values = new Float64Array(blocks.length).fill(NaN);
      cells.forEach(({ parts }, cell) => {
        const { block } = rule.supposed === 'elsewhere' ? parts.at(-1)! : parts[0]!;
        values[block] = ofCells[cell]!;
      });
      return values;
    }),
  };
}

/** Everybody in the same units of all layers. */
interface Cell {
  readonly key: string;
  /** Units of each layer. */
  readonly units: readonly (readonly number[])[];
  /** Blocks, and the share of each that is in the cell; in the order of the blocks. */
  readonly parts: { readonly block: number; readonly share: number }[];
}

/** The cells, by their units. */
function cellsOf({ blocks, memberships, index }: BlockMembers): Cell[] {
  const found = new Map<string, Cell>();
  blocks.forEach((_, block) => {
    let combinations: { units: number[][]; share: number }[] = [{ units: [], share: 1 }];
    memberships.forEach((membership, l) => {
      const entries = unitsOf(membership, index[l]![block]!).filter(({ unit }) => unit !== NO_UNIT);
      const choices =
        membership.weighted && entries.length > 0
          ? entries.map(({ unit, share }) => ({ units: [unit], share }))
          : [{ units: entries.map(({ unit }) => unit), share: 1 }];
      combinations = combinations.flatMap(({ units, share }) =>
        choices.map((choice) => ({ units: [...units, choice.units], share: share * choice.share })),
      );
    });
    for (const { units, share } of combinations) {
      const key = units
        .map((ofLayer) => ofLayer.map((unit) => String(unit).padStart(7, '0')).join(' '))
        .join('|');
      let cell = found.get(key);
      if (cell === undefined) found.set(key, (cell = { key, units, parts: [] }));
      cell.parts.push({ block, share });
    }
  });
  return [...found.values()].sort((p, q) => compareCodes(p.key, q.key));
}

/** The membership of a layer with cells as its blocks, each wholly in its units. */
function membershipOfCells(
  membership: Membership,
  cells: readonly Cell[],
  layer: number,
  codes: readonly string[],
): Membership {
  const start = new Uint32Array(cells.length + 1);
  cells.forEach(({ units }, cell) => (start[cell + 1] = start[cell]! + units[layer]!.length));
  const unit = Int32Array.from(cells.flatMap(({ units }) => units[layer]!));
  return { ...membership, blocks: codes, start, unit, weight: new Float64Array(unit.length).fill(1) };
}
