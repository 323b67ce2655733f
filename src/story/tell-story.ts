/**
 * The story of any result, by its command.
 */
import type { Result } from '../result/result.js';
import { tellAlign } from './align.js';
import { tellCheck } from './check.js';
import { tellCompare } from './compare.js';
import { tellCoverage } from './coverage.js';
import { tellDifferencing } from './differencing.js';
import { tellDerive } from './derive.js';
import { tellOverlap } from './overlap.js';
import { tellPartners } from './partners.js';
import { plainStory } from './plain-story.js';
import { tellReports } from './reports.js';
import { tellScenario } from './scenario.js';
import type { Story } from './story.js';
import { tellSuggest } from './suggest.js';

/** Tellers by command; a command without one opens with the first sentence of its summary. */
const TELLERS: Readonly<Record<string, (result: Result) => Story>> = {
  align: tellAlign,
  check: tellCheck,
  compare: tellCompare,
  coverage: tellCoverage,
  differencing: tellDifferencing,
  overlap: tellOverlap,
  partners: tellPartners,
  derive: tellDerive,
  scenario: tellScenario,
  suggest: tellSuggest,
};

/** What the first screen of a result says. */
export const tellStory = (result: Result): Story =>
  result.reports === undefined
    ? (TELLERS[result.command] ?? plainStory)(result)
    : tellReports(result, result.reports, tellStory);

/** Whether a command has a story of its own, so that its summary goes on from a headline that is made later. */
export const hasStory = (command: string): boolean => TELLERS[command] !== undefined;

/**
 * The result with the headline of its story as the first sentence of its summary. Reports without a teller have
 * written one themselves.
 */
export const openWithHeadline = (result: Result): Result =>
  hasStory(result.command) || result.reports !== undefined
    ? { ...result, summary: [`${tellStory(result).headline}.`, ...result.summary] }
    : result;
