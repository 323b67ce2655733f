/**
 * RankedList: units by rank, in groups; on paper a table with the main partner and the others side by side.
 */
import { shareText } from '../../../story/share-text.js';
import type { RankedList, RankedRow } from '../../../story/story.js';
import { wholeText } from '../../../trouble/count-text.js';
import { escapeHtml } from '../escape.js';
import type { Lead } from './lead.js';
import { listHead } from './list-head.js';
import { prose } from './prose.js';
import { shareBar } from './share-bar.js';

/** Rows of the list; the others are in the full table. */
const MOST_ROWS = 12;

/** The list; `tableLink` is where a table of the result stands on the page, '' for none. */
export function rankedList(
  list: RankedList,
  lead: Lead,
  tableLink: (table: string | null) => string,
): string {
  const all = list.groups.flatMap(({ rows }) => rows);
  if (all.length === 0) return `${listHead(list.heading, '')}<p class="empty">${prose(list.empty)}</p>`;
  const isGrouped = list.groups.some(({ heading }) => heading !== null);
  let left = MOST_ROWS;
  const groups = list.groups.map(({ heading, rows }, g) => {
    const shown = rows.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) return '';
    const aside = g === 0 ? list.aside : '';
    const head =
      heading === null
        ? g === 0 && isGrouped
          ? listHead(list.heading, aside, 3)
          : ''
        : listHead(heading, aside, 3);
    return `${head}<ol class="rows">${shown.map((row, r) => rowOf(row, r + 1, lead)).join('\n')}</ol>`;
  });
  const link = tableLink(list.table);
  const more =
    link === '' || all.length <= MOST_ROWS
      ? ''
      : `<p class="all"><a href="${link}">All ${wholeText(all.length)} in the full table</a></p>`;
  return `${isGrouped ? `<h2 class="for-readers">${prose(list.heading)}</h2>` : listHead(list.heading, list.aside)}
${groups.join('\n')}${more}
${onPaper(list, all.slice(0, MOST_ROWS))}`;
}

function rowOf({ unit, figure, share, detail, tone }: RankedRow, rank: number, lead: Lead): string {
  return `<li data-row><span class="rank" aria-hidden="true">${rank}</span><span class="what">${lead(unit)}</span>${shareBar(share, tone ?? 'people')}<span class="amount">${prose(figure)}</span>${detail === '' ? '' : `<span class="detail">${prose(detail)}</span>`}</li>`;
}

/** Partners side by side, where the list has any. */
function onPaper(list: RankedList, rows: readonly RankedRow[]): string {
  if (!rows.some(({ partners }) => partners.length > 1)) return '';
  const body = rows.map(({ unit, partners, figure, share }) => {
    const [main, ...others] = partners.map(({ name }) => name);
    const part = share === null ? '' : shareText(share);
    return `<tr><th scope="row">${escapeHtml(unit.name)}</th><td>${escapeHtml(main ?? '')}</td><td>${escapeHtml(others.join('; '))}</td><td class="figure">${prose(figure)}</td><td class="figure">${prose(part)}</td></tr>`;
  });
  return `<table class="on-paper"><caption>${prose(list.heading)}</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Mainly in</th><th scope="col">Also in</th><th scope="col" class="figure">${prose(list.heading)}</th><th scope="col" class="figure">Share</th></tr></thead>
<tbody>${body.join('\n')}</tbody></table>`;
}
