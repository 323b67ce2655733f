/**
 * FigureStrip: the three figures under the headline.
 */
import type { StoryFigure } from '../../../story/story.js';
import { prose } from './prose.js';

/** The figures as a list, or '' where the story has none. */
export function figureStrip(figures: readonly StoryFigure[]): string {
  if (figures.length === 0) return '';
  const items = figures.map(
    ({ value, beside, text, tone }) =>
      `<li class="tone-${tone}"><p class="value"><strong>${prose(value)}</strong>${beside === '' ? '' : ` ${prose(beside)}`}</p><p>${prose(text)}</p></li>`,
  );
  const isCover = figures.some(({ tone }) => tone === 'one');
  return `<ul class="figure-strip${isCover ? ' cover' : ''}">${items.join('')}</ul>`;
}
