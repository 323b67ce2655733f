/**
 * The one way from a request to a result.
 *
 *     check the request ──► tell the desk ──► rules and baseline ──► load the ground ──► measure ──► make the result ──► judge
 *
 * The command line, a config file, the library and a page all come through here.
 */
import type { Result } from '../result/result.js';
import { checkRequest } from './check-request.js';
import { expectInputs, refuseMissing } from './expect-inputs.js';
import { withFilesOfFolders } from './files-of-folders.js';
import type { Inputs } from './inputs.js';
import { measure, type RunWishes } from './measure-report.js';
import type { Progress } from './report-steps.js';
import type { Request } from './request.js';

const silent: Progress = () => undefined;

/**
 * Carries a request out. Throws InputError for whatever is wrong with the request or its files; nothing is written.
 */
export async function run(
  asked: Request,
  given: Inputs,
  { progress = silent }: RunWishes = {},
): Promise<Result> {
  if (asked.command === 'report')
    return (await import('./judging.js')).runTogether(asked, given, { progress });
  checkRequest(asked);
  const request = asked.command === 'render' ? asked : await withFilesOfFolders(asked, given);
  await expectInputs(given, request);
  const inputs = given.forReport('allowTruncated' in request && request.allowTruncated === true);
  const isJudged = (request.rules ?? []).length > 0 || request.baseline !== undefined;
  if (request.command === 'render' || isJudged || request.config !== undefined) {
    const { openJudge, noteConfig, readSaved } = await import('./judging.js');
    const judge = await openJudge(inputs, request);
    if (request.command === 'render') return judge(await readSaved(inputs, request.path, 'result'));
    refuseMissing(inputs, request);
    await noteConfig(inputs, request.config);
    return judge(await measure(request, inputs, progress));
  }
  refuseMissing(inputs, request);
  return measure(request, inputs, progress);
}
