/**
 * TopLine: what the report is called, where to read on, what can be taken along.
 */
import type { Table } from '../../../result/table.js';
import { escapeHtml } from '../escape.js';
import { tableTitle } from '../table-section.js';

/** The top line as HTML; the picture is offered where the page holds one. */
export function topLine(title: string, tables: readonly Table[], hasPicture: boolean): string {
  const links = [
    ...(tables.length === 0 ? [] : ['<li><a href="#tables">Full tables</a></li>']),
    '<li><a href="#method">Method</a></li>',
  ];
  const files = [
    ...tables.map(
      (table, t) =>
        `<li><button type="button" data-save-table="${t}">${escapeHtml(tableTitle(table))} (CSV)</button></li>`,
    ),
    ...(hasPicture ? ['<li><button type="button" id="save-picture">Picture (SVG)</button></li>'] : []),
  ];
  const download =
    files.length === 0
      ? ''
      : `<details class="menu"><summary>Download</summary><ul>${files.join('')}</ul></details>`;
  const withTables =
    tables.length === 0
      ? ''
      : '<li><label class="switch"><input type="checkbox" id="print-tables"> with the full tables</label></li>';
  return `<header class="top-line">
<p class="report-name">${escapeHtml(title)}</p>
<a class="to-search" href="#search" hidden>Find</a>
<button type="button" id="menu" aria-expanded="false" aria-controls="top-menu">Menu</button>
<div id="top-menu">
<nav aria-label="On this page"><ul>${links.join('')}</ul></nav>
${download}
<details class="menu"><summary>Print</summary><ul><li><button type="button" id="print">Print this page</button></li>${withTables}</ul></details>
<button type="button" id="theme" class="plain">Dark</button>
</div>
</header>`;
}
