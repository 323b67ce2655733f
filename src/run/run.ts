/**
 * The one way from a request to a result.
 *
 *     check the request ──► tell the desk ──► load the ground ──► measure ──► make the result ──► judge
 *
 * The command line, a config file, the library and a page all come through here.
 */
import { combineResults, type NamedResult } from '../result/combine-results.js';
import type { Result } from '../result/result.js';
import { roundResult } from '../result/round-result.js';
import { checkRequest } from './check-request.js';
import { expectInputs } from './expect-inputs.js';
import { nameOf } from './files.js';
import type { Inputs } from './inputs.js';
import { openJudge, readSaved } from './judge.js';
import type { Progress } from './report-steps.js';
import { InputError } from '../trouble/input-error.js';
import type { ReportRequest, ReportsRequest, Request } from './request.js';

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
  inputs: Inputs,
  { progress = silent }: RunWishes = {},
): Promise<Result> {
  if (request.command === 'report') return combineResults(await runReports(request, inputs, { progress }));
  checkRequest(request);
  if (request.command !== 'render') refuseDisclosure(request);
  await expectInputs(inputs, request);
  const judge = await openJudge(inputs, request);
  if (request.command === 'render') return judge(await readSaved(inputs, request.path, 'result'));
  if (request.config !== undefined) await noteConfig(inputs, request.config);
  return judge(await measure(request, inputs, progress));
}

/** Carries out several reports, each with its own rules judged; files they share are opened, read and laid out once. */
export async function runReports(
  request: ReportsRequest,
  inputs: Inputs,
  { progress = silent }: RunWishes = {},
): Promise<NamedResult[]> {
  checkRequest(request);
  for (const report of request.reports) refuseDisclosure(report.request);
  await expectInputs(inputs, request);
  const prepared = [];
  for (const { name, request: report } of request.reports) {
    const desk = inputs.forReport();
    prepared.push({ name, report, desk, judge: await openJudge(desk, report) });
    if (request.config !== undefined) await noteConfig(desk, request.config);
  }
  const measured: Result[] = [];
  for (const { name, report, desk } of prepared) {
    measured.push(await measure(report, desk, (text) => progress(`${name}: ${text}`)));
  }
  const { shareRules } = await import('./share-rules.js');
  const shares = shareRules(request, measured);
  return prepared.map(({ name, judge }, i) => ({ name, result: judge(measured[i]!, shares[i]) }));
}

async function noteConfig(inputs: Inputs, path: string): Promise<void> {
  const { seal } = await inputs.open(path, 'config').bytes();
  inputs.record({ id: 'config', role: 'config', file: nameOf(path), format: 'yaml', seal });
}

/** Reports that apply a disclosure rule to every count before anything is made of it. */
const DISCLOSING: readonly Request['command'][] = ['overlap', 'partners'];

function refuseDisclosure({ command, disclosure }: ReportRequest): void {
  if (disclosure === undefined || DISCLOSING.includes(command)) return;
  throw new InputError({
    id: 'disclosure-not-supported',
    message: `${command} cannot keep to a disclosure rule, so it does not run with --disclosure`,
    hint: `${DISCLOSING.join(' and ')} can; or give it counts that are public`,
  });
}

/** The result of one report, rounded, not judged. */
const measure = async (request: ReportRequest, inputs: Inputs, progress: Progress): Promise<Result> =>
  roundResult(await unrounded(request, inputs, progress));

/** The result of one report. Each is loaded only when it is wanted. */
async function unrounded(request: ReportRequest, inputs: Inputs, progress: Progress): Promise<Result> {
  switch (request.command) {
    case 'overlap':
      return (await import('./reports/overlap.js')).runOverlap(request, inputs, progress);
    case 'align':
      return (await import('./reports/align.js')).runAlign(request, inputs, progress);
    case 'coverage':
      return (await import('./reports/coverage.js')).runCoverage(request, inputs, progress);
    case 'partners':
      return (await import('./reports/partners.js')).runPartners(request, inputs, progress);
    case 'check':
      return (await import('./reports/check.js')).runCheck(request, inputs, progress);
    case 'compare':
      return (await import('./reports/compare.js')).runCompare(request, inputs, progress);
    case 'scenario':
      return (await import('./reports/scenario.js')).runScenario(request, inputs, progress);
    case 'suggest':
      return (await import('./reports/suggest.js')).runSuggest(request, inputs, progress);
    case 'derive':
      return (await import('./reports/derive.js')).runDerive(request, inputs, progress);
  }
}
