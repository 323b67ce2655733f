/**
 * A result beside an earlier one that was accepted: what is new, what was fixed, what is still there.
 *
 *     baseline   a b c            a fixed, b and c still there, d new
 *     this run     b c d
 */
import type { Result } from '../result/result.js';
import { makeTable, type ColumnOf } from '../result/make-table.js';
import type { Table } from '../result/table.js';
import { comparable } from '../trouble/order.js';
import { issuesOf, type Issue } from './issues.js';

export interface BaselineComparison {
  /** Each list by id. */
  readonly fresh: readonly Issue[];
  readonly fixed: readonly Issue[];
  readonly standing: readonly Issue[];
}

/** Name of the table that a comparison becomes. */
export const BASELINE_TABLE = 'baseline';

/** Compares the items of two results by their ids, whatever the case and spaces of the codes in them. */
export function compareWithBaseline(result: Result, baseline: Result): BaselineComparison {
  const now = issuesOf(result);
  const then = issuesOf(baseline);
  const idsNow = new Set(now.map(({ id }) => comparable(id)));
  const idsThen = new Set(then.map(({ id }) => comparable(id)));
  return {
    fresh: now.filter(({ id }) => !idsThen.has(comparable(id))),
    fixed: then.filter(({ id }) => !idsNow.has(comparable(id))),
    standing: now.filter(({ id }) => idsThen.has(comparable(id))),
  };
}

interface StandingIssue {
  readonly standing: 'new' | 'fixed' | 'still there';
  readonly issue: Issue;
}

/** One row for each item of either result: new ones first, then fixed ones, then those still there, each by id. */
export function baselineTable({ fresh, fixed, standing }: BaselineComparison): Table {
  const rows = (word: StandingIssue['standing'], issues: readonly Issue[]): StandingIssue[] =>
    issues.map((issue) => ({ standing: word, issue }));
  return makeTable({
    name: BASELINE_TABLE,
    title: 'Findings beside the baseline',
    caption: 'One row for each finding of this run or of the baseline: new, fixed or still there.',
    rows: [...rows('new', fresh), ...rows('fixed', fixed), ...rows('still there', standing)],
    columns: COLUMNS,
  });
}

/** A result as it may stand as a baseline: without what an earlier baseline and rules said of it. */
export const asBaseline = (result: Result): Result => ({
  ...result,
  inputs: result.inputs.filter(({ role }) => role !== 'baseline'),
  tables: result.tables.filter(({ name }) => name !== BASELINE_TABLE),
  rules: [],
});

const text = (
  heading: string,
  description: string,
  value: (issue: Issue) => string,
): ColumnOf<StandingIssue> => ({
  heading,
  title: heading,
  kind: 'text',
  description,
  value: ({ issue }) => value(issue),
});

const COLUMNS: readonly ColumnOf<StandingIssue>[] = [
  {
    heading: 'standing',
    title: 'standing',
    kind: 'text',
    description: 'new (in this run alone), fixed (in the baseline alone) or still there',
    value: ({ standing }) => standing,
  },
  text('finding', 'What was found', ({ kind }) => kind),
  { ...text('layer', 'The layer concerned', ({ layer }) => layer), about: { role: 'id' } },
  {
    ...text('code', 'Code of the unit concerned', ({ code }) => code),
    kind: 'code',
    about: { role: 'unit' },
  },
  {
    ...text('name', 'Name of the unit concerned', ({ name }) => name),
    kind: 'name',
    about: { role: 'unit' },
  },
  text('detail', 'What it is, in a few words', ({ detail }) => detail),
  text('id', 'Id of the finding, the same from run to run', ({ id }) => id),
];
