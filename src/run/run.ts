/**
 * The one way from a request to a result.
 *
 *     check the request ──► tell the desk ──► load the ground ──► measure ──► make the result ──► judge
 *
 * The command line, a config file, the library and a page all come through here.
 */
import type { Result } from '../result/result.js';
import { roundResult } from '../result/round-result.js';
import { checkRequest } from './check-request.js';
import { expectInputs } from './expect-inputs.js';
import type { Inputs } from './inputs.js';
import type { Progress } from './report-steps.js';
import { InputError } from '../trouble/input-error.js';
import type { ReportRequest, Request } from './request.js';

/** What a caller may lend a run. */
export interface RunWishes {
  /** Told what is being done. */
  readonly progress?: Progress;
}

const silent: Progress = () => undefined;

/**
 * Carries a request out. Throws InputError for whatever is wrong with the request or its files; nothing is written.
 */
export async function run(
  request: Request,
  given: Inputs,
  { progress = silent }: RunWishes = {},
): Promise<Result> {
  if (request.command === 'report')
    return (await import('./run-reports.js')).runTogether(request, given, { progress });
  checkRequest(request);
  if (request.command !== 'render') refuseDisclosure(request);
  await expectInputs(given, request);
  const inputs = given.forReport('allowTruncated' in request && request.allowTruncated === true);
  const isJudged = (request.rules ?? []).length > 0 || request.baseline !== undefined;
  if (request.command === 'render' || isJudged || request.config !== undefined) {
    const { openJudge, noteConfig, readSaved } = await import('./judge.js');
    const judge = await openJudge(inputs, request);
    if (request.command === 'render') return judge(await readSaved(inputs, request.path, 'result'));
    await noteConfig(inputs, request.config);
    return judge(await measure(request, inputs, progress));
  }
  return measure(request, inputs, progress);
}

/** Reports that apply a disclosure rule to every count before anything is made of it. */
const DISCLOSING: readonly Request['command'][] = ['overlap', 'partners'];

/** Throws InputError for a rule on a report that cannot keep to it. */
export function refuseDisclosure({ command, disclosure }: ReportRequest): void {
  if (disclosure === undefined || DISCLOSING.includes(command)) return;
  throw new InputError({
    id: 'disclosure-not-supported',
    message: `${command} cannot keep to a disclosure rule, so it does not run with --disclosure`,
    hint: `${DISCLOSING.join(' and ')} can; or give it counts that are public`,
  });
}

/** The result of one report, rounded, not judged. */
export const measure = async (request: ReportRequest, inputs: Inputs, progress: Progress): Promise<Result> =>
  roundResult(await unrounded(request, inputs, progress));

/** The result of one report; the commonest is loaded by itself. */
async function unrounded(request: ReportRequest, inputs: Inputs, progress: Progress): Promise<Result> {
  if (request.command === 'overlap')
    return (await import('./reports/overlap.js')).runOverlap(request, inputs, progress);
  return (await import('./reports/further.js')).runFurther(request, inputs, progress);
}
