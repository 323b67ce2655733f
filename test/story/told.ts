/**
 * Results of reports on small drawn layers, finished as a run finishes them, and their stories.
 */
import type { Layer } from '../../src/layer/layer.js';
import { compare } from '../../src/measures/compare/compare.js';
import type { MeasureRequest } from '../../src/measures/people/measure-request.js';
import type { Report } from '../../src/measures/report.js';
import { readScenario } from '../../src/measures/scenario/read-scenario.js';
import { scenarioReport } from '../../src/measures/scenario/scenario.js';
import type { SizeGuide } from '../../src/measures/scenario/size-guide.js';
import { suggest } from '../../src/measures/suggest/suggest.js';
import type { SuggestWishes } from '../../src/measures/suggest/suggest-wishes.js';
import { makeResult } from '../../src/result/make-result.js';
import type { Result } from '../../src/result/result.js';
import { roundResult } from '../../src/result/round-result.js';
import type { Cell } from '../../src/result/table.js';
import { lookupOf } from '../measures/compare-drawn.js';

/** The finished result of a report. */
export const resultOf = (command: string, layers: readonly Layer[], found: Report): Result =>
  roundResult(
    makeResult({ command, inputs: [], layers, areaModel: null, notes: [], disclosure: null, found }),
  );

/** A layer by lookup that has a kind: one letter a block, as in `lookupOf`. */
export const kindred = (
  id: string,
  kind: string,
  text: string,
  more: Partial<Layer> & { readonly called?: Readonly<Record<string, string>> } = {},
): Layer => ({ ...lookupOf(id, text, more.called), kind, ...more });

/** What became of one layer in another. */
export const compared = (layers: readonly Layer[], measures: readonly MeasureRequest[]): Result =>
  resultOf(
    'compare',
    layers,
    compare({ layers, planar: true, tolerance: 'auto', measures, sensitivity: false }),
  );

/** Proposals for the first layer, each by its operations, against the others. */
export function proposed(
  layers: readonly Layer[],
  measures: readonly MeasureRequest[],
  proposals: Readonly<Record<string, string>>,
  sizeGuide: SizeGuide | null = null,
): Result {
  const scenarios = Object.entries(proposals).map(([name, text]) =>
    readScenario(`name: ${name}\n${text}`, `${name}.yaml`),
  );
  const found = scenarioReport({
    layers,
    measures,
    planar: true,
    tolerance: 'auto',
    scenarios,
    against: layers.length - 1,
    chain: false,
    sizeGuide,
    sensitivity: false,
  });
  return resultOf('scenario', layers, found);
}

/** Moves that would line the first layer up with the second. */
export const suggested = (
  layers: readonly Layer[],
  measures: readonly MeasureRequest[],
  wishes: Partial<SuggestWishes> = {},
): Result =>
  resultOf(
    'suggest',
    layers,
    suggest({
      layers,
      measures,
      planar: true,
      tolerance: 'auto',
      test: 'P1',
      never: new Set(),
      leastSize: null,
      mostChanged: null,
      by: 'part',
      apportion: [],
      sensitivity: false,
      ...wishes,
    }),
  );

/** The result with blank cells where a test of a row says so: figures that a disclosure rule keeps back. */
export const withheld = (
  result: Result,
  table: string,
  heading: string,
  which: (row: Readonly<Record<string, Cell>>) => boolean = () => true,
): Result => ({
  ...result,
  tables: result.tables.map((each) => {
    if (each.name !== table) return each;
    const place = each.columns.findIndex((column) => column.heading === heading);
    const record = (row: readonly Cell[]): Record<string, Cell> =>
      Object.fromEntries(each.columns.map((column, i) => [column.heading, row[i] ?? null]));
    return {
      ...each,
      rows: each.rows.map((row) =>
        which(record(row)) ? row.map((cell, i) => (i === place ? null : cell)) : row,
      ),
    };
  }),
});
