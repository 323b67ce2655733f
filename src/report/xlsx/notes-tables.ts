/**
 * What stands beside the figures of a workbook: how they were made, what the columns mean, what was found in the data.
 */
import type { Result } from '../../result/result.js';
import type { Cell, Column, ColumnKind, Table } from '../../result/table.js';
import { reconciliationText, sensitivityText } from '../reconciliation-text.js';

const column = (heading: string, kind: ColumnKind, decimals: number | null = null): Column => ({
  heading,
  kind,
  decimals,
  description: '',
});

/** Notes line by line: what each is about, and what it says. */
export function notesTable(result: Result): Table {
  const vintages = new Map(result.layers.map(({ id, vintage }) => [id, vintage]));
  const vintageOf = (id: string): string => (vintages.get(id) ? `, ${vintages.get(id)!}` : '');
  const rows: Cell[][] = [
    ...result.inputs.map(({ id, role, file, format, sha256 }) => [
      `input ${id}`,
      `${role}, ${file} (${format})${vintageOf(id)}, SHA-256 ${sha256}`,
    ]),
    ...result.layers.map(({ id, title, units, system, accuracyMetres, accuracyFrom }) => [
      `layer ${id}`,
      [
        `${title}, ${units} units`,
        ...(system === null ? [] : [system]),
        ...(accuracyMetres === null
          ? []
          : [`nominal accuracy ${accuracyMetres} m (${accuracyFrom ?? 'unknown'})`]),
      ].join(', '),
    ]),
    ...(result.area_model === null ? [] : [['areas', result.area_model]]),
    ...result.tolerances.map(({ layers, metres, from }) => [
      `tolerance of ${layers.join(' and ')}`,
      `${metres} m: ${from}`,
    ]),
    ...reconciliationText(result).map((text) => ['does it add up?', text]),
    ...sensitivityText(result).map((text) => ['sensitivity', text]),
    ...result.notes.map((text) => ['note', text]),
  ];
  return {
    name: 'notes',
    caption: 'How the figures were made: inputs, layers, tolerance, reconciliation.',
    columns: [column('about', 'text'), column('note', 'text')],
    rows,
  };
}

/** Every column of every table, in words. */
export const columnsTable = (result: Result, names: readonly string[]): Table => ({
  name: 'columns',
  caption: 'What each column of each sheet says.',
  columns: [
    column('sheet', 'text'),
    column('column', 'text'),
    column('unit', 'text'),
    column('says', 'text'),
  ],
  rows: result.tables.flatMap((table, t) =>
    table.columns.map(({ heading, kind, description }): Cell[] => [names[t]!, heading, kind, description]),
  ),
});

/** Findings in the data, as the result document has them. */
export const findingsTable = ({ findings }: Result): Table => ({
  name: 'findings',
  caption: 'What was found in the data: one row a finding.',
  columns: [
    column('layer', 'text'),
    column('finding', 'text'),
    column('severity', 'text'),
    column('code', 'code'),
    column('name', 'name'),
    column('other_code', 'code'),
    column('area_ha', 'hectares', 2),
    column('width_m', 'metres', 1),
    column('longitude', 'degrees', 7),
    column('latitude', 'degrees', 7),
    column('detail', 'text'),
    column('id', 'text'),
  ],
  rows: findings.map((finding): Cell[] => [
    finding.layer,
    finding.finding,
    finding.severity,
    finding.code,
    finding.name,
    finding.other_code,
    finding.area_ha,
    finding.width_m,
    finding.longitude,
    finding.latitude,
    finding.detail,
    finding.id,
  ]),
});
