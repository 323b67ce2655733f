/**
 * The table of `check`: one row a finding, gravest first.
 */
import type { Column, Table } from '../../result/table.js';
import { hectaresOrNull } from '../../result/units-of-measure.js';
import type { CheckFinding } from './check-finding.js';

const column = (
  heading: string,
  kind: Column['kind'],
  description: string,
  decimals: number | null = null,
): Column => ({ heading, kind, decimals, description });

const COLUMNS: readonly Column[] = [
  column('layer', 'text', 'Layer the finding is about.'),
  column('finding', 'text', 'Kind of finding, a short stable name.'),
  column('severity', 'text', 'error, warning or info.'),
  column('code', 'code', 'Code of the unit concerned; blank where it is the whole layer.'),
  column('name', 'name', 'Name of the unit concerned.'),
  column('other_code', 'code', 'Code of the other unit, where there are two.'),
  column('area_ha', 'hectares', 'Hectares concerned; blank where no land is.', 2),
  column(
    'width_m',
    'metres',
    'Mean width in metres of the piece of land, of the widest where there are several.',
    1,
  ),
  column('longitude', 'degrees', 'Longitude of a place to look at, in degrees.', 6),
  column('latitude', 'degrees', 'Latitude of a place to look at, in degrees.', 6),
  column('detail', 'text', 'What was found, one sentence.'),
];

/** The table of findings in their order, with a column of people for each measure. */
export function checkTable(
  findings: readonly CheckFinding[],
  measures: readonly { readonly name: string; readonly decimals: number }[],
): Table {
  return {
    name: 'check',
    caption: 'One row a finding, gravest first.',
    columns: [
      ...COLUMNS,
      ...measures.map(({ name, decimals }) =>
        column(
          name,
          'people',
          `${name} on the land concerned; blank where the finding is not about land.`,
          decimals,
        ),
      ),
    ],
    rows: findings.map((finding) => [
      finding.layer,
      finding.finding,
      finding.severity,
      finding.code,
      finding.name,
      finding.otherCode,
      hectaresOrNull(finding.area),
      finding.width,
      finding.position?.[0] ?? null,
      finding.position?.[1] ?? null,
      finding.detail,
      ...measures.map((_, m) => finding.people[m] ?? null),
    ]),
  };
}
