/**
 * The audit of a lookup as a table.
 */
import { unitWord } from '../../layer/unit-words.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { codeOf } from '../columns.js';
import type { Audit, AuditedLayers } from './audit.js';

/** The table of an audit, contradicted rows and weak fits together, by code. */
export function auditTable({ rows }: Audit, { members, groups, basis }: AuditedLayers): Table {
  return makeTable({
    name: 'audit',
    title: `${unitWord(members, 2)} that the lookup or best fit misplaces`,
    caption: `One row for each ${unitWord(members, 1)} that the lookup puts elsewhere than the layers do, or whose best fit among ${unitWord(groups, 2)} is weak.`,
    rows,
    columns: [
      {
        heading: 'code',
        title: 'code',
        kind: 'code',
        description: `Code of the ${unitWord(members, 1)}`,
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
        description: `Code of the ${unitWord(groups, 1)} that the lookup gives; blank without a lookup`,
        about: { layer: groups.id, role: 'other' },
        value: ({ given }) => (given === null ? null : codeOf(groups, given)),
      },
      {
        heading: 'best_code',
        title: 'best code',
        kind: 'code',
        description: `Code of the ${unitWord(groups, 1)} that holds most of it`,
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
