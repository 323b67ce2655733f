/**
 * `coterminous partners`: one place against every layer.
 */
import { crossLayers } from '../../measures/crossing/cross-layers.js';
import { reportOfCrossing } from '../../measures/report.js';
import { describePlace, findPlace } from '../../measures/partners/find-place.js';
import { partnersOf, partnersTable } from '../../measures/partners/partners.js';
import { partnersSummary } from '../../measures/partners/partners-summary.js';
import { loadRun } from '../../run/load-ground.js';
import { makeResult } from '../../result/make-result.js';
import { checkOutputs, deliver } from '../output.js';
import type { SharedOptions } from '../shared-options.js';
import { makeProgress } from '../terminal.js';

/** The layers of England that answer without any file. */
const ENGLAND = ['icb@2024', 'icb@2026', 'utla', 'ltla', 'cauth', 'region', 'pfa', 'fra'].map(
  (layer) => `england:${layer}`,
);

/** Runs the command; returns its exit code. */
export async function runPartners(
  wanted: string,
  layersGiven: readonly string[],
  options: SharedOptions,
): Promise<number> {
  checkOutputs(options);
  const progress = makeProgress(options.quiet);
  const run = await loadRun(layersGiven.length === 0 ? ENGLAND : layersGiven, options, progress.step);
  const place = findPlace(run.layers, wanted);
  progress.step('crossing all layers');
  const crossing = crossLayers({ ...options, ...run });
  progress.clear();
  const found = partnersOf(crossing, place);
  const measure = crossing.pairs[0]?.land.measures[0] ?? null;
  const others = place.others.map((other) => `the name also stands for ${describePlace(other)}`);
  return deliver(
    makeResult(
      'partners',
      { ...run, notes: [...run.notes, ...others] },
      {
        ...reportOfCrossing(crossing, false),
        reconciliation: [],
        tables: [partnersTable(found, measure)],
        summary: partnersSummary(crossing, place, found, measure),
      },
    ),
    options,
  );
}
