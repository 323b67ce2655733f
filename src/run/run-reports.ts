/**
 * Several reports in one run: files they share are opened, read and laid out once.
 */
import { combineResults, type NamedResult, type Titles } from '../result/combine-results.js';
import type { Result } from '../result/result.js';
import { openWithHeadline } from '../story/tell-story.js';
import { checkRequest } from './check-request.js';
import { expectInputs, refuseMissing } from './expect-inputs.js';
import { withFilesOfFolders } from './files-of-folders.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote } from '../trouble/note.js';
import { sayNotes } from '../trouble/say-notes.js';
import type { Inputs } from './inputs.js';
import { noteConfig, openJudge, readRules } from './judge.js';
import { measure, type RunWishes } from './measure-report.js';
import type { ReportRequest, ReportsRequest } from './request.js';
import { shareRules } from './share-rules.js';

/** Reports as one result, opened by the worst of their headlines; a lone one stays as it is. */
export const together = (reports: readonly NamedResult[], titles: Titles): Result => {
  const whole = combineResults(reports, titles);
  return reports.length === 1 ? whole : openWithHeadline(whole);
};

/** All reports as one result. */
export const runTogether = async (
  request: ReportsRequest,
  inputs: Inputs,
  wishes: RunWishes,
): Promise<Result> => together(await runReports(request, inputs, wishes), titlesOf(request));

/** The title of all reports and the line under it, where the request has them. */
export const titlesOf = ({ title, subtitle }: Pick<ReportsRequest, 'title' | 'subtitle'>): Titles => ({
  ...(title === undefined ? {} : { title }),
  ...(subtitle === undefined ? {} : { subtitle }),
});

/** Carries out several reports, each with its own rules judged. */
export async function runReports(
  asked: ReportsRequest,
  inputs: Inputs,
  { progress = () => undefined }: RunWishes = {},
): Promise<NamedResult[]> {
  checkRequest(asked);
  refuseMixed(asked);
  const request = await withFilesOfFolders(asked, inputs);
  await expectInputs(inputs, request);
  readRules(request.rules ?? []);
  const prepared = [];
  for (const { name, request: report } of request.reports) {
    const desk = inputs.forReport(report.allowTruncated);
    prepared.push({ name, report, desk, judge: await openJudge(desk, report) });
    await noteConfig(desk, request.config);
  }
  refuseMissing(inputs, request);
  const measured: Result[] = [];
  for (const [i, { name, report, desk }] of prepared.entries()) {
    const count = prepared.length === 1 ? '' : ` (${i + 1} of ${prepared.length})`;
    measured.push(await measure(report, desk, (text) => progress(`${name}${count}: ${text}`)));
  }
  const shares = shareRules(request, measured);
  const notes = ofSeveralCells(measured);
  return prepared.map(({ name, judge }, i) => {
    const result = judge(measured[i]!, shares[i]);
    return { name, result: { ...result, notes: [...result.notes, ...notes] } };
  });
}

/** What is to be known of reports under a rule that do not count people by the same layers. */
function ofSeveralCells(results: readonly Result[]): string[] {
  const cells = results
    .filter(({ disclosure }) => disclosure !== undefined)
    .map(({ layers }) =>
      layers
        .map(({ id }) => id)
        .sort()
        .join(' '),
    );
  return new Set(cells).size < 2 ? [] : sayNotes([makeNote('disclosure-several', null)]);
}

const countsPeople = (request: ReportRequest): boolean =>
  (request.people ?? []).length > 0 || 'registrations' in request || 'patients' in request;

/** Throws InputError where people are counted in some reports by another rule than in others, or openly. */
function refuseMixed({ reports }: ReportsRequest): void {
  const rules = new Set(
    reports
      .filter(({ request }) => countsPeople(request))
      .map(({ request: { disclosure } }) =>
        disclosure === undefined ? '' : `under=${disclosure.under},round=${disclosure.round}`,
      ),
  );
  if (rules.size < 2) return;
  throw new InputError({
    id: 'disclosure-mixed',
    message:
      'some reports of the run keep to another disclosure rule than others, or to none, and would tell what those keep back',
    hint: 'Give all reports of a run the same rule: disclosure at the head of the config file',
  });
}
