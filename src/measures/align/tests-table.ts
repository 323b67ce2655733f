/**
 * The policy tests as a table.
 */
import { sectorOf, tierOf } from '../../layer/kinds.js';
import type { Layer } from '../../layer/layer.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import type { PolicyTest } from '../alignment/policy-tests.js';

/** The table of all tests: by test, those with an official paper first, upper tier before lower, then as given. */
export function testsTable(tests: readonly PolicyTest[], layers: readonly Layer[]): Table {
  const isUpper = (id: string): boolean =>
    layers.some((layer) => layer.id === id && sectorOf(layer) === 'council' && tierOf(layer) === 'upper');
  const rank = ({ test, shortSource, layer }: PolicyTest): number =>
    4 * Number(test[1]) + (shortSource === '' ? 2 : 0) + (isUpper(layer) ? 0 : 1);
  return makeTable({
    name: 'tests',
    title: 'Policy tests',
    caption: 'One row for each policy test and tier, computed on boundaries, not on how bodies work.',
    rows: [...tests].sort((s, t) => rank(s) - rank(t)),
    columns: [
      {
        heading: 'test',
        title: 'test',
        kind: 'text',
        description: 'P1, P2 (and its five answers, which add up to it) or P3',
        value: ({ test }) => test,
      },
      {
        heading: 'statement',
        title: 'statement',
        kind: 'text',
        description: 'What is asked, in our wording',
        value: ({ statement }) => statement,
      },
      {
        heading: 'source',
        title: 'source',
        kind: 'text',
        description: 'Where it comes from, and its date',
        value: ({ source }) => source,
      },
      {
        heading: 'layer',
        title: 'layer',
        kind: 'text',
        description: 'Layer whose units are tested',
        about: { role: 'id' },
        value: ({ layer }) => layer,
      },
      {
        heading: 'tested',
        title: 'tested',
        kind: 'count',
        description: 'Units that could be asked',
        value: ({ tested }) => tested,
      },
      {
        heading: 'met',
        title: 'met',
        kind: 'count',
        description: 'Units that meet it; blank for P3, which is a share',
        value: ({ met }) => met,
      },
      {
        heading: 'not_met',
        title: 'not met',
        kind: 'count',
        description: 'Units that do not',
        value: ({ notMet }) => notMet,
      },
      {
        heading: 'not_applicable',
        title: 'not applicable',
        kind: 'count',
        description: 'Units wholly outside the other layer, which cannot be asked',
        value: ({ notApplicable }) => notApplicable,
      },
      {
        heading: 'share',
        title: 'share',
        kind: 'share',
        description: 'Met of tested; for P3 the share itself',
        value: ({ share }) => share,
      },
      {
        heading: 'codes_not_met',
        title: 'codes not met',
        kind: 'text',
        description: 'Codes of units that do not meet it, most people outside first',
        about: { role: 'partners' },
        value: ({ codesNotMet }) => (codesNotMet.length === 0 ? null : codesNotMet.join(';')),
      },
    ],
  });
}
