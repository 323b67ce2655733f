/**
 * ProposalMatrix: now and each proposal side by side, a row a question, a map above each column; on a phone tabs choose
 * the map and shade its column.
 */
import type { MatrixCell, ProposalMatrix } from '../../../story/story.js';
import { escapeHtml } from '../escape.js';
import type { SmallMapData } from '../client/small-map-data.js';
import { prose } from './prose.js';
import { smallMap } from './small-map.js';

/** The matrix; `maps` has what to draw above each column, nothing where there are no shapes. */
export function proposalMatrix(
  { columns, rows, same }: ProposalMatrix,
  maps: readonly SmallMapData[],
): string {
  const head = columns.map(
    ({ title }, c) => `<th scope="col" role="columnheader" data-column-of="${c}">${escapeHtml(title)}</th>`,
  );
  const body = rows.map(
    ({ question, detail, cells }) =>
      `<tr role="row"><th scope="row" role="rowheader">${prose(question)}${detail === '' ? '' : `<span class="detail">${prose(detail)}</span>`}</th>${cells.map(cellOf).join('')}</tr>`,
  );
  return `<h2 class="for-readers">Now and proposed</h2>
${maps.length === 0 ? '' : mapRow(columns, maps)}
<table role="table" class="matrix columns-${columns.length}${maps.length === 0 ? '' : ' with-maps'}">
<caption class="for-readers">Each row a question, each column now or a proposal</caption>
<colgroup><col class="questions">${'<col>'.repeat(columns.length)}</colgroup>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><span class="for-readers">Question</span></th>${head.join('')}</tr></thead>
<tbody role="rowgroup">${body.join('\n')}</tbody>
</table>
${same === null ? '' : sameInAll(same)}`;
}

function cellOf({ value, detail, change }: MatrixCell, c: number): string {
  const verdict = change?.verdict ?? null;
  const said =
    change === null
      ? ''
      : `<span class="change${verdict === null ? '' : ` ${verdict}`}"><span aria-hidden="true">${change.arrow}</span> ${prose(change.text)}</span>`;
  const second = `${detail === '' ? '' : `${prose(detail)} `}${said}`;
  return `<td role="cell" data-column-of="${c}"><strong>${prose(value)}</strong>${second === '' ? '' : `<span class="detail">${second}</span>`}</td>`;
}

function mapRow(columns: ProposalMatrix['columns'], maps: readonly SmallMapData[]): string {
  const tabs = columns.map(
    ({ title }, c) =>
      `<button type="button" role="tab" id="tab-${c}" aria-controls="proposal-${c}" aria-selected="${c === 0}"${c === 0 ? '' : ' tabindex="-1"'}>${escapeHtml(title)}</button>`,
  );
  const figures = columns.map(
    ({ title, subtitle }, c) =>
      `<figure id="proposal-${c}"${c === 0 ? ' class="on"' : ''}><figcaption><strong>${escapeHtml(title)}</strong> ${prose(subtitle)}</figcaption>${maps[c] === undefined ? '' : smallMap(maps[c], `Map: ${title}`)}</figure>`,
  );
  return `<div class="tabs" role="tablist" aria-label="Map shown">${tabs.join('')}</div>
<div class="proposal-maps columns-${columns.length}">${figures.join('\n')}</div>`;
}

function sameInAll({ text, rows }: NonNullable<ProposalMatrix['same']>): string {
  const items = rows.map(
    ({ question, value }) => `<div><dt>${prose(question)}</dt><dd>${prose(value)}</dd></div>`,
  );
  return `<details class="same-in-all"><summary>${prose(text)}</summary><dl>${items.join('')}</dl></details>`;
}
