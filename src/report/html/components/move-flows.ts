/**
 * Moves as flows: units before on the left, after on the right, as wide as the people who go from one to the other.
 *
 *     North West London 2,092,982 ▌══════▐ West and North London 3,503,332
 *   North Central London 1,410,350 ▌═════▐   2,092,982  North West London
 */
import { shareText } from '../../../story/share-text.js';
import type { Move, MoveList, UnitRef } from '../../../story/story.js';
import { formatNumber } from '../../../result/format-number.js';
import { wholeText } from '../../../trouble/count-text.js';
import { escapeHtml } from '../escape.js';
import type { Lead } from './lead.js';
import { wrapText } from '../../text-width.js';
import { orderFlows, type Edge } from './order-flows.js';

/** More flows than this are no picture; the list has them. */
const MOST_FLOWS = 40;
/** Pixels of all people together, between units, of a line of small text. */
const [ALL_PEOPLE, GAP, LINE] = [300, 10, 16];
/** Letters of a name on one line at the left. */
const LEFT_LETTERS = 38;
const [LEFT, RIGHT, WIDTH, BAR] = [436, 907, 1360, 8];

interface Node {
  readonly unit: UnitRef;
  readonly moves: Flow[];
  people: number;
  y: number;
}
interface Flow {
  readonly kind: Move['kind'] | 'stays';
  readonly people: number;
  readonly from: Node;
  readonly to: Node;
}

/** The flows as an SVG drawing, or '' where they are too many, or people or an end of one is not known. */
export function moveFlows(moves: readonly Move[], stays: MoveList['stays'], lead: Lead): string {
  if (moves.length === 0 || moves.length > MOST_FLOWS) return '';
  const [froms, tos, flows]: [Node[], Node[], Flow[]] = [[], [], []];
  for (const { kind, from, to, people } of [
    ...moves,
    ...stays.map((stay) => ({ ...stay, kind: 'stays' as const })),
  ]) {
    if (from === null || to === null || people === null) return '';
    const flow = { kind, people, from: nodeOf(froms, from), to: nodeOf(tos, to) };
    flows.push(flow);
    for (const node of [flow.from, flow.to]) {
      node.moves.push(flow);
      node.people += people;
    }
  }
  const scale = ALL_PEOPLE / flows.reduce((sum, { people }) => sum + people, 0);
  const edges = flows.map(({ from, to }): Edge => [froms.indexOf(from), tos.indexOf(to)]);
  let top = 40;
  for (const group of orderFlows(edges)) {
    const left = group.from.map((n) => froms[n]!);
    const right = group.to.map((n) => tos[n]!);
    const heights = [
      stackHeight(left, (node) => Math.max(node.people * scale, 20)),
      stackHeight(right, (node) => Math.max(node.people * scale, 20 + LINE * node.moves.length)),
    ];
    const height = Math.max(...heights);
    stack(left, top + (height - heights[0]!) / 2, (node) => Math.max(node.people * scale, 20));
    stack(right, top + (height - heights[1]!) / 2, (node) =>
      Math.max(node.people * scale, 20 + LINE * node.moves.length),
    );
    top += height + 2 * GAP;
  }
  return `<svg class="flows if-wide" viewBox="0 0 ${WIDTH} ${px(top)}" role="group" aria-label="Flows of people">
${keyOf(flows)}
${flowPaths(froms, tos, flows, scale)}
${froms.map((node) => leftLabel(node, scale)).join('\n')}
${tos.map((node) => rightLabel(node, scale, lead)).join('\n')}
</svg>`;
}

function nodeOf(nodes: Node[], unit: UnitRef): Node {
  const found = nodes.find((node) => node.unit.code === unit.code && node.unit.layer === unit.layer);
  if (found !== undefined) return found;
  const node: Node = { unit, moves: [], people: 0, y: 0 };
  nodes.push(node);
  return node;
}

const stackHeight = (nodes: readonly Node[], height: (node: Node) => number): number =>
  nodes.reduce((sum, node) => sum + height(node) + GAP, -GAP);

function stack(nodes: readonly Node[], top: number, height: (node: Node) => number): void {
  let y = top;
  for (const node of nodes) {
    node.y = y;
    y += height(node) + GAP;
  }
}

/** `all`, `79 %`: the part of a unit before that a piece is. */
const partText = (own: number, all: number): string => (own === all ? 'all' : shareText(own / all));

const px = (value: number): string => formatNumber(value, 1);

