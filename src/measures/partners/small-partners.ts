/**
 * The partners of a place that is no unit of a layer, told by the codes that stand beside it in a table of places.
 *
 *     a code of the row is a unit of the layer          that unit
 *     a block of the layer's lookup is in the row       the units of the block
 *     only other codes are: the figures for England     the units of all combinations that agree with them
 *     none of these, and the layer has shapes           the unit that the position lies in
 *
 * Where combinations that agree are in several units it is not known which: they are told, and none is claimed.
 */
import type { Layer } from '../../layer/layer.js';
import type { Measure } from '../../layer/people.js';
import type { SmallPlace, SmallRow } from '../../layer/small-place.js';
import { comparable } from '../../trouble/order.js';
import { percent } from '../../result/units-of-measure.js';
import type { LayerPartners, Partner } from './partners.js';

/** What is known beside the place itself. */
export interface SmallGround {
  readonly layers: readonly Layer[];
  /** All layers of the table of combinations that layers of `layers` come from; none where none does. */
  readonly combinations: readonly Layer[];
  /** People by the codes of blocks; null where nobody is counted by them. */
  readonly people: Measure | null;
  /** For a layer with shapes the units of each row's position, in order. */
  readonly located: ReadonlyMap<Layer, readonly (readonly number[])[]>;
}

/** The partners in one layer, and the units it may be in where it is not known in which. */
export interface SmallPartners extends LayerPartners {
  readonly unsure: readonly number[];
}

/** The partners of a place in every layer. */
export function partnersOfSmall(place: SmallPlace, ground: SmallGround): SmallPartners[] {
  const { combinations } = ground;
  const agreeing = place.rows.map((row) => agreeingBlocks(row, combinations));
  const people = place.rows.map((row) => peopleOf(row, ground.people));
  const all = people.includes(null) ? null : people.reduce((sum, each) => sum! + each!, 0);
  return ground.layers.map((layer) => {
    const units = place.rows.map((row, r) =>
      unitsOf(row, layer, agreeing[r]!, ground.located.get(layer)?.[r] ?? []),
    );
    const sure = units.filter(({ isSure }) => isSure);
    const byUnit = new Map<number, number[]>();
    units.forEach(({ isSure, of }, r) => {
      if (isSure) for (const unit of of) byUnit.set(unit, [...(byUnit.get(unit) ?? []), r]);
    });
    const amount = (rows: readonly number[]): number | null =>
      all === null ? null : rows.reduce((sum, r) => sum + people[r]!, 0);
    const partners = [...byUnit]
      .map(([unit, rows]): Partner => {
        const shared = amount(rows);
        const isWhole = rows.length === place.rows.length;
        const ofPartner = wholeOf(layer, unit, ground.people);
        const isInside = isWithin(layer, unit, place.rows);
        const role = isWhole
          ? isInside
            ? 'same area'
            : 'contains the place'
          : isInside
            ? 'inside the place'
            : 'overlaps';
        return {
          layer,
          unit,
          shared,
          suppressed: false,
          ofPlace: all,
          ofPartner,
          pctOfPlace: isWhole ? 100 : percent(shared, all),
          pctOfPartner: percent(shared, ofPartner),
          role,
          whole: role === 'overlaps' ? 'shared' : 'whole',
          doubt: undefined,
        };
      })
      .sort(
        (p, q) =>
          (q.shared ?? 0) - (p.shared ?? 0) ||
          byUnit.get(q.unit)!.length - byUnit.get(p.unit)!.length ||
          p.unit - q.unit,
      );
    const nowhere = sure.flatMap(({ of }, r) => (of.length === 0 ? [r] : []));
    return {
      layer,
      partners,
      uncovered: amount(nowhere) ?? 0,
      unsure: [...new Set(units.flatMap(({ isSure, of }) => (isSure ? [] : of)))].sort((p, q) => p - q),
    };
  });
}

interface Units {
  /** False where the row is in one of several, and nothing says in which. */
  readonly isSure: boolean;
  readonly of: readonly number[];
}

function unitsOf(
  row: SmallRow,
  layer: Layer,
  agreeing: readonly string[],
  located: readonly number[],
): Units {
  const direct = unitsWithCodes(row, layer);
  if (direct.length > 0) return { isSure: true, of: direct };
  const { membership } = layer;
  if (membership !== null && membership.blockKind !== 'atom') {
    const blocks = membership.blocks.flatMap((block, b) => (row.codes.has(comparable(block)) ? [b] : []));
    const of = distinct(blocks.flatMap((b) => entriesOf(layer, b)));
    if (of.length > 0) return { isSure: true, of };
  }
  if (membership?.blockKind === 'atom' && agreeing.length > 0) {
    const at = new Map(membership.blocks.map((block, b) => [block, b]));
    const of = agreeing.map((block) => entriesOf(layer, at.get(block)!));
    const every = distinct(of.flat());
    return { isSure: every.length < 2 && of.every((units) => units.length === of[0]!.length), of: every };
  }
  return { isSure: true, of: located };
}

/** Combinations in which every layer that has a code of the row has that unit. */
function agreeingBlocks(row: SmallRow, combinations: readonly Layer[]): readonly string[] {
  const asked = combinations.flatMap((layer) => {
    const units = unitsWithCodes(row, layer);
    return units.length === 0 ? [] : [{ layer, units }];
  });
  const [first] = asked;
  if (first === undefined) return [];
  return first.layer.membership!.blocks.filter((_, b) =>
    asked.every(({ layer, units }) => entriesOf(layer, b).some((unit) => units.includes(unit))),
  );
}

const unitsWithCodes = ({ codes }: SmallRow, layer: Layer): number[] =>
  layer.codes.flatMap((code, unit) => (codes.has(comparable(code)) ? [unit] : []));

const entriesOf = ({ membership }: Layer, block: number): number[] => [
  ...membership!.unit.subarray(membership!.start[block], membership!.start[block + 1]),
];

const distinct = (units: readonly number[]): number[] => [...new Set(units)];

function peopleOf({ block }: SmallRow, people: Measure | null): number | null {
  if (block === null || people === null) return null;
  const at = people.blocks.indexOf(block);
  return at < 0 ? null : people.values[at]!;
}

/** Whether every block of a unit is a row of the place. */
function isWithin({ membership }: Layer, unit: number, rows: readonly SmallRow[]): boolean {
  if (membership === null || membership.blockKind === 'atom') return false;
  const own = new Set(rows.map(({ block }) => block));
  return membership.blocks.every(
    (block, b) =>
      own.has(block) ||
      !membership.unit.subarray(membership.start[b], membership.start[b + 1]).includes(unit),
  );
}

/** People of all blocks of a unit, where people are counted by the blocks of its lookup. */
function wholeOf({ membership }: Layer, unit: number, people: Measure | null): number | null {
  if (people === null || membership === null || membership.weighted) return null;
  const values = new Map(people.blocks.map((block, b) => [block, people.values[b]!]));
  let sum = 0;
  for (let b = 0; b < membership.blocks.length; b++) {
    if (!membership.unit.subarray(membership.start[b], membership.start[b + 1]).includes(unit)) continue;
    const value = values.get(membership.blocks[b]!);
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}
