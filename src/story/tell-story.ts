/**
 * The story of any result, by its command.
 */
import type { Result } from '../result/result.js';
import { tellCompare } from './compare.js';
import { plainStory } from './plain-story.js';
import { tellScenario } from './scenario.js';
import type { Story } from './story.js';

/** Tellers by command; a command without one opens with the first sentence of its summary. */
const TELLERS: Readonly<Record<string, (result: Result) => Story>> = {
  compare: tellCompare,
  scenario: tellScenario,
};

/** What the first screen of a result says. */
export const tellStory = (result: Result): Story => (TELLERS[result.command] ?? plainStory)(result);

/**
 * The result with the headline of its story as the first sentence of its summary. Reports without a teller have
 * written one themselves.
 */
export const openWithHeadline = (result: Result): Result =>
  TELLERS[result.command] === undefined
    ? result
    : { ...result, summary: [`${tellStory(result).headline}.`, ...result.summary] };
