/**
 * The units of the first layer as a table: what each is made of, and whose people it holds.
 */
import { capital, spaced } from '../../trouble/count-text.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { amountColumn, basisAndMethod, measureWord, peopleColumn, unitColumns } from '../columns.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { AlignedUnit, Alignment } from '../alignment/alignment.js';
import { classOf, holdingsOf, type Holdings, type UnitClass } from '../alignment/unit-class.js';

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
    title: `${word(a.id, 2)} and the ${word(b.id, 2)} in them`,
    caption: `One row for each ${unitWord(a, 1)}: whether it is made of whole ${unitWord(b, 2)}.`,
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
            ? `${capital(measureWord(measures[0]!))} in whole areas divided by all; nesting, not sameness`
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
      description: `coterminous (is one ${unitWord(b, 1)}), nested (in one, which is larger), composed (of two or more whole ones), shared (anything else), uncovered (in none)`,
      value: ({ unitClass }) => unitClass,
    },
    {
      heading: 'match_code',
      title: 'match code',
      kind: 'code',
      description: `Code of the ${unitWord(b, 1)} that it is exactly, slivers and coast apart`,
      about: { layer: b.id, role: 'match' },
      value: ({ unit, unitClass }) => (unitClass === 'coterminous' ? b.codes[unit.parts[0]!.other]! : null),
    },
    {
      heading: 'areas_whole',
      title: 'areas whole',
      kind: 'count',
      description: `${capital(unitWord(b, 2))} that lie wholly in it`,
      value: ({ holds }) => holds.areasWhole,
    },
    {
      heading: 'areas_shared',
      title: 'areas shared',
      kind: 'count',
      description: `${capital(unitWord(b, 2))} that lie partly in it and partly in another`,
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
      `${measureWord(measure)} ${spaced(ending)}`,
      {},
      description,
      ({ holds }) => of(holds)[m]!,
    );
  return [
    amountColumn(measure, `People of the whole unit: ${measure.basis}`, ({ unit }) => unit.people[m]!),
    held('in_whole_areas', `Its people in ${unitWord(b, 2)} that lie wholly in it`, ({ inWhole }) => inWhole),
    held('in_shared_areas', `Its people in ${unitWord(b, 2)} that it shares`, ({ inShared }) => inShared),
    held(
      'here_main_elsewhere',
      `Its people in shared ${unitWord(b, 2)} whose main partner is another ${unitWord(a, 1)}`,
      ({ mainElsewhere }) => mainElsewhere,
    ),
    ...basisAndMethod<UnitRow>(measure),
  ];
}
