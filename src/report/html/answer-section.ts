/**
 * The answer of the story: search, list, and the card that takes the list's place.
 *
 *     ┌ map ─────────┐ ┌ search ───┐
 *     │              │ │ list      │     what is wide (proposals, findings) stands above the map
 *     └──────────────┘ └───────────┘
 */
import type { Result } from '../../result/result.js';
import { unitNouns } from '../../result/layer-words.js';
import type { Answer, Story } from '../../story/story.js';
import { findingList } from './components/finding-list.js';
import { leadTo } from './components/lead.js';
import { moveList } from './components/move-list.js';
import { placeCard } from './components/place-card.js';
import { proposalMatrix } from './components/proposal-matrix.js';
import { rankedList } from './components/ranked-list.js';
import { reportList } from './components/report-list.js';
import { timelineChart } from './components/timeline-chart.js';
import { escapeHtml } from './escape.js';
import { listText, withArticle } from '../../trouble/count-text.js';
import { proposalMaps } from './proposal-maps.js';

/** Answers that take the whole width and have maps of their own. */
export const isWide = ({ answer }: Story): boolean =>
  answer?.kind === 'matrix' || answer?.kind === 'findings' || answer?.kind === 'timeline';

/** The section as HTML; `layers` are those of the page by number. */
export function answerSection(result: Result, { answer }: Story, layers: readonly string[]): string {
  const search = layers.length === 0 ? '' : searchField(result, layers);
  const list = `<div id="list">${answer === null ? '' : answerList(result, answer, layers)}</div>`;
  // A wide answer without maps beside which a field has room comes first.
  const isFirst =
    answer?.kind === 'findings' ||
    answer?.kind === 'timeline' ||
    (answer?.kind === 'matrix' && result.map === undefined);
  return `<div class="side">
${isFirst ? `${list}\n${search}` : `${search}\n${list}`}
<div id="found" hidden></div>
<div id="card" hidden></div>
</div>`;
}

function answerList(result: Result, answer: Answer, layers: readonly string[]): string {
  const lead = leadTo(layers);
  const tableLink = (name: string | null): string => {
    const t = result.tables.findIndex((table) => table.name === name);
    return t < 0 ? '' : `#table-${t}`;
  };
  const drawn = result.map === undefined ? [] : layers;
  switch (answer.kind) {
    case 'list':
      return rankedList(answer, lead, tableLink);
    case 'moves':
      return moveList(answer, lead, drawn, tableLink);
    case 'matrix':
      return proposalMatrix(answer, proposalMaps(result, layers));
    case 'place':
      return placeCard(answer, lead);
    case 'findings':
      return findingList(answer, lead, drawn, tableLink);
    case 'reports':
      return reportList(answer, tableLink);
    case 'timeline':
      return timelineChart(answer);
  }
}

function searchField(result: Result, layers: readonly string[]): string {
  const words = [
    ...new Set(
      layers.flatMap((id) => {
        const layer = result.layers.find((each) => each.id === id);
        return layer === undefined ? [] : [unitNouns(layer).one];
      }),
    ),
  ];
  const said = words.length > 3 ? 'place' : listText([...words].reverse(), 'or');
  return `<div class="search"><label for="search" class="for-readers">Find ${escapeHtml(withArticle(said))}</label><input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="Find ${escapeHtml(withArticle(said))}" data-words="${escapeHtml(said)}"></div>`;
}
