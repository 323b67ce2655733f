/**
 * Labels in the margin columns, each with a leader to its circle.
 *
 *     54,726 Westmorland ──╮           in the order of the circles from north to south, pushed apart; a leader
 *                           ╲          leaves the text level and bends once. Two that would cross change places;
 *     8,517 Cumberland ──╮   ●         who still crosses anything is left out, the lower rank first
 *                         ●
 */
import {
  boxesMeet,
  grown,
  discMeetsBox,
  lineMeetsBox,
  lineMeetsDisc,
  linesMeet,
  type Box,
  type Point,
} from './boxes.js';
import { placeInColumn } from './column.js';
import type { Arena, LaidLabel, WantedLabel } from './place-beside.js';

export type Side = 'left' | 'right';

/** Pixels before the text, and of the level part of a leader at first. */
const NEAR = 5;
const LEVEL = [30, 14, 60, 100, 150];
/** What a label over land costs, in pixels of way; what a leader through another circle costs. */
const OVER_LAND = 30;
const THROUGH_CIRCLE = 60;
const MOST_TRIES = 60;
/** A leader longer than this share of the frame's width leads nowhere, nor does one through a circle that its own does not touch. */
const LONGEST = 0.42;
/** Pixels of leader that cost as much as the next way to bend it. */
const AS_MUCH = 100;
/** Least pixels between a label and those that are there already. */
const APART = 6;

