/**
 * The story of any result, by its command.
 */
import type { Result } from '../result/result.js';
import { tellAlign } from './align.js';
import { tellCheck } from './check.js';
import { tellCompare } from './compare.js';
import { tellCoverage } from './coverage.js';
import { tellDerive } from './derive.js';
import { tellDifferencing } from './differencing.js';
import { tellNeighbourhoods } from './neighbourhoods.js';
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
  derive: tellDerive,
  differencing: tellDifferencing,
  overlap: tellOverlap,
  partners: tellPartners,
  scenario: tellScenario,
  suggest: tellSuggest,
  'suggest neighbourhoods': tellNeighbourhoods,
};

/** Stories that were told, by their result, which does not change: every face opens with the same. */
const told = new WeakMap<Result, Story>();

/** What the first screen of a result says. */
export function tellStory(result: Result): Story {
  const story =
    told.get(result) ??
    (result.reports === undefined
      ? (TELLERS[result.command] ?? plainStory)(result)
      : tellReports(result, result.reports, tellStory));
  told.set(result, story);
  return story;
}

/** Whether a command has a story of its own, so that its summary goes on from a headline that is made later. */
export const hasStory = (command: string): boolean => TELLERS[command] !== undefined;

/**
 * The result with the headline of its story as the first sentence of its summary. Reports without a teller have
 * written one themselves.
 */
export function openWithHeadline(result: Result): Result {
  if (!hasStory(result.command) && result.reports === undefined) return result;
  const story = tellStory(result);
  const opened = { ...result, summary: [`${story.headline}.`, ...result.summary] };
  // Of a summary a story reads the first sentence at most, and that is its headline now.
  told.set(opened, story);
  return opened;
}
