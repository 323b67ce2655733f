/**
 * `coterminous overlap`: layers in, overlap table out.
 */
import { overlap } from '../../measures/overlap/overlap.js';
import { InputError } from '../../trouble/input-error.js';
import { withMap } from '../draw-map.js';
import { addRegistrations, type RegistrationsGiven } from '../../run/load-registrations.js';
import { loadRun } from '../../run/load-ground.js';
import { makeResult } from '../../result/make-result.js';
import { checkOutputs, deliver } from '../output.js';
import type { SharedOptions } from '../shared-options.js';
import { makeProgress } from '../terminal.js';

/** Runs the command; returns its exit code. */
export async function runOverlap(
  layersGiven: readonly string[],
  options: SharedOptions,
  registrations: RegistrationsGiven | null = null,
): Promise<number> {
  if (layersGiven.length < (registrations === null ? 2 : 1)) throw tooFewLayers();
  checkOutputs(options);
  const progress = makeProgress(options.quiet);
  const loaded = await loadRun(layersGiven, options, progress.step);
  const run = registrations === null ? loaded : await addRegistrations(loaded, registrations);
  progress.step('laying all layers on one sheet');
  const found = overlap({ ...options, layers: run.layers, planar: run.planar, measures: run.measures });
  const result = await withMap(makeResult('overlap', run, found), found, run, options);
  progress.clear();
  return deliver(result, options);
}

const tooFewLayers = (): InputError =>
  new InputError({
    id: 'too-few-layers',
    message: 'overlap needs two layers or more',
    hint: 'For example: coterminous overlap icbs.geojson councils.geojson',
  });