/** The labels of one column, whose texts may be so wide, that find a place, in the order from the top; ranks are the order of `wanted`. */
export function placeColumn(
  side: Side,
  widest: number,
  wanted: readonly WantedLabel[],
  arena: Arena,
  others: readonly LaidLabel[],
): LaidLabel[] {
  const rank = new Map(wanted.map(({ circle }, i) => [circle, i]));
  let order = [...wanted].sort((p, q) => p.disc.y - q.disc.y || p.disc.x - q.disc.x);
  const without = (...circles: number[]): void => {
    order = order.filter(({ circle }) => !circles.includes(circle));
  };
  const lowest = (circles: readonly number[]): number =>
    circles.reduce((p, q) => (rank.get(p)! > rank.get(q)! ? p : q));
  const column = makeColumn(side, widest, arena, others);
  const swapped = new Set<string>();
  for (let tries = 0; tries < MOST_TRIES && order.length > 0; tries++) {
    const placed = stack(side, order, column, arena);
    if (placed === null) {
      without(lowest(order.map(({ circle }) => circle)));
      continue;
    }
    const laid = route(side, order, placed, arena, others);
    const stuck = laid.find(({ leader }) => leader.length === 0);
    if (stuck !== undefined) {
      without(stuck.circle);
      continue;
    }
    const crossing = firstCrossing(laid);
    if (crossing === null) return laid;
    const [p, q] = crossing;
    const key = `${Math.min(p, q)} ${Math.max(p, q)}`;
    if (swapped.has(key)) {
      without(lowest([p, q]));
      continue;
    }
    swapped.add(key);
    const [i, j] = [
      order.findIndex(({ circle }) => circle === p),
      order.findIndex(({ circle }) => circle === q),
    ];
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return [];
}

const textOf = (side: Side, wanted: WantedLabel): WantedLabel['left'] => wanted[side];

/** Where the labels of a column may stand and what it costs: asked for the same heights again and again. */
interface Column {
  readonly boxAt: (wanted: WantedLabel, top: number) => Box;
  readonly cost: (wanted: WantedLabel, top: number) => number;
}

function makeColumn(side: Side, widest: number, arena: Arena, others: readonly LaidLabel[]): Column {
  const { frame } = arena;
  const left = side === 'left' ? frame.left : frame.right - widest;
  const known = new Map<string, number>();
  const boxAt: Column['boxAt'] = (wanted, top) => {
    const { width, height } = textOf(side, wanted);
    return { left, right: left + width, top, bottom: top + height };
  };
  const costOf = (box: Box): number => {
    const isTaken =
      arena.blocked.some((other) => boxesMeet(box, other)) ||
      arena.uncovered.some((other) => boxesMeet(box, other)) ||
      arena.discs.some((disc) => discMeetsBox(disc, box)) ||
      arena.lines.some((line) => lineMeetsBox(line, box)) ||
      others.some((label) => boxesMeet(box, grown(label.box, APART)) || lineMeetsBox(label.leader, box));
    if (isTaken) return Infinity;
    return arena.overLand || arena.isFree(box) ? 0 : OVER_LAND;
  };
  return {
    boxAt,
    cost: (wanted, top) => {
      const key = `${wanted.circle} ${top}`;
      let cost = known.get(key);
      if (cost === undefined) known.set(key, (cost = costOf(boxAt(wanted, top))));
      return cost;
    },
  };
}

/** Boxes of the labels from the top, or null where there is no room for all. */
function stack(
  side: Side,
  order: readonly WantedLabel[],
  { boxAt, cost }: Column,
  { frame }: Arena,
): Box[] | null {
  const tops = placeInColumn(
    order.map((wanted) => ({
      height: textOf(side, wanted).height,
      wanted: wanted.disc.y - (textOf(side, wanted).lines[0]?.height ?? 0) / 2,
      cost: (top) => cost(wanted, top),
    })),
    frame.top,
    frame.bottom,
  );
  return tops === null ? null : order.map((wanted, i) => boxAt(wanted, tops[i]!));
}

/** Labels with the best of the leaders that are tried; one that is in the way of a text or an earlier leader has none. */
function route(
  side: Side,
  order: readonly WantedLabel[],
  boxes: readonly Box[],
  arena: Arena,
  others: readonly LaidLabel[],
): LaidLabel[] {
  return order.map((wanted, i): LaidLabel => {
    const { circle, disc } = wanted;
    const block = textOf(side, wanted);
    const box = boxes[i]!;
    const first = block.lines[0]!;
    const y = box.top + first.height / 2;
    const outward = side === 'left' ? 1 : -1;
    const start = side === 'left' ? box.left + first.width + NEAR : box.left - NEAR;
    const level = disc.radius ** 2 - (y - disc.y) ** 2;
    const toCircle = (bend: number): Point[] => {
      const edgeX = level > 0 ? disc.x - outward * Math.sqrt(level) : disc.x;
      // A label at the height of its circle has a straight leader.
      if (level > 0 && (edgeX - start) * outward > 0)
        return [
          [edgeX, y],
          [start, y],
        ];
      const away = Math.hypot(disc.x - bend, disc.y - y) || 1;
      const edge: Point = [
        disc.x + ((bend - disc.x) / away) * disc.radius,
        disc.y + ((y - disc.y) / away) * disc.radius,
      ];
      return [edge, [bend, y], [start, y]];
    };
    const columnEdge =
      side === 'left' ? Math.max(...boxes.map(({ right }) => right)) + 2 * NEAR : start - 2 * NEAR;
    const bends = [
      ...LEVEL.map((length) => start + outward * length),
      columnEdge,
      disc.x - outward * disc.radius,
    ];
    let best: { leader: Point[]; cost: number } | null = null;
    for (const [tried, bend] of bends.entries()) {
      if ((bend - start) * outward < 2) continue;
      const leader = toCircle(bend);
      const blocks =
        boxes.some((other, j) => j !== i && lineMeetsBox(leader, other)) ||
        (leader.length > 2 && lineMeetsBox(leader.slice(0, 2), box)) ||
        arena.blocked.some((other) => lineMeetsBox(leader, other)) ||
        arena.lines.some((line) => linesMeet(line, leader)) ||
        others.some((label) => lineMeetsBox(leader, label.box) || linesMeet(leader, label.leader));
      const length = lengthOf(leader);
      if (leader.length > 2 && Math.hypot(disc.x - bend, disc.y - y) < disc.radius) continue;
      const past = (bend - disc.x) * outward - disc.radius;
      if (blocks || past > 0 || length > LONGEST * (arena.frame.right - arena.frame.left)) continue;
      const met = arena.discs.filter((other, j) => j !== circle && lineMeetsDisc(leader, other));
      if (met.some((other) => Math.hypot(other.x - disc.x, other.y - disc.y) >= other.radius + disc.radius))
        continue;
      const back = (disc.x - bend) * outward < 0 ? 20 : 0;
      const cost = met.length * THROUGH_CIRCLE + back + tried + length / AS_MUCH;
      if (best === null || cost < best.cost) best = { leader, cost };
    }
    return { circle, block, box, leader: best?.leader ?? [], align: 'left' };
  });
}

const lengthOf = (line: readonly Point[]): number =>
  line.reduce(
    (sum, [x, y], i) => sum + (i === 0 ? 0 : Math.hypot(x - line[i - 1]![0], y - line[i - 1]![1])),
    0,
  );

/** The circles of the first two leaders that meet, or null. */
function firstCrossing(labels: readonly LaidLabel[]): [number, number] | null {
  for (const [i, label] of labels.entries())
    for (const other of labels.slice(0, i))
      if (linesMeet(label.leader, other.leader)) return [other.circle, label.circle];
  return null;
}
