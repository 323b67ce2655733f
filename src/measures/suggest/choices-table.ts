/**
 * The table `choices`: the units that break the test, and whether the cheapest set of moves settles them.
 */
import type { Alignment } from '../alignment/alignment.js';
import { shortWords } from '../../layer/short-words.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { unitColumns } from '../columns.js';
import type { Choice, Fix } from './cheapest-fix.js';
import type { Test } from './fix-choices.js';

/** One row for each unit of the second layer that breaks the test, by code. */
export function choicesTable({ a, b }: Alignment, choices: readonly Choice[], fix: Fix, test: Test): Table {
  const rows = choices.map(({ b: unit }, c) => ({ unit, option: fix.chosen[c]! }));
  return makeTable({
    name: 'choices',
    caption: `One row for each unit that breaks ${test}: whether the cheapest set of moves settles it.`,
    rows: rows.sort((p, q) => p.unit - q.unit),
    columns: [
      ...unitColumns<(typeof rows)[number]>(b, shortWords([a, b])(b.id), ({ unit }) => unit),
      {
        heading: 'test',
        title: 'test',
        kind: 'text',
        description: 'The policy test that is to hold',
        value: () => test,
      },
      {
        heading: 'settled',
        title: 'settled',
        kind: 'flag',
        description: 'Whether the cheapest set of moves makes it meet the test',
        value: ({ option }) => !option.leaves,
      },
      {
        heading: 'moves',
        title: 'moves',
        kind: 'count',
        description: 'Moves that settle it, rows of the table fix',
        value: ({ option }) => option.transfers.length,
      },
    ],
  });
}
