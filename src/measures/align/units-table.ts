/**
 * The units of the first layer as a table: what each is made of, and whose people it holds.
 */
import { shortWords } from '../../layer/short-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { amountColumn, basisAndMethod, measureWord, peopleColumn, unitColumns } from '../columns.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import { isShared, type AlignedUnit, type Alignment } from '../alignment/alignment.js';

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

interface UnitRow {
  readonly unit: AlignedUnit;
  readonly unitClass: UnitClass;
  readonly holds: Holdings;
}

/** One row a unit of the first layer, by code. */
export function unitsTable(alignment: Alignment): Table {
  const { a, b, measures, unitsA, unitsB } = alignment;
  const word = shortWords([a, b]);
  return makeTable({
    name: 'units',
    caption: `One row for each unit of ${a.id}: whether it is made of whole units of ${b.id}.`,
    rows: unitsA.map((unit): UnitRow => ({
      unit,
      unitClass: classOf(unit, unitsB),
      holds: holdingsOf(unit, unitsB),
    })),
    columns: [
      ...unitColumns<UnitRow>(a, word(a.id), ({ unit }) => unit.unit),
      ...classColumns(alignment),
      ...measures.flatMap((measure, m) => measureColumns(alignment, measure, m)),
      {
        heading: 'share_in_whole_areas',
        title: 'share in whole areas',
        kind: 'share',
        description:
          measures.length > 0
            ? `${measures[0]!.name}_in_whole_areas divided by ${measures[0]!.name}; nesting, not sameness`
            : 'Land in units that lie wholly in it, divided by its land; nesting, not sameness',
        value: ({ holds }) => holds.shareInWhole,
      },
    ],
  });
}

function classColumns({ b }: Alignment): ColumnOf<UnitRow>[] {
  return [
    {
      heading: 'class',
      title: 'class',
      kind: 'text',
      description: `coterminous (is one unit of ${b.id}), nested (in one, which is larger), composed (of two or more whole ones), shared (anything else), uncovered (in none)`,
      value: ({ unitClass }) => unitClass,
    },
    {
      heading: 'match_code',
      title: 'match code',
      kind: 'code',
      description: `Code of the unit of ${b.id} that it is exactly, slivers and coast apart`,
      about: { layer: b.id, role: 'match' },
      value: ({ unit, unitClass }) => (unitClass === 'coterminous' ? b.codes[unit.parts[0]!.other]! : null),
    },
    {
      heading: 'areas_whole',
      title: 'areas whole',
      kind: 'count',
      description: `Units of ${b.id} that lie wholly in it`,
      value: ({ holds }) => holds.areasWhole,
    },
    {
      heading: 'areas_shared',
      title: 'areas shared',
      kind: 'count',
      description: `Units of ${b.id} that lie partly in it and partly in another`,
      value: ({ holds }) => holds.areasShared,
    },
  ];
}

function measureColumns({ a, b }: Alignment, measure: PlacedMeasure, m: number): ColumnOf<UnitRow>[] {
  const held = (
    ending: string,
    description: string,
    of: (holds: Holdings) => readonly number[],
  ): ColumnOf<UnitRow> =>
    peopleColumn(
      measure,
      `${measure.name}_${ending}`,
      `${measureWord(measure)} ${ending.replaceAll('_', ' ')}`,
      {},
      description,
      ({ holds }) => of(holds)[m]!,
    );
  return [
    amountColumn(measure, `People of the whole unit: ${measure.basis}`, ({ unit }) => unit.people[m]!),
    held('in_whole_areas', `Its people in units of ${b.id} that lie wholly in it`, ({ inWhole }) => inWhole),
    held('in_shared_areas', `Its people in units of ${b.id} that it shares`, ({ inShared }) => inShared),
    held(
      'here_main_elsewhere',
      `Its people in shared units of ${b.id} whose main partner is another unit of ${a.id}`,
      ({ mainElsewhere }) => mainElsewhere,
    ),
    ...basisAndMethod<UnitRow>(measure),
  ];
}
