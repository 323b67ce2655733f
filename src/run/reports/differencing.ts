/**
 * Layers in, what subtraction gives away out.
 *
 * Counts are published of whole small areas, so blocks that borders cut go whole to one unit unless something else is
 * asked: what drawing shares out between two units no table can give back.
 */
import { differencing } from '../../measures/differencing/differencing.js';
import type { Result } from '../../result/result.js';
import { InputError } from '../../trouble/input-error.js';
import { crossingWishes } from '../crossing-wishes.js';
import type { Inputs } from '../inputs.js';
import { loadGround } from '../load-ground.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { DifferencingRequest } from '../request.js';

export async function runDifferencing(
  request: DifferencingRequest,
  inputs: Inputs,
  progress: Progress,
): Promise<Result> {
  const { layers, disclosure, under = disclosure?.under, placing = 'whole' } = request;
  if (layers.length < 2) throw tooFewLayers();
  if (under === undefined) throw withoutLimit();
  const ground = await loadGround(inputs, layers, { ...request, peoplePass: true }, progress);
  progress('subtracting published units from one another');
  const found = differencing({ ...crossingWishes(ground, { ...request, placing }), under });
  return resultOf(request, inputs, ground, found);
}

const tooFewLayers = (): InputError =>
  new InputError({
    id: 'too-few-layers',
    message: 'differencing needs two layers or more',
    hint: 'For example: coterminous differencing icbs.geojson councils.geojson --people people.csv --under 10',
  });

const withoutLimit = (): InputError =>
  new InputError({
    id: 'under-needed',
    message: 'differencing does not know how few people are too few',
    hint: 'Give --under PEOPLE, for example --under 10, or the rule that counts are published by with --disclosure',
  });
