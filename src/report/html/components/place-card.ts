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
      const most = Math.max(...rows.map(({ share }) => share ?? 0));
      const tone = ({ extent, share }: (typeof rows)[number]): 'people' | 'one' | 'place' =>
        extent === 'whole' ? 'place' : rows.length > 1 && share === most ? 'one' : 'people';
      const items = rows.map((row) => {
        const { unit, extent, figure, detail, share } = row;
        return `<li data-row class="${extent}"><span class="what">${lead(unit)}</span>${shareBar(share, tone(row))}<span class="amount">${prose(figure)}</span><span class="detail"><strong>${extent}</strong> ${prose(detail)}</span></li>`;
      });
      return `${listHead(heading, '', 3)}<ul class="rows partners">${items.join('\n')}</ul>`;
    });
  return `<h2 class="for-readers">Partners of ${prose(place.name)}</h2>\n${lists.join('\n')}`;
}