function flowPaths(
  froms: readonly Node[],
  tos: readonly Node[],
  flows: readonly Flow[],
  scale: number,
): string {
  const [starts, ends] = [new Map<Flow, number>(), new Map<Flow, number>()];
  const lay = (nodes: readonly Node[], other: (flow: Flow) => Node, places: Map<Flow, number>): void => {
    for (const node of nodes) {
      let y = node.y;
      for (const flow of [...node.moves].sort((p, q) => other(p).y - other(q).y)) {
        places.set(flow, y);
        y += flow.people * scale;
      }
    }
  };
  lay(froms, ({ to }) => to, starts);
  lay(tos, ({ from }) => from, ends);
  const middle = (LEFT + RIGHT) / 2;
  const bars = [
    ...froms.map((node) => [LEFT, node] as const),
    ...tos.map((node) => [RIGHT, node] as const),
  ].map(
    ([x, node]) =>
      `<rect class="flow-bar" x="${x}" y="${px(node.y)}" width="${BAR}" height="${px(Math.max(node.people * scale, 1))}"/>`,
  );
  const paths = flows.map((flow) => {
    const [a, b, wide] = [starts.get(flow)!, ends.get(flow)!, Math.max(flow.people * scale, 1)];
    const [x, z] = [LEFT + BAR, RIGHT];
    return `<path class="flow ${kindOf(flow)}" d="M${x} ${px(a)}C${middle} ${px(a)} ${middle} ${px(b)} ${z} ${px(b)}V${px(b + wide)}C${middle} ${px(b + wide)} ${middle} ${px(a + wide)} ${x} ${px(a + wide)}Z"/>`;
  });
  return `<g aria-hidden="true">${paths.join('')}${bars.join('')}</g>`;
}

const kindOf = ({ kind }: Flow): keyof typeof KINDS =>
  kind === 'stays' ? 'stays' : kind === 'merged whole' || kind === 'renamed' ? 'whole' : 'part';

/** Kinds of flows in the order of the key. */
const KINDS = { whole: 'merged whole', part: 'part of a split unit', stays: 'stays' } as const;

function keyOf(flows: readonly Flow[]): string {
  const drawn = new Set(flows.map(kindOf));
  const kinds = (['whole', 'part', 'stays'] as const).filter((kind) => drawn.has(kind));
  return `<g aria-hidden="true">${kinds
    .map(
      (kind, i) =>
        `<rect class="flow ${kind}" x="${490 + 150 * i}" y="6" width="26" height="13"/><text class="small" x="${524 + 150 * i}" y="17">${KINDS[kind]}</text>`,
    )
    .join('')}</g>`;
}

function leftLabel({ unit, people, y }: Node, scale: number): string {
  const lines = wrapText(unit.name, LEFT_LETTERS);
  const middle = y + Math.max(people * scale, 1) / 2 + 5 - (LINE / 2) * (lines.length - 1);
  const spans = lines.map(
    (line, i) =>
      `<tspan class="strong" x="${LEFT - 8 - (i === lines.length - 1 ? 84 : 0)}"${i === 0 ? '' : ` dy="${LINE}"`}>${escapeHtml(line)}</tspan>`,
  );
  return `<text x="${LEFT - 8}" y="${px(middle)}" text-anchor="end">${spans.join('')}<tspan class="quiet" x="${LEFT - 8}">${wholeText(people)}</tspan></text>`;
}

function rightLabel({ unit, people, moves, y }: Node, scale: number, lead: Lead): string {
  const x = RIGHT + BAR + 14;
  const height = 16 + LINE * moves.length;
  const top = y + Math.max((people * scale - height) / 2, 0) + 14;
  const lines = [...moves]
    .sort((p, q) => p.from.y - q.from.y)
    .map(
      ({ kind, from, people: own }, i) =>
        `<text class="small" x="${x + 70}" y="${px(top + LINE * (i + 1))}"><tspan class="number" text-anchor="end">${wholeText(own)}</tspan><tspan x="${x + 80}">${kind === 'stays' && (from.unit.code === unit.code || from.unit.name === unit.name) ? 'as before' : `${partText(own, from.people)} of ${escapeHtml(from.unit.name)}`}</tspan></text>`,
    );
  return `<g data-row><text x="${x}" y="${px(top)}"><tspan class="strong">${lead(unit)}</tspan> <tspan class="quiet">${wholeText(people)} people</tspan></text>${lines.join('')}</g>`;
}
