/**
 * The story of a result that has no other: the first sentence of its summary, nothing beside it.
 */
import { layerWords } from '../result/layer-words.js';
import type { Result } from '../result/result.js';
import { listText } from '../trouble/count-text.js';
import { capital } from './number-text.js';
import type { Story } from './story.js';

/** The first sentence of the summary as a headline. */
export function plainStory(result: Result): Story {
  const [headline = result.command] = result.summary;
  return {
    title: capital(listText(result.layers.map((layer) => layerWords(layer, result).many))),
    headline: headline.replace(/\.$/, ''),
    subtitle: '',
    figures: [],
    bar: null,
    answer: null,
    map: null,
    footnotes: [],
  };
}
