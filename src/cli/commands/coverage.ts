/**
 * `coterminous coverage`: neighbourhoods and their parents in, coverage report out.
 */
import { coverage } from '../../measures/coverage/coverage.js';
import { InputError } from '../../trouble/input-error.js';
import { withMap } from '../draw-map.js';
import { loadRun } from '../../run/load-ground.js';
import { loadServices } from '../../run/load-services.js';
import { makeResult } from '../../result/make-result.js';
import { checkOutputs, deliver } from '../output.js';
import type { SharedOptions } from '../shared-options.js';
import { makeProgress } from '../terminal.js';
import { toDegrees } from '../../run/to-degrees.js';

/** What the options of this command say. */
export interface CoverageOptions {
  readonly within: string;
  readonly also: readonly string[];
  readonly bands: readonly number[];
  readonly flags: readonly number[];
  /** Share in common, 0 to 1. */
  readonly near: number;
  readonly services: string | null;
  readonly times: string | null;
}

/** Runs the command; returns its exit code. */
export async function runCoverage(
  neighbourhoods: string,
  own: CoverageOptions,
  options: SharedOptions,
): Promise<number> {
  if (own.times !== null && own.services === null) throw timesWithoutServices();
  checkOutputs(options);
  const progress = makeProgress(options.quiet);
  const run = await loadRun([neighbourhoods, own.within, ...own.also], options, progress.step);
  const shaped = run.layers.every((layer) => layer.land !== null);
  if (own.services !== null && !shaped) throw servicesNeedShapes();
  const services =
    own.services === null ? null : await loadServices(own.services, own.times, run, progress.step);
  progress.step('laying all layers on one sheet');
  const found = coverage({
    layers: run.layers,
    planar: run.planar,
    measures: run.measures,
    tolerance: options.tolerance,
    includeSlivers: options.includeSlivers,
    includeOutside: options.includeOutside,
    sensitivity: options.sensitivity,
    bands: own.bands,
    flags: own.flags,
    near: own.near,
    services: services?.request ?? null,
    toDegrees: await toDegrees(run, options.grid),
  });
  progress.clear();
  const inputs = [...run.inputs, ...(services?.inputs ?? [])];
  const notes = [...run.notes, ...(services?.notes ?? [])];
  const result = makeResult('coverage', { ...run, inputs, notes }, found);
  const drawn = { ...result, ...(shaped ? { shapes: found.shapes } : {}) };
  return deliver(await withMap(drawn, found, run, options), options);
}

const timesWithoutServices = (): InputError =>
  new InputError({
    id: 'times-without-services',
    message: '--times gives minutes to services, and no services are given',
    hint: 'Give --services FILE too',
  });

const servicesNeedShapes = (): InputError =>
  new InputError({
    id: 'services-need-shapes',
    message: 'services are points, and a layer that is given by lookup only has no shapes to find them in',
    hint: 'Give boundary files, or the shapes of the blocks with --blocks',
  });
