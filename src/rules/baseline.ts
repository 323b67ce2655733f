/**
 * A result beside an earlier one that was accepted: what is new, what was fixed, what is still there.
 *
 *     baseline   a b c            a fixed, b and c still there, d new
 *     this run     b c d
 */
import type { Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';
import { issuesOf, type Issue } from './issues.js';

export interface BaselineComparison {
  /** Each list by id. */
  readonly fresh: readonly Issue[];
  readonly fixed: readonly Issue[];
  readonly standing: readonly Issue[];
}

/** Name of the table that a comparison becomes. */
export const BASELINE_TABLE = 'baseline';

/** Compares the items of two results by their ids. */
export function compareWithBaseline(result: Result, baseline: Result): BaselineComparison {
  const now = issuesOf(result);
  const then = issuesOf(baseline);
  const idsNow = new Set(now.map(({ id }) => id));
  const idsThen = new Set(then.map(({ id }) => id));
  return {
    fresh: now.filter(({ id }) => !idsThen.has(id)),
    fixed: then.filter(({ id }) => !idsNow.has(id)),
    standing: now.filter(({ id }) => idsThen.has(id)),
  };
}

/** One row for each item of either result: new ones first, then fixed ones, then those still there, each by id. */
export function baselineTable({ fresh, fixed, standing }: BaselineComparison): Table {
  const text = (
    heading: string,
    kind: 'text' | 'code' | 'name',
    description: string,
  ): Table['columns'][number] => ({
    heading,
    kind,
    decimals: null,
    description,
  });
  const rows = (standingText: string, issues: readonly Issue[]): Cell[][] =>
    issues.map(({ id, kind, layer, code, name, detail }) => [
      standingText,
      kind,
      layer,
      code,
      name,
      detail,
      id,
    ]);
  return {
    name: BASELINE_TABLE,
    caption: 'One row for each finding of this run or of the baseline: new, fixed or still there.',
    columns: [
      text('standing', 'text', 'new (in this run alone), fixed (in the baseline alone) or still there'),
      text('finding', 'text', 'What was found'),
      text('layer', 'text', 'Id of the layer concerned'),
      text('code', 'code', 'Code of the unit concerned'),
      text('name', 'name', 'Name of the unit concerned'),
      text('detail', 'text', 'What it is, in a few words'),
      text('id', 'text', 'Id of the finding, the same from run to run'),
    ],
    rows: [...rows('new', fresh), ...rows('fixed', fixed), ...rows('still there', standing)],
  };
}

/** A result as it may stand as a baseline: without what an earlier baseline and rules said of it. */
export const asBaseline = (result: Result): Result => ({
  ...result,
  inputs: result.inputs.filter(({ role }) => role !== 'baseline'),
  tables: result.tables.filter(({ name }) => name !== BASELINE_TABLE),
  rules: [],
});
