/**
 * The story of any result, by its command.
 */
import { layerWords } from '../result/layer-words.js';
import type { Result } from '../result/result.js';
import { listText } from '../trouble/count-text.js';
import type { Story } from './story.js';

/** Tellers by command; a command without one opens with the first sentence of its summary. */
const TELLERS: Readonly<Record<string, (result: Result) => Story>> = {};

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

/** The first sentence of the summary as a headline, nothing beside it. */
export function plainStory(result: Result): Story {
  const [headline = result.command] = result.summary;
  const words = result.layers.map((layer) => layerWords(layer, result).many);
  const title = listText(words);
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    headline: headline.replace(/\.$/, ''),
    subtitle: '',
    figures: [],
    bar: null,
    answer: null,
    map: null,
    footnotes: [],
  };
}
