/**
 * The parts of shared units: which piece of which unit lies where.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { codeAndName, codeAndNameCells } from '../pairs/unit-columns.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import { isShared, type Alignment } from '../alignment/alignment.js';
import { basisAndMethod, basisAndMethodCells, column, peopleColumn } from './columns.js';

/** One row a part, by codes; a part outside the first layer has no unit of it. */
export function partsTable({ a, b, measures, unitsB }: Alignment): Table {
  return {
    name: 'parts',
    caption: `One row for each part of a shared unit of ${b.id}.`,
    columns: [
      ...codeAndName(b),
      ...codeAndName(a),
      column('is_main', 'flag', 'true for the part in the main partner'),
      column('overlap_ha', 'hectares', 'Hectares of the part'),
      column(`pct_of_${b.id}_area`, 'percent', `The part as a percentage of the unit of ${b.id}, by land`),
      ...measures.flatMap((measure) => [
        peopleColumn(measure.name, measure, `People in the part: ${measure.basis}`),
        column(
          `pct_of_${b.id}_${measure.name}`,
          'percent',
          `The part as a percentage of the unit of ${b.id}, by people`,
        ),
        ...basisAndMethod(measure),
      ]),
    ],
    rows: unitsB
      .filter(isShared)
      .flatMap((unit) =>
        [...unit.parts, ...(unit.outside === null ? [] : [unit.outside])].map((part) => [
          ...codeAndNameCells(b, unit.unit),
          ...codeAndNameCells(a, part.other),
          part.other !== NO_UNIT && part.other === unit.main,
          hectaresOrNull(part.area),
          percent(part.area, unit.area),
          ...measures.flatMap((measure, m) => [
            part.people[m]!,
            percent(part.people[m]!, unit.people[m]!),
            ...basisAndMethodCells(measure),
          ]),
        ]),
      ),
  };
}
