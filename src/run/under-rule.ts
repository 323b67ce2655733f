/**
 * A report under a disclosure rule: measured once for each thing that may be supposed of the withheld people, and told
 * as far as all of these agree.
 */
import { SUPPOSITIONS, type Disclosure } from '../layer/disclosure.js';
import { agreedResult } from '../result/agreed-result.js';
import type { Result } from '../result/result.js';
import { hasStory } from '../story/tell-story.js';
import { errorUnderRule } from './error-under-rule.js';
import type { ReportRequest } from './request.js';

/** Measures a request; `told` says whether its progress is. */
type Measuring = (request: ReportRequest, told: boolean) => Promise<Result>;

/** The result as it may be printed. Differencing tells no count and is measured once. */
export async function underRule(
  request: ReportRequest,
  disclosure: Disclosure,
  measuring: Measuring,
): Promise<Result> {
  try {
    if (request.command === 'differencing') return await measuring(request, true);
    const found: Result[] = [];
    for (const supposed of SUPPOSITIONS) {
      const rule: Disclosure = { ...disclosure, supposed };
      found.push(await measuring({ ...request, disclosure: rule }, found.length === 0));
    }
    return agreedResult(found as [Result, ...Result[]], disclosure, hasStory(request.command));
  } catch (error) {
    throw errorUnderRule(error);
  }
}
