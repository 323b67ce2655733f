/**
 * Insets: a cluster of circles drawn larger in a frame of its own, with the sum in its title, a rectangle around the place it shows and a leader between.
 */
import {
  boxAbout,
  boxAround,
  boxesMeet,
  discMeetsBox,
  grown,
  linesMeet,
  lineMeetsBox,
  lineMeetsDisc,
  type Box,
  type Disc,
  type Point,
} from './boxes.js';
import { partsOf } from './place-key.js';
import type { Arena } from './place-beside.js';

export interface Inset {
  /** Numbers of the circles in it. */
  readonly circles: readonly number[];
  /** What of the picture it shows, and where it stands. */
  readonly source: Box;
  readonly box: Box;
  /** From the source to the inset. */
  readonly leader: readonly Point[];
}

/** Height of the strip for the title. */
export const INSET_TITLE = 26;
/** Room around circles in an inset for their labels. */
const AROUND = { across: 78, up: 34 };
const MOST_ZOOM = 16;
/** What an inset wholly over land costs, in pixels of leader. */
const OVER_LAND = 1200;
const STEP = 12;

/** The inset of a cluster where most is free, or null where there is no room for one. */
export function placeInset(
  circles: readonly number[],
  discs: readonly Disc[],
  size: { readonly width: number; readonly height: number },
  arena: Arena,
): Inset | null {
  const own = circles.map((i) => discs[i]!);
  const inner = { width: size.width - 2 * AROUND.across, height: size.height - INSET_TITLE - 2 * AROUND.up };
  const middles = boxAround(own.map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y })));
  const zoom = Math.min(
    MOST_ZOOM,
    inner.width / Math.max(middles.right - middles.left, 1e-6),
    inner.height / Math.max(middles.bottom - middles.top, 1e-6),
  );
  if (zoom < 1.5) return null;
  const [mx, my] = [(middles.left + middles.right) / 2, (middles.top + middles.bottom) / 2];
  const [halfX, halfY] = [size.width / 2 / zoom, (size.height - INSET_TITLE) / 2 / zoom];
  const source = { left: mx - halfX, right: mx + halfX, top: my - halfY, bottom: my + halfY };
  const around = boxAround([source, ...own.map(boxAbout)]);
  let best: { inset: Inset; cost: number } | null = null;
  for (const box of candidates(arena.frame, size)) {
    if (boxesMeet(box, grown(around, 8)) || arena.blocked.some((other) => boxesMeet(grown(box, 6), other)))
      continue;
    const covered = discs.filter(
      (disc, i) => !circles.includes(i) && discMeetsBox(disc, grown(box, 4)),
    ).length;
    if (covered > 0) continue;
    const leader = between(around, box);
    if (arena.lines.some((line) => linesMeet(line, leader))) continue;
    if (arena.blocked.some((other) => lineMeetsBox(leader, other))) continue;
    if (discs.some((disc, i) => !circles.includes(i) && lineMeetsDisc(leader, disc))) continue;
    const parts = partsOf(box);
    const land = parts.filter((part) => !arena.isFree(part)).length / parts.length;
    const far = Math.hypot(leader[1]![0] - leader[0]![0], leader[1]![1] - leader[0]![1]);
    const cost = OVER_LAND * land + far;
    if (best === null || cost < best.cost) best = { inset: { circles, source, box, leader }, cost };
  }
  return best?.inset ?? null;
}

/** Places along the left and right edges of a frame. */
function candidates(
  frame: Box,
  { width, height }: { readonly width: number; readonly height: number },
): Box[] {
  const found: Box[] = [];
  for (const left of [frame.right - width, frame.left])
    for (let top = frame.bottom - height; top >= frame.top; top -= STEP)
      found.push({ left, top, right: left + width, bottom: top + height });
  return found;
}

/** The shortest level stretch between two boxes, else the line between their nearest corners. */
function between(source: Box, box: Box): Point[] {
  const top = Math.max(source.top, box.top + 4);
  const bottom = Math.min(source.bottom, box.bottom - 4);
  const toRight = box.left >= source.right;
  const from = toRight
    ? source.right
    : box.right <= source.left
      ? source.left
      : (source.left + source.right) / 2;
  const to = toRight ? box.left : box.right <= source.left ? box.right : from;
  if (top <= bottom)
    return [
      [from, (top + bottom) / 2],
      [to, (top + bottom) / 2],
    ];
  const isAbove = box.bottom <= source.top;
  return [
    [from, isAbove ? source.top : source.bottom],
    [to, isAbove ? box.bottom : box.top],
  ];
}
