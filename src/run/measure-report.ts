/**
 * One report measured: the part of a run that a report alone and several together have in common.
 */
import type { Result } from '../result/result.js';
import { roundResult } from '../result/round-result.js';
import { openWithHeadline } from '../story/tell-story.js';
import { listText } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import type { Inputs } from './inputs.js';
import type { Progress } from './report-steps.js';
import type { ReportRequest } from './request.js';

/** What a caller may lend a run. */
export interface RunWishes {
  /** Told what is being done. */
  readonly progress?: Progress;
}

/** Reports that apply a disclosure rule to every count before anything is made of it. */
const DISCLOSING: readonly ReportRequest['command'][] = ['overlap', 'partners', 'differencing'];

/** Throws InputError for a rule on a report that cannot keep to it. */
export function refuseDisclosure({ command, disclosure }: ReportRequest): void {
  if (disclosure === undefined || DISCLOSING.includes(command)) return;
  throw new InputError({
    id: 'disclosure-not-supported',
    message: `${command} cannot keep to a disclosure rule, so it does not run with --disclosure`,
    hint: `${listText(DISCLOSING)} can; or give it counts that are public`,
  });
}

/** The result of one report, rounded, opened by its headline, not judged. */
export const measure = async (request: ReportRequest, inputs: Inputs, progress: Progress): Promise<Result> =>
  openWithHeadline(roundResult(await unrounded(request, inputs, progress)));

/** The result of one report; the commonest is loaded by itself. */
async function unrounded(request: ReportRequest, inputs: Inputs, progress: Progress): Promise<Result> {
  if (request.command === 'overlap')
    return (await import('./reports/overlap.js')).runOverlap(request, inputs, progress);
  return (await import('./reports/further.js')).runFurther(request, inputs, progress);
}
