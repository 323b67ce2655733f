/**
 * The main table of the report: units of the second layer that lie in two or more units of the first.
 */
import type { Cell, Column, Table } from '../../result/table.js';
import { codeAndName, codeAndNameCells } from '../pairs/unit-columns.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import {
  areaOutsideMain,
  isShared,
  mainPart,
  mostOutsideFirst,
  peopleOutsideMain,
  type AlignedUnit,
  type Alignment,
} from '../alignment/alignment.js';
import { bandOf } from './bands.js';
import { basisAndMethod, basisAndMethodCells, column, peopleColumn } from './columns.js';

/** One row a shared unit, most people outside its main partner first; `bands` are edges in per cent, or null. */
export function sharedTable(alignment: Alignment, bands: readonly number[] | null): Table {
  const { a, b } = alignment;
  return {
    name: 'shared',
    caption: `One row for each unit of ${b.id} in two or more units of ${a.id}, most people outside its main partner first.`,
    columns: sharedColumns(alignment, bands),
    rows: mostOutsideFirst(alignment.unitsB.filter(isShared)).map((unit) =>
      sharedRow(alignment, unit, bands),
    ),
  };
}

function sharedColumns({ a, b, measures }: Alignment, bands: readonly number[] | null): Column[] {
  return [
    ...codeAndName(b),
    column('parts', 'count', `Units of ${a.id} that it lies in`),
    column(
      `main_${a.id}_code`,
      'code',
      `Code of its main partner: the unit of ${a.id} with most of its people, or land`,
    ),
    column(`main_${a.id}_name`, 'name', 'Name of its main partner'),
    column('area_ha', 'hectares', 'Hectares of the whole unit'),
    column('pct_area_in_main', 'percent', 'Its land in the main partner, as a percentage of its land'),
    column('ha_outside_main', 'hectares', 'Hectares in its other parts, slivers and coast apart'),
    ...measures.flatMap((measure) => [
      peopleColumn(measure.name, measure, `People of the whole unit: ${measure.basis}`),
      column(
        `pct_${measure.name}_in_main`,
        'percent',
        'Its people in the main partner, as a percentage of its people',
      ),
      peopleColumn(`${measure.name}_outside_main`, measure, 'Its people outside the main partner'),
      ...basisAndMethod(measure),
    ]),
    column(`${a.id}_codes`, 'text', `Codes of all units of ${a.id} that it lies in, separated by semicolons`),
    ...(bands === null
      ? []
      : [
          column(
            'outside_band',
            'text',
            'Share of people (without people: land) outside the main partner; each band holds its lower end and not its upper one',
          ),
        ]),
  ];
}

function sharedRow(alignment: Alignment, unit: AlignedUnit, bands: readonly number[] | null): Cell[] {
  const { a, b, measures } = alignment;
  const main = mainPart(unit)!;
  return [
    ...codeAndNameCells(b, unit.unit),
    unit.parts.length,
    ...codeAndNameCells(a, unit.main),
    hectaresOrNull(unit.area),
    percent(main.area, unit.area),
    hectaresOrNull(areaOutsideMain(unit)),
    ...measures.flatMap((measure, m) => [
      unit.people[m]!,
      percent(main.people[m]!, unit.people[m]!),
      peopleOutsideMain(unit, m),
      ...basisAndMethodCells(measure),
    ]),
    unit.parts.map((part) => a.codes[part.other]!).join(';'),
    ...(bands === null ? [] : [bandCell(unit, bands)]),
  ];
}

function bandCell(unit: AlignedUnit, bands: readonly number[]): string | null {
  const outside =
    (unit.people[0] ?? 0) > 0
      ? percent(peopleOutsideMain(unit, 0), unit.people[0]!)
      : percent(areaOutsideMain(unit), unit.area);
  return outside === null ? null : bandOf(outside, bands);
}
