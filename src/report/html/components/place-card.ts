/**
 * PlaceCard: who shares a place, those in part before those that take it in whole.
 */
import type { PlaceCard, VintagesBeside } from '../../../story/story.js';
import type { Lead } from './lead.js';
import { listHead } from './list-head.js';
import { prose } from './prose.js';
import { shareBar } from './share-bar.js';

/** The groups of partners as lists. */
export function placeCard({ groups, place, vintages }: PlaceCard, lead: Lead): string {
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
  return `<h2 class="for-readers">Partners of ${prose(place.name)}</h2>\n${[...lists, ...vintages.map(besideEachOther)].join('\n')}`;
}

/** Two vintages of a layer as a table. */
function besideEachOther({ heading, moments, rows }: VintagesBeside): string {
  const body = rows.map(
    ({ name, before, after, standing }) =>
      `<tr><th scope="row">${prose(name)}</th><td>${prose(before)}</td><td>${prose(after)}</td><td>${prose(standing)}</td></tr>`,
  );
  return `${listHead(heading, '', 3)}<table class="beside"><caption class="for-readers">${prose(heading)}</caption><thead><tr><th scope="col">Partner</th><th scope="col">${prose(moments[0])}</th><th scope="col">${prose(moments[1])}</th><th scope="col">Change</th></tr></thead><tbody>${body.join('')}</tbody></table>`;
}
