/**
 * One report measured: the part of a run that a report alone and several together have in common.
 */
import { SUPPOSITIONS, type Disclosure, type Supposed } from '../layer/disclosure.js';
import { agreedResult } from '../result/agreed-result.js';
import type { Result } from '../result/result.js';
import { roundResult } from '../result/round-result.js';
import { openWithHeadline } from '../story/tell-story.js';
import { errorUnderRule } from './error-under-rule.js';
import type { Inputs } from './inputs.js';
import type { Progress } from './report-steps.js';
import type { ReportRequest } from './request.js';

/** What a caller may lend a run. */
export interface RunWishes {
  /** Told what is being done. */
  readonly progress?: Progress;
}

/** The result of one report, rounded, opened by its headline, not judged; under a disclosure rule as it may be printed. */
export async function measure(request: ReportRequest, inputs: Inputs, progress: Progress): Promise<Result> {
  const { disclosure } = request;
  if (disclosure === undefined)
    return openWithHeadline(roundResult(await unrounded(request, inputs, progress)));
  try {
    return openWithHeadline(roundResult(await underRule(request, disclosure, inputs, progress)));
  } catch (error) {
    throw errorUnderRule(error);
  }
}

/** What runs that suppose different things of the withheld people agree on; differencing tells none of them. */
async function underRule(
  request: ReportRequest,
  disclosure: Disclosure,
  inputs: Inputs,
  progress: Progress,
): Promise<Result> {
  if (request.command === 'differencing') return unrounded(request, inputs, progress);
  const suppose = async (supposed: Supposed, told: Progress): Promise<Result> => {
    const rule: Disclosure = { ...disclosure, supposed };
    return unrounded({ ...request, disclosure: rule }, inputs, told);
  };
  const first = await suppose('least', progress);
  const others = [];
  for (const supposed of SUPPOSITIONS.slice(1)) others.push(await suppose(supposed, () => undefined));
  return agreedResult([first, ...others], disclosure);
}

/** The result of one report; the commonest is loaded by itself. */
async function unrounded(request: ReportRequest, inputs: Inputs, progress: Progress): Promise<Result> {
  if (request.command === 'overlap')
    return (await import('./reports/overlap.js')).runOverlap(request, inputs, progress);
  return (await import('./reports/further.js')).runFurther(request, inputs, progress);
}
