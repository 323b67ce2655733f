/**
 * Two vintages of a layer in, what changed out.
 */
import { compare } from '../../measures/compare/compare.js';
import type { Result } from '../../result/result.js';
import { crossingWishes } from '../crossing-wishes.js';
import type { Inputs } from '../inputs.js';
import { loadGround } from '../load-ground.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { CompareRequest } from '../request.js';

export async function runCompare(
  request: CompareRequest,
  inputs: Inputs,
  progress: Progress,
): Promise<Result> {
  const { before, after, against = [] } = request;
  const ground = await loadGround(inputs, [before, after, ...against], request, progress);
  progress('comparing the two vintages');
  return resultOf(request, inputs, ground, compare(crossingWishes(ground, request)));
}
