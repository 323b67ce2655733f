/**
 * PlaceCard: who shares a place, those in part before those that take it in whole.
 */
import type { PlaceCard } from '../../../story/story.js';
import type { Lead } from './lead.js';
import { listHead } from './list-head.js';
import { prose } from './prose.js';
import { shareBar } from './share-bar.js';

/** The groups of partners as lists. */
export function placeCard({ groups, place }: PlaceCard, lead: Lead): string {
  const lists = groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ heading, rows }) => {
      const items = rows.map(
        ({ role, unit, extent, figure, detail, share }) =>
          `<li data-row class="${extent}"><span class="what">${lead(unit)}</span>${shareBar(share ?? null, extent === 'part' ? 'people' : 'place')}<span class="amount">${prose(figure)}</span><span class="detail"><strong>${extent}</strong> ${prose([role, detail].filter((text) => text !== '').join('; '))}</span></li>`,
      );
      return `${listHead(heading, '', 3)}<ul class="rows partners">${items.join('\n')}</ul>`;
    });
  return `<h2 class="for-readers">Partners of ${prose(place.name)}</h2>\n${lists.join('\n')}`;
}
