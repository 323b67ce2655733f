/**
 * The story of a result that has no other: the first sentence of its summary as a headline, nothing beside it.
 */
import { layerWords } from '../result/layer-words.js';
import type { Result } from '../result/result.js';
import { listText } from '../trouble/count-text.js';
import type { Story } from './story.js';

/** The headline alone. */
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
