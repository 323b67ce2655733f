/**
 * The main table of the report: units of the second layer that lie in two or more units of the first.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { capital } from '../../trouble/count-text.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import {
  amountColumn,
  basisAndMethod,
  codeOf,
  inDoubtColumn,
  measureWord,
  nameOf,
  peopleColumn,
  unitColumns,
} from '../columns.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import {
  areaOutsideMain,
  isShared,
  mainPart,
  nextPart,
  mostOutsideFirst,
  peopleOutsideMain,
  type AlignedUnit,
  type Alignment,
} from '../alignment/alignment.js';
import { bandOf } from './bands.js';

/** One row a shared unit, most people outside its main partner first; `bands` are edges in per cent, or null. */
export function sharedTable(alignment: Alignment, bands: readonly number[] | null): Table {
  const { a, b, measures } = alignment;
  const word = shortWords([a, b]);
  return makeTable({
    name: 'shared',
    title: `${word(b.id, 2)} split between ${word(a.id, 2)}`,
    caption: `One row for each ${unitWord(b, 1)} in two or more ${unitWord(a, 2)}, most people outside its main partner first.`,
    rows: mostOutsideFirst(alignment.unitsB.filter(isShared)),
    columns: [
      ...unitColumns<AlignedUnit>(b, word(b.id), ({ unit }) => unit),
      ...mainColumns(alignment, word(a.id)),
      ...measures.flatMap(measureColumns),
      {
        heading: `${a.id}_codes`,
        title: `${word(a.id)} codes`,
        kind: 'text',
        description: `Codes of all ${unitWord(a, 2)} that it lies in, separated by semicolons`,
        about: { layer: a.id, role: 'partners' },
        value: ({ parts }) => parts.map((part) => a.codes[part.other]!).join(';'),
      },
      ...(bands === null ? [] : [bandColumn(bands)]),
      inDoubtColumn<AlignedUnit>(({ sharedInDoubt }) => (sharedInDoubt ? 'counted' : undefined)),
      ...nextColumns(alignment, word(a.id)),
    ],
  });
}

function mainColumns({ a }: Alignment, word: string): ColumnOf<AlignedUnit>[] {
  return [
    {
      heading: 'parts',
      title: 'parts',
      kind: 'count',
      description: `${capital(unitWord(a, 2))} that it lies in`,
      value: ({ parts }) => parts.length,
    },
    {
      heading: `main_${a.id}_code`,
      title: `main ${word} code`,
      kind: 'code',
      description: `Code of its main partner: the ${unitWord(a, 1)} with most of its people, or land`,
      about: { layer: a.id, role: 'main' },
      value: ({ main }) => codeOf(a, main),
    },
    {
      heading: `main_${a.id}_name`,
      title: `main ${word}`,
      kind: 'name',
      description: 'Name of its main partner',
      about: { layer: a.id, role: 'main' },
      value: ({ main }) => nameOf(a, main),
    },
    {
      heading: 'area_ha',
      title: 'area (ha)',
      kind: 'hectares',
      description: 'Hectares of the whole unit',
      about: { role: 'amount' },
      value: ({ area }) => hectaresOrNull(area),
    },
    {
      heading: 'pct_area_in_main',
      title: '% area in main',
      kind: 'percent',
      description: 'Its land in the main partner, as a percentage of its land',
      about: { role: 'in_main' },
      value: (unit) => percent(mainPart(unit)!.area, unit.area),
    },
    {
      heading: 'ha_outside_main',
      title: 'ha outside main',
      kind: 'hectares',
      description: 'Hectares in its other parts, slivers and coast apart',
      about: { role: 'outside_main' },
      value: (unit) => hectaresOrNull(areaOutsideMain(unit)),
    },
  ];
}

function measureColumns(measure: PlacedMeasure, m: number): ColumnOf<AlignedUnit>[] {
  const { name, basis } = measure;
  return [
    amountColumn(measure, `People of the whole unit: ${basis}`, ({ people }) => people[m]!),
    {
      heading: `pct_${name}_in_main`,
      title: `% ${measureWord(measure)} in main`,
      kind: 'percent',
      description: 'Its people in the main partner, as a percentage of its people',
      about: { measure: name, role: 'in_main' },
      value: (unit) => percent(mainPart(unit)!.people[m]!, unit.people[m]!),
    },
    peopleColumn(
      measure,
      `${name}_outside_main`,
      `${measureWord(measure)} outside main`,
      { role: 'outside_main' },
      'Its people outside the main partner',
      (unit) => peopleOutsideMain(unit, m),
    ),
    ...basisAndMethod<AlignedUnit>(measure),
  ];
}

/** The largest other partner beside the main one: what a unit is also in, and with how many. */
function nextColumns({ a, measures }: Alignment, word: string): ColumnOf<AlignedUnit>[] {
  const about = { layer: a.id, role: 'next' } as const;
  const other = (unit: AlignedUnit): number => nextPart(unit)?.other ?? NO_UNIT;
  return [
    {
      heading: `next_${a.id}_code`,
      title: `also in (${word} code)`,
      kind: 'code',
      description: 'Code of its largest partner after the main one',
      about,
      value: (unit) => codeOf(a, other(unit)),
    },
    {
      heading: `next_${a.id}_name`,
      title: 'also in',
      kind: 'name',
      description: 'Name of its largest partner after the main one',
      about,
      value: (unit) => nameOf(a, other(unit)),
    },
    ...measures.map((measure, m) =>
      peopleColumn<AlignedUnit>(
        measure,
        `${measure.name}_in_next`,
        `${measureWord(measure)} there`,
        { role: 'next' },
        'Its people in the largest partner after the main one',
        (unit) => nextPart(unit)?.people[m] ?? null,
      ),
    ),
    ...(measures.length > 0
      ? []
      : [
          {
            heading: 'ha_in_next',
            title: 'ha there',
            kind: 'hectares',
            description: 'Hectares in the largest partner after the main one',
            about: { role: 'next' },
            value: (unit) => hectaresOrNull(nextPart(unit)?.area ?? null),
          } satisfies ColumnOf<AlignedUnit>,
        ]),
  ];
}

const bandColumn = (bands: readonly number[]): ColumnOf<AlignedUnit> => ({
  heading: 'outside_band',
  title: 'outside band',
  kind: 'text',
  description:
    'Share of people (without people: land) outside the main partner; each band holds its lower end and not its upper one',
  value: (unit) => bandCell(unit, bands),
});

function bandCell(unit: AlignedUnit, bands: readonly number[]): string | null {
  const outside =
    (unit.people[0] ?? 0) > 0
      ? percent(peopleOutsideMain(unit, 0), unit.people[0]!)
      : percent(areaOutsideMain(unit), unit.area);
  return outside === null ? null : bandOf(outside, bands);
}
