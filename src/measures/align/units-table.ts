/**
 * The units of the first layer as a table: what each is made of, and whose people it holds.
 */
import { codeAndName, codeAndNameCells } from '../pairs/unit-columns.js';
import type { Cell, Table } from '../../result/table.js';
import type { Alignment } from '../alignment/alignment.js';
import { basisAndMethod, basisAndMethodCells, column, peopleColumn } from './columns.js';
import { classOf, holdingsOf } from '../alignment/unit-class.js';

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
