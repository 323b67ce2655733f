/**
 * Two vintages of a layer or more in, what changed out.
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
  const { before, after, later = [], against = [] } = request;
  const ground = await loadGround(inputs, [before, after, ...later, ...against], request, progress);
  progress(later.length === 0 ? 'comparing the two vintages' : 'comparing the vintages');
  const wishes = { ...crossingWishes(ground, request), vintages: 2 + later.length };
  return resultOf(request, inputs, ground, compare(wishes));
}
