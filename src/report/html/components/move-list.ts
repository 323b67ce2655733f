/**
 * MoveList: what changed hands, numbered as on the map; a small map each where there are shapes, flows where not.
 */
import type { Move, MoveList } from '../../../story/story.js';
import { wholeText } from '../../../trouble/count-text.js';
import type { Lead } from './lead.js';
import { listHead } from './list-head.js';
import { moveFlows } from './move-flows.js';
import { prose } from './prose.js';
import { smallMap } from './small-map.js';

/** Moves that are listed and have a map; the others are in the full table. */
const MOST_MOVES = 12;

/** The list; `layers` are those that the page draws, by number. */
export function moveList(
  { heading, moves, stays, unchanged, table }: MoveList,
  lead: Lead,
  layers: readonly string[],
  tableLink: (table: string | null) => string,
): string {
  const shown = moves.slice(0, MOST_MOVES);
  const flows = layers.length === 0 ? moveFlows(moves, stays, lead) : '';
  const link = tableLink(table);
  const more =
    link === '' || moves.length <= MOST_MOVES
      ? ''
      : `<p class="all"><a href="${link}">All ${wholeText(moves.length)} in the full table</a></p>`;
  const items = shown.map((move) => `<li data-row>${mapOf(move, layers)}${textOf(move, lead)}</li>`);
  return `${listHead(heading, '')}
${flows}<ol class="moves${flows === '' ? '' : ' if-narrow'}">${items.join('\n')}</ol>${more}
${unchanged === '' ? '' : `<p class="unchanged">${prose(unchanged)}</p>`}`;
}

function textOf({ number, from, to, figure, detail }: Move, lead: Lead): string {
  const way = [from, to].flatMap((unit) => (unit === null ? [] : [lead(unit)]));
  const arrow = ' <span aria-hidden="true">→</span><span class="for-readers"> to </span> ';
  return `<span class="number">${number}</span><span class="what">${way.join(arrow)}</span><span class="amount">${prose(figure)}</span><span class="detail">${prose(detail)}</span>`;
}

function mapOf({ number, from, to }: Move, layers: readonly string[]): string {
  if (from === null || to === null) return '';
  const [before, after] = [layers.indexOf(from.layer), layers.indexOf(to.layer)];
  if (before < 0 || after < 0) return '';
  return smallMap(
    { kind: 'move', number, from: [before, from.code, from.name], to: [after, to.code, to.name] },
    `Map of piece ${number}: from ${from.name} to ${to.name}`,
  );
}
