/**
 * FigureStrip: the three figures under the headline.
 */
import type { StoryFigure } from '../../../story/story.js';
import { prose } from './prose.js';

/** What a figure counts; what is said beside it after a semicolon has no room on a phone. */
function clauses(text: string): string {
  const [first = '', ...others] = text.split('; ');
  return others.length === 0
    ? prose(first)
    : `${prose(first)}<span class="aside">; ${prose(others.join('; '))}</span>`;
}

/** The figures as a list, or '' where the story has none. */
export function figureStrip(figures: readonly StoryFigure[]): string {
  if (figures.length === 0) return '';
  const items = figures.map(
    ({ value, beside, text, tone }) =>
      `<li class="tone-${tone}"><p class="value"><strong>${prose(value)}</strong>${beside === '' ? '' : ` ${prose(beside)}`}</p><p>${clauses(text)}</p></li>`,
  );
  const isCover = figures.some(({ tone }) => tone === 'one');
  return `<ul class="figure-strip${isCover ? ' cover' : ''}">${items.join('')}</ul>`;
}
