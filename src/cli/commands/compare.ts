/**
 * `coterminous compare`: two vintages of a layer in, what changed out.
 */
import { compare } from '../../measures/compare/compare.js';
import { withMap } from '../draw-map.js';
import { loadRun } from '../../run/load-ground.js';
import { makeResult } from '../../result/make-result.js';
import { checkOutputs, deliver } from '../output.js';
import type { SharedOptions } from '../shared-options.js';
import { makeProgress } from '../terminal.js';

/** Runs the command; returns its exit code. */
export async function runCompare(
  before: string,
  after: string,
  against: readonly string[],
  options: SharedOptions,
): Promise<number> {
  checkOutputs(options);
  const progress = makeProgress(options.quiet);
  const run = await loadRun([before, after, ...against], options, progress.step);
  progress.step('comparing the two vintages');
  const found = compare({ ...options, layers: run.layers, planar: run.planar, measures: run.measures });
  progress.clear();
  return deliver(await withMap(makeResult('compare', run, found), found, run, options), {
    ...options,
    table: options.table ?? readersTable(options),
  });
}

/** A person at a terminal is shown what changed hands; files and pipes get every unit. */
function readersTable({ outputs, format, json }: SharedOptions): string | null {
  const reading = format === 'table' || (format === null && process.stdout.isTTY === true);
  return reading && outputs.length === 0 && !json ? 'transfers' : null;
}
