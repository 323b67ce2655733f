/**
 * ReportList: the headlines of several reports, each with its table.
 */
import type { ReportList } from '../../../story/story.js';
import { escapeHtml } from '../escape.js';
import { listHead } from './list-head.js';
import { prose } from './prose.js';

/** The headlines as a list; those of a report with a table lead to it. */
export function reportList(
  { heading, rows }: ReportList,
  tableLink: (table: string | null) => string,
): string {
  const items = rows.map(({ title, headline, detail, table }) => {
    const link = tableLink(table);
    const text = link === '' ? prose(headline) : `<a href="${link}">${prose(headline)}</a>`;
    return `<li data-row><span class="report-title">${escapeHtml(title)}</span><span class="what">${text}</span>${detail === '' ? '' : `<span class="detail">${prose(detail)}</span>`}</li>`;
  });
  return `${listHead(heading, '')}<ol class="rows reports">${items.join('\n')}</ol>`;
}
