/**
 * One report measured: the part of a run that a report alone and several together have in common.
 */
import type { Result } from '../result/result.js';
import { roundResult } from '../result/round-result.js';
import { openWithHeadline } from '../story/tell-story.js';
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
  const found =
    disclosure === undefined
      ? await unrounded(request, inputs, progress)
      : await (
          await import('./under-rule.js')
        ).underRule(request, disclosure, (supposing, told) =>
          unrounded(supposing, inputs, told ? progress : () => undefined),
        );
  return finished(found);
}

/** A result rounded and opened by its headline. */
export const finished = (found: Result): Result => openWithHeadline(roundResult(found));

/** The result of one report; the commonest is loaded by itself. */
async function unrounded(request: ReportRequest, inputs: Inputs, progress: Progress): Promise<Result> {
  if (request.command === 'overlap')
    return (await import('./reports/overlap.js')).runOverlap(request, inputs, progress);
  return (await import('./reports/further.js')).runFurther(request, inputs, progress);
}
