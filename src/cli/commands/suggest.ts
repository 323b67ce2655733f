/**
 * `coterminous suggest`: two layers in, moves out.
 */
import { writeScenario } from '../../measures/scenario/write-scenario.js';
import { fixScenario, suggest } from '../../measures/suggest/suggest.js';
import { InputError } from '../../trouble/input-error.js';
import { loadAmounts } from '../../run/load-amounts.js';
import { loadRun } from '../../run/load-ground.js';
import { makeResult } from '../../result/make-result.js';
import { checkOutputs, deliver } from '../output.js';
import type { SharedOptions } from '../shared-options.js';
import { makeProgress } from '../terminal.js';
import { checkFile, writeFiles } from '../write-files.js';

export interface SuggestOptions {
  readonly test: 'P1' | 'P2';
  readonly by: 'part' | 'block';
  readonly never: ReadonlySet<string>;
  readonly leastSize: number | null;
  readonly mostChanged: number | null;
  readonly apportion: readonly string[];
  readonly saveScenario: string | null;
}

/** Runs the command; returns its exit code. */
export async function runSuggest(
  layers: readonly [string, string],
  wishes: SuggestOptions,
  options: SharedOptions,
): Promise<number> {
  checkOutputs(options);
  if (wishes.saveScenario !== null) checkFile(wishes.saveScenario);
  const progress = makeProgress(options.quiet);
  const amounts = await loadAmounts(wishes.apportion);
  const run = await loadRun(layers, options, progress.step);
  refuseUnknown(
    wishes.never,
    run.layers.flatMap((layer) => layer.codes),
  );
  progress.step('working out the smallest changes');
  const found = suggest({
    ...options,
    ...wishes,
    layers: run.layers,
    planar: run.planar,
    measures: run.measures,
    apportion: amounts.map((each) => each.amounts),
  });
  progress.clear();
  if (wishes.saveScenario !== null) {
    const scenario = fixScenario(found, wishes.test, layers);
    writeFiles([
      { path: wishes.saveScenario, content: writeScenario(scenario, ['Arithmetic, not a recommendation.']) },
    ]);
  }
  const inputs = [...run.inputs, ...amounts.map(({ input }) => input)];
  return deliver(makeResult('suggest', { ...run, inputs }, found), options);
}

function refuseUnknown(never: ReadonlySet<string>, codes: readonly string[]): void {
  const known = new Set(codes);
  const unknown = [...never].find((code) => !known.has(code));
  if (unknown === undefined) return;
  throw new InputError({
    id: 'unknown-unit',
    message: `--never ${unknown}: neither layer has such a unit`,
    hint: 'Give the code of a unit of one of the two layers',
  });
}
