/**
 * Neighbourhoods and their parents in, coverage report out.
 */
import { coverage } from '../../measures/coverage/coverage.js';
import type { CoverageWishes } from '../../measures/coverage/covered.js';
import { DEFAULT_BANDS, DEFAULT_FLAGS } from '../../measures/coverage/size-bands.js';
import type { Result } from '../../result/result.js';
import { InputError } from '../../trouble/input-error.js';
import { crossingWishes } from '../crossing-wishes.js';
import type { Inputs } from '../inputs.js';
import { loadGround, type Ground } from '../load-ground.js';
import { loadServices } from '../load-services.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { CoverageRequest } from '../request.js';
import { toDegrees } from '../to-degrees.js';

/** Per cent in common from which two units are nearly the same, where nothing is said. */
const NEAR = 90;

export async function runCoverage(
  request: CoverageRequest,
  inputs: Inputs,
  progress: Progress,
): Promise<Result> {
  const { neighbourhoods, within, also = [] } = request;
  if (request.times !== undefined && request.services === undefined) throw timesWithoutServices();
  const ground = await loadGround(
    inputs,
    [neighbourhoods, within, ...also],
    { ...request, firstOverlaps: true, peoplePass: request.services === undefined },
    progress,
  );
  return coverageOn(request, inputs, ground, progress);
}

/** The report on a ground of neighbourhoods, parents and further layers; `arrange` lays them out where that is known. */
export async function coverageOn(
  request: CoverageRequest,
  inputs: Inputs,
  ground: Ground,
  progress: Progress,
  arrange?: CoverageWishes['arrange'],
): Promise<Result> {
  const { near = NEAR } = request;
  const shaped = ground.layers.every((layer) => layer.land !== null);
  if (request.services !== undefined && !shaped) throw servicesNeedShapes();
  const services =
    request.services === undefined
      ? null
      : await loadServices(inputs, request.services, request.times, ground, request.allowUnmatched, progress);
  progress('laying all layers on one sheet');
  const found = coverage({
    ...crossingWishes(ground, request),
    ...(arrange === undefined ? {} : { arrange }),
    bands: request.bands ?? DEFAULT_BANDS,
    flags: request.flags ?? DEFAULT_FLAGS,
    near: near / 100,
    services: services?.request ?? null,
    toDegrees: await toDegrees(ground),
  });
  const { shapes: _, ...unshaped } = found;
  return resultOf(request, inputs, ground, shaped ? found : unshaped, services?.notes ?? []);
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
