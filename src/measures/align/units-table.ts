/**
 * The units of the first layer: what each is made of, and whose people it holds.
 *
 *     coterminous   is one unit of the other layer, neither more nor less
 *     nested        lies in one unit, which is larger
 *     composed      is put together from two or more whole units
 *     shared        anything else: it holds a piece of a unit that goes on elsewhere, or lies partly in none
 *     uncovered     lies in no unit at all
 */
import { codeAndName, codeAndNameCells } from '../overlap/overlap-table.js';
import type { Cell, Table } from '../../result/table.js';
import { isShared, type AlignedUnit, type Alignment } from './alignment.js';
import { basisAndMethod, basisAndMethodCells, column, peopleColumn } from './columns.js';

export type UnitClass = 'coterminous' | 'nested' | 'composed' | 'shared' | 'uncovered';

/** The class of a unit against the other layer, whose units are `others`. */
export function classOf(unit: AlignedUnit, others: readonly AlignedUnit[]): UnitClass {
  if (unit.leftOut) return 'uncovered';
  if (unit.outside !== null) return 'shared';
  const allWhole = unit.parts.every((part) => others[part.other]!.whole);
  if (unit.parts.length === 1) return allWhole ? 'coterminous' : 'nested';
  return allWhole ? 'composed' : 'shared';
}

/** What a unit of the first layer holds of units of the second. */
export interface Holdings {
  readonly areasWhole: number;
  readonly areasShared: number;
  /** People by measure. */
  readonly inWhole: readonly number[];
  readonly inShared: readonly number[];
  readonly mainElsewhere: readonly number[];
  /** 0 to 1, by the first measure or else by land; null where the unit holds nothing. */
  readonly shareInWhole: number | null;
}

/** Adds up the parts of a unit of the first layer by what kind of unit of the second they are of. */
export function holdingsOf(unit: AlignedUnit, others: readonly AlignedUnit[]): Holdings {
  const whole = unit.parts.filter((part) => others[part.other]!.whole);
  const shared = unit.parts.filter((part) => isShared(others[part.other]!));
  const elsewhere = shared.filter((part) => others[part.other]!.main !== unit.unit);
  const people = (parts: typeof unit.parts): number[] =>
    unit.people.map((_, m) => parts.reduce((sum, part) => sum + part.people[m]!, 0));
  const byPeople = unit.people.length > 0;
  const total = byPeople ? unit.people[0]! : (unit.area ?? 0);
  const part = byPeople ? people(whole)[0]! : whole.reduce((sum, { area }) => sum + (area ?? 0), 0);
  return {
    areasWhole: whole.length,
    areasShared: shared.length,
    inWhole: people(whole),
    inShared: people(shared),
    mainElsewhere: people(elsewhere),
    shareInWhole: total === 0 ? null : isWhollyCovered(unit, whole.length) ? 1 : Math.min(1, part / total),
  };
}

/** Land in slivers and on the coast is in no whole area, and is no reason to call a unit anything but whole. */
const isWhollyCovered = (unit: AlignedUnit, whole: number): boolean =>
  unit.outside === null && unit.parts.length > 0 && whole === unit.parts.length;

/** One row a unit of the first layer, by code. */
export function unitsTable({ a, b, measures, unitsA, unitsB }: Alignment): Table {
  return {
    name: 'units',
    caption: `One row for each unit of ${a.id}: whether it is made of whole units of ${b.id}.`,
    columns: [
      ...codeAndName(a),
      column(
        'class',
        'text',
        `coterminous (is one unit of ${b.id}), nested (in one, which is larger), composed (of two or more whole ones), shared (anything else), uncovered (in none)`,
      ),
      column('match_code', 'code', `Code of the unit of ${b.id} that it is exactly, slivers and coast apart`),
      column('areas_whole', 'count', `Units of ${b.id} that lie wholly in it`),
      column('areas_shared', 'count', `Units of ${b.id} that lie partly in it and partly in another`),
      ...measures.flatMap((measure) => [
        peopleColumn(measure.name, measure, `People of the whole unit: ${measure.basis}`),
        peopleColumn(
          `${measure.name}_in_whole_areas`,
          measure,
          `Its people in units of ${b.id} that lie wholly in it`,
        ),
        peopleColumn(
          `${measure.name}_in_shared_areas`,
          measure,
          `Its people in units of ${b.id} that it shares`,
        ),
        peopleColumn(
          `${measure.name}_here_main_elsewhere`,
          measure,
          `Its people in shared units of ${b.id} whose main partner is another unit of ${a.id}`,
        ),
        ...basisAndMethod(measure),
      ]),
      column(
        'share_in_whole_areas',
        'share',
        measures.length > 0
          ? `${measures[0]!.name}_in_whole_areas divided by ${measures[0]!.name}; nesting, not sameness`
          : 'Land in units that lie wholly in it, divided by its land; nesting, not sameness',
      ),
    ],
    rows: unitsA.map((unit): Cell[] => {
      const unitClass = classOf(unit, unitsB);
      const holds = holdingsOf(unit, unitsB);
      return [
        ...codeAndNameCells(a, unit.unit),
        unitClass,
        unitClass === 'coterminous' ? b.codes[unit.parts[0]!.other]! : null,
        holds.areasWhole,
        holds.areasShared,
        ...measures.flatMap((measure, m) => [
          unit.people[m]!,
          holds.inWhole[m]!,
          holds.inShared[m]!,
          holds.mainElsewhere[m]!,
          ...basisAndMethodCells(measure),
        ]),
        holds.shareInWhole,
      ];
    }),
  };
}
