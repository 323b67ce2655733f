/**
 * Layers in, overlap table out.
 */
import { overlap } from '../../measures/overlap/overlap.js';
import type { Result } from '../../result/result.js';
import { InputError } from '../../trouble/input-error.js';
import { crossingWishes } from '../crossing-wishes.js';
import type { Inputs } from '../inputs.js';
import { loadGround } from '../load-ground.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { OverlapRequest } from '../request.js';

export async function runOverlap(
  request: OverlapRequest,
  inputs: Inputs,
  progress: Progress,
): Promise<Result> {
  const { layers, registrations } = request;
  if (layers.length < (registrations === undefined ? 2 : 1)) throw tooFewLayers();
  const loaded = await loadGround(
    inputs,
    layers,
    { ...request, peoplePass: registrations === undefined },
    progress,
  );
  const ground =
    registrations === undefined
      ? loaded
      : await (
          await import('../load-registrations.js')
        ).addRegistrations(inputs, loaded, registrations, request.allowUnmatched);
  progress('laying all layers on one sheet');
  const found = overlap({
    ...crossingWishes(ground, request),
    tableOnly:
      isTableOnly(request) && !layers.some((layer) => 'path' in layer && inputs.isWantedAgain(layer.path)),
  });
  return resultOf(request, inputs, ground, found);
}

/** Whether two layers make a table that nothing beside the pairs of their units is asked for. */
const isTableOnly = ({ layers, map, shapes, verify, disclosure, registrations }: OverlapRequest): boolean =>
  layers.length === 2 &&
  [map, shapes, verify].every((wish) => wish !== true) &&
  disclosure === undefined &&
  registrations === undefined;

const tooFewLayers = (): InputError =>
  new InputError({
    id: 'too-few-layers',
    message: 'overlap needs two layers or more',
    hint: 'For example: coterminous overlap icbs.geojson councils.geojson',
  });
