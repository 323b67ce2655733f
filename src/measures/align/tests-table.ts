/**
 * The policy tests as a table.
 */
import { sectorOf, tierOf } from '../../layer/kinds.js';
import type { Layer } from '../../layer/layer.js';
import type { Cell, Table } from '../../result/table.js';
import type { PolicyTest } from '../alignment/policy-tests.js';
import { column } from './columns.js';

/** The table of all tests: by test, those with an official paper first, upper tier before lower, then as given. */
export function testsTable(tests: readonly PolicyTest[], layers: readonly Layer[]): Table {
  const isUpper = (id: string): boolean =>
    layers.some((layer) => layer.id === id && sectorOf(layer) === 'council' && tierOf(layer) === 'upper');
  const rank = ({ test, shortSource, layer }: PolicyTest): number =>
    4 * Number(test[1]) + (shortSource === '' ? 2 : 0) + (isUpper(layer) ? 0 : 1);
  const order = [...tests].sort((s, t) => rank(s) - rank(t));
  return {
    name: 'tests',
    caption: 'One row for each policy test and tier, computed on boundaries, not on how bodies work.',
    columns: [
      column('test', 'text', 'P1, P2 (and its five answers, which add up to it) or P3'),
      column('statement', 'text', 'What is asked, in our wording'),
      column('source', 'text', 'Where it comes from, and its date'),
      column('layer', 'text', 'Id of the layer whose units are tested'),
      column('tested', 'count', 'Units that could be asked'),
      column('met', 'count', 'Units that meet it; blank for P3, which is a share'),
      column('not_met', 'count', 'Units that do not'),
      column('not_applicable', 'count', 'Units wholly outside the other layer, which cannot be asked'),
      column('share', 'share', 'Met of tested; for P3 the share itself'),
      column('codes_not_met', 'text', 'Codes of units that do not meet it, most people outside first'),
    ],
    rows: order.map((test): Cell[] => [
      test.test,
      test.statement,
      test.source,
      test.layer,
      test.tested,
      test.met,
      test.notMet,
      test.notApplicable,
      test.share,
      test.codesNotMet.length === 0 ? null : test.codesNotMet.join(';'),
    ]),
  };
}
