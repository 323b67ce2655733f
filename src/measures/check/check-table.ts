/**
 * The table of `check`: one row a finding, gravest first.
 */
import { capital } from '../../trouble/count-text.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull } from '../../result/units-of-measure.js';
import { measureWord, peopleColumn } from '../columns.js';
import type { CheckFinding } from './check-finding.js';

const COLUMNS: readonly ColumnOf<CheckFinding>[] = [
  {
    heading: 'layer',
    title: 'layer',
    kind: 'text',
    description: 'Layer the finding is about.',
    about: { role: 'id' },
    value: ({ layer }) => layer,
  },
  {
    heading: 'finding',
    title: 'finding',
    kind: 'text',
    description: 'Kind of finding, a short stable name.',
    value: ({ finding }) => finding,
  },
  {
    heading: 'severity',
    title: 'severity',
    kind: 'text',
    description: 'error, warning or info.',
    value: ({ severity }) => severity,
  },
  {
    heading: 'code',
    title: 'code',
    kind: 'code',
    description: 'Code of the unit concerned; blank where it is the whole layer.',
    about: { role: 'unit' },
    value: ({ code }) => code,
  },
  {
    heading: 'name',
    title: 'name',
    kind: 'name',
    description: 'Name of the unit concerned.',
    about: { role: 'unit' },
    value: ({ name }) => name,
  },
  {
    heading: 'other_code',
    title: 'other code',
    kind: 'code',
    description: 'Code of the other unit, where there are two.',
    about: { role: 'other' },
    value: ({ otherCode }) => otherCode,
  },
  {
    heading: 'area_ha',
    title: 'area (ha)',
    kind: 'hectares',
    description: 'Hectares concerned; blank where no land is.',
    about: { role: 'amount' },
    value: ({ area }) => hectaresOrNull(area),
  },
  {
    heading: 'width_m',
    title: 'width (m)',
    kind: 'metres',
    description: 'Mean width in metres of the piece of land, of the widest where there are several.',
    value: ({ width }) => width,
  },
  ...(['longitude', 'latitude'] as const).map((heading, i): ColumnOf<CheckFinding> => ({
    heading,
    title: heading,
    kind: 'degrees',
    decimals: 6,
    description: `${i === 0 ? 'Longitude' : 'Latitude'} of a place to look at, in degrees.`,
    value: ({ position }) => position?.[i] ?? null,
  })),
  {
    heading: 'detail',
    title: 'detail',
    kind: 'text',
    description: 'What was found, one sentence.',
    value: ({ detail }) => detail,
  },
];

/** The table of findings in their order, with a column of people for each measure. */
export function checkTable(
  findings: readonly CheckFinding[],
  measures: readonly { readonly name: string; readonly decimals: number }[],
): Table {
  return makeTable({
    name: 'check',
    title: 'What was found',
    caption: 'One row a finding, gravest first.',
    rows: findings,
    columns: [
      ...COLUMNS,
      ...measures.map((measure, m) =>
        peopleColumn<CheckFinding>(
          measure,
          measure.name,
          measureWord(measure),
          { role: 'amount' },
          `${capital(measureWord(measure))} on the land concerned; blank where the finding is not about land.`,
          ({ people }) => people[m] ?? null,
        ),
      ),
    ],
  });
}
