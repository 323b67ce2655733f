/**
 * FindingList: what was found in files, worst first, and what to do; a map for each file above it.
 */
import type { FindingList } from '../../../story/story.js';
import { fileMarks, MARK_WORDS, type FileMark } from '../../map/people-map/file-marks.js';
import { escapeHtml } from '../escape.js';
import type { Lead } from './lead.js';
import { prose } from './prose.js';
import { smallMap } from './small-map.js';

const SEVERITIES = { error: 'Error', warning: 'Warning', info: 'For information' };

/** The maps and the list; `layers` are those whose shapes the page carries. */
export function findingList(
  { rows, files }: FindingList,
  lead: Lead,
  layers: readonly string[],
  tableLink: (table: string | null) => string,
): string {
  const found = (row: FindingList['rows'][number]): string => {
    const [first] = row.units;
    const link = first === undefined ? '' : lead({ ...first, name: row.found });
    if (link.startsWith('<a')) return link;
    const table = tableLink('check');
    return table === '' ? prose(row.found) : `<a href="${table}">${prose(row.found)}</a>`;
  };
  const body = rows.map(
    (row) =>
      `<tr role="row" data-row class="severity-${row.severity}"><td role="cell" class="severity">${SEVERITIES[row.severity]}</td><th scope="row" role="rowheader">${found(row)}${row.detail === '' ? '' : `<span class="detail">${prose(row.detail)}</span>`}</th><td role="cell" class="file">${escapeHtml(row.file)}</td><td role="cell" class="todo"><span class="if-narrow">To do: </span>${prose(row.todo)}</td></tr>`,
  );
  const table =
    rows.length === 0
      ? ''
      : `<table role="table" class="findings">
<caption class="for-readers">What was found, worst first</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">How bad</th><th scope="col" role="columnheader">What was found</th><th scope="col" role="columnheader">File</th><th scope="col" role="columnheader">What to do</th></tr></thead>
<tbody role="rowgroup">${body.join('\n')}</tbody>
</table>`;
  return `<h2 class="for-readers">What was found</h2>
${table === '' ? fileMaps(files, rows, layers) : `${fileMaps(files, rows, layers)}\n${table}`}`;
}

/** What the marks on a map mean, of those that are on it. */
function markKey(marks: readonly FileMark[]): string {
  const keys = [
    ...(marks.some(([, , hectares]) => hectares !== null)
      ? [`<span class="mark-fault" aria-hidden="true">●</span> ${MARK_WORDS.fault}`]
      : []),
    ...(marks.some(([, , hectares]) => hectares === null)
      ? [`<span class="mark-cross" aria-hidden="true">✕</span> ${MARK_WORDS.cross}`]
      : []),
  ];
  return keys.length === 0 ? '' : ` On the map: ${keys.join(', ')}.`;
}

function fileMaps(files: FindingList['files'], rows: FindingList['rows'], layers: readonly string[]): string {
  const items = files.map(({ layer, title, verdict, tone, text }) => {
    const number = layers.indexOf(layer);
    const marks = fileMarks(rows, layer);
    const map =
      number < 0 ? '' : smallMap({ kind: 'file', layer: number, marks }, `Map of ${title}: ${verdict}`);
    return `<li class="tone-${tone}"><div class="list-head"><h3>${escapeHtml(title)}</h3><p><strong>${escapeHtml(verdict)}</strong></p></div>${map}<p class="detail">${prose(text)}${map === '' ? '' : markKey(marks)}</p></li>`;
  });
  return items.length === 0
    ? ''
    : `<ul class="files columns-${Math.min(items.length, 3)}">${items.join('\n')}</ul>`;
}
