/**
 * The parts of shared units: which piece of which unit lies where.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull, percent } from '../../result/units-of-measure.js';
import { amountColumn, basisAndMethod, inDoubtColumn, measureWord, unitColumns } from '../columns.js';
import { isShared, type AlignedUnit, type Alignment, type Part } from '../alignment/alignment.js';

interface PartOfUnit {
  readonly unit: AlignedUnit;
  readonly part: Part;
}

/** One row a part, by codes; a part outside the first layer has no unit of it. */
export function partsTable({ a, b, measures, unitsB }: Alignment): Table {
  const word = shortWords([a, b]);
  return makeTable({
    name: 'parts',
    title: `parts of the split ${word(b.id, 2)}`,
    caption: `One row for each part of a shared ${unitWord(b, 1)}.`,
    rows: unitsB.filter(isShared).flatMap((unit) =>
      [...unit.parts, ...(unit.outside === null ? [] : [unit.outside])].map((part): PartOfUnit => ({
        unit,
        part,
      })),
    ),
    columns: [
      ...unitColumns<PartOfUnit>(b, word(b.id), ({ unit }) => unit.unit),
      ...unitColumns<PartOfUnit>(a, word(a.id), ({ part }) => part.other),
      {
        heading: 'is_main',
        title: 'is main',
        kind: 'flag',
        description: 'true for the part in the main partner',
        value: ({ unit, part }) => part.other !== NO_UNIT && part.other === unit.main,
      },
      {
        heading: 'overlap_ha',
        title: 'overlap (ha)',
        kind: 'hectares',
        description: 'Hectares of the part',
        about: { role: 'amount' },
        value: ({ part }) => hectaresOrNull(part.area),
      },
      {
        heading: `pct_of_${b.id}_area`,
        title: `% of ${word(b.id)} area`,
        kind: 'percent',
        description: `The part as a percentage of the ${unitWord(b, 1)}, by land`,
        about: { layer: b.id, role: 'share' },
        value: ({ unit, part }) => percent(part.area, unit.area),
      },
      ...measures.flatMap((measure, m): ColumnOf<PartOfUnit>[] => [
        amountColumn(measure, `People in the part: ${measure.basis}`, ({ part }) => part.people[m]!),
        {
          heading: `pct_of_${b.id}_${measure.name}`,
          title: `% of ${word(b.id)} ${measureWord(measure)}`,
          kind: 'percent',
          description: `The part as a percentage of the ${unitWord(b, 1)}, by people`,
          about: { layer: b.id, measure: measure.name, role: 'share' },
          value: ({ unit, part }) => percent(part.people[m]!, unit.people[m]!),
        },
        ...basisAndMethod<PartOfUnit>(measure),
      ]),
      inDoubtColumn<PartOfUnit>(({ part }) => part.doubt),
    ],
  });
}
