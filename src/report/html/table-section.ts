/**
 * The tables of the result: the first rows as plain HTML, which the script makes sortable and searchable.
 */
import type { Result } from '../../result/result.js';
import { columnTitle, tableTitle, type Table } from '../../result/table.js';
import { wholeText } from '../../trouble/count-text.js';
import { displayColumn, sayCell } from '../display-column.js';
import { isFigure } from '../../result/format-cell.js';
import { constantColumns, isBlank, rankColumns } from '../rank-columns.js';
import { escapeHtml } from './escape.js';
import { fileStem } from '../file-stem.js';
import type { PageContent } from './page-content.js';

/** Rows that stand in the document itself; the rest comes from the data when it is asked for. */
export const MOST_ROWS = 100;
/** Columns shown at first. */
const FIRST_COLUMNS = 8;

/** All tables as HTML, with the rows that the page carries; closed until one is asked for. */
export function tableSection(result: Result, content: PageContent): string {
  if (result.tables.length === 0) return '';
  return `<section aria-labelledby="tables">
<h2 id="tables">Full tables</h2>
${content.tables.map((table, t) => oneTable(result, table, t, content.rows[t]!)).join('\n')}
</section>`;
}

function oneTable(result: Result, table: Table, t: number, total: number): string {
  const { rows, columns } = table;
  const title = tableTitle(table);
  const said = constantColumns(table);
  const shown = columns.map((_, i) => i).filter((i) => !isBlank(table, i) && !said.includes(i));
  const first = new Set(rankColumns(table).slice(0, FIRST_COLUMNS));
  const head = headColumn(
    table,
    [...first].sort((x, y) => x - y),
  );
  const className = (i: number): string =>
    [
      isFigure(columns[i]!) ? 'figure' : '',
      first.has(i) ? '' : 'minor',
      columns[i]!.kind === 'text' ? 'words' : '',
    ]
      .filter((name) => name !== '')
      .join(' ');
  const attribute = (name: string): string => (name === '' ? '' : ` class="${name}"`);
  const texts = columns.map((column, i) =>
    shown.includes(i)
      ? displayColumn(
          rows.slice(0, MOST_ROWS).map((row) => row[i] ?? null),
          column,
        )
      : [],
  );
  const body = rows.slice(0, MOST_ROWS).map(
    (_, r) =>
      `<tr>${shown
        .map((i) => {
          // A row that is about nothing by name has no heading.
          const isHead = i === head && texts[i]![r] !== '';
          const tag = isHead ? 'th' : 'td';
          return `<${tag}${isHead ? ' scope="row"' : ''}${attribute(className(i))}>${escapeHtml(texts[i]![r]!)}</${tag}>`;
        })
        .join('')}</tr>`,
  );
  const headings = shown.map(
    (i) =>
      `<th scope="col" data-column="${i}"${i === head ? ' data-head="true"' : ''}${attribute(className(i))}>${escapeHtml(columnTitle(columns[i]!))}</th>`,
  );
  const same = said.map((i) => `${columnTitle(columns[i]!)} in every row: ${sayCell(table, i)}.`);
  const isEmpty = rows.length === 0;
  const isCut = rows.length < total;
  const file = `${fileStem(result.command)}-${table.name}.csv`;
  const cut = isCut ? `<p class="cut">${escapeHtml(cutText(rows.length, total, file))}</p>\n` : '';
  return `<details id="table-${t}" class="table" data-title="${escapeHtml(title)}" data-file="${escapeHtml(isCut ? `${fileStem(result.command)}-${table.name}-largest.csv` : file)}">
<summary><h3>${escapeHtml(title)}</h3> <span class="row-total">${wholeText(total)} ${total === 1 ? 'row' : 'rows'}</span></summary>
${cut}<div class="table-tools">
<label>Filter rows <input type="search" autocomplete="off" spellcheck="false"></label>
<button type="button" data-action="csv">${isCut ? 'Download these rows' : 'Download CSV'}</button>
${shown.length > first.size ? '<button type="button" data-action="columns" aria-pressed="false">All columns</button>' : ''}
<span class="row-count" role="status">${rows.length > MOST_ROWS ? `${wholeText(MOST_ROWS)} of ` : ''}${wholeText(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}</span>
</div>
<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}">
<table data-most="${MOST_ROWS}">
<caption><span>${escapeHtml(table.caption)}</span></caption>
<thead><tr>${headings.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>
${isEmpty ? '<p>No rows.</p>' : ''}${rows.length > MOST_ROWS ? `<button type="button" data-action="rows">Show all ${wholeText(rows.length)} rows</button>` : ''}
${same.length === 0 ? '' : `<p class="same">${escapeHtml(same.join(' '))}</p>`}
${columnNotes(table)}
</details>`;
}

/** What is said of a table of which the page carries the largest rows. */
const cutText = (shown: number, total: number, file: string): string =>
  `${shown === 0 ? `None of the ${wholeText(total)} rows is` : `The largest ${wholeText(shown)} of ${wholeText(total)} rows are`} on this page, to keep it small. All are in the CSV (-o ${file}); --full-page puts them here too.`;

/** The column that names the row: the first name shown, else the first column. */
function headColumn(table: Table, shown: readonly number[]): number {
  const wanted = table.name === 'overlap' ? [...shown].reverse() : shown;
  return wanted.find((i) => table.columns[i]!.kind === 'name') ?? shown[0] ?? 0;
}

function columnNotes(table: Table): string {
  const notes = table.columns.map(
    (column) =>
      `<div><dt>${escapeHtml(columnTitle(column))} <code>${escapeHtml(column.heading)}</code></dt><dd>${escapeHtml(column.description)}</dd></div>`,
  );
  return `<details class="notes"><summary>What the columns say</summary><dl>${notes.join('\n')}</dl></details>`;
}
