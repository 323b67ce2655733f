/**
 * The audit of a lookup as a table.
 */
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { codeOf } from '../columns.js';
import type { Audit, AuditedLayers } from './audit.js';

/** The table of an audit, contradicted rows and weak fits together, by code. */
export function auditTable({ rows }: Audit, { members, groups, basis }: AuditedLayers): Table {
  return makeTable({
    name: 'audit',
    caption: `One row for each unit of ${members.id} that the lookup puts elsewhere than the layers do, or whose best fit in ${groups.id} is weak.`,
    rows,
    columns: [
      {
        heading: 'code',
        title: 'code',
        kind: 'code',
        description: `Code of the unit of ${members.id}`,
        about: { layer: members.id, role: 'unit' },
        value: ({ unit }) => codeOf(members, unit),
      },
      {
        heading: 'name',
        title: 'name',
        kind: 'name',
        description: 'Its name',
        about: { layer: members.id, role: 'unit' },
        value: ({ unit }) => members.names[unit]!,
      },
      {
        heading: 'lookup_code',
        title: 'lookup code',
        kind: 'code',
        description: `Code of the unit of ${groups.id} that the lookup gives; blank without a lookup`,
        about: { layer: groups.id, role: 'other' },
        value: ({ given }) => (given === null ? null : codeOf(groups, given)),
      },
      {
        heading: 'best_code',
        title: 'best code',
        kind: 'code',
        description: `Code of the unit of ${groups.id} that holds most of it`,
        about: { layer: groups.id, role: 'main' },
        value: ({ best }) => codeOf(groups, best),
      },
      {
        heading: 'pct_in_lookup',
        title: '% in lookup',
        kind: 'percent',
        description: 'Percentage of it in the unit that the lookup gives',
        about: { role: 'share' },
        value: ({ inGiven }) => inGiven,
      },
      {
        heading: 'pct_in_best',
        title: '% in best',
        kind: 'percent',
        description: 'Percentage of it in the unit that holds most of it',
        about: { role: 'share' },
        value: ({ inBest }) => inBest,
      },
      {
        heading: 'basis',
        title: 'basis',
        kind: 'text',
        description: 'What the percentages are of',
        about: { role: 'basis' },
        value: () => basis,
      },
    ],
  });
}
