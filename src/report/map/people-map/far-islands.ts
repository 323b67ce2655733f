/**
 * Which land of a map lies so far from the rest that the rest would be drawn the smaller for it: it goes into an inset.
 *
 *     ┌───────────────┐       parts of land, joined by the narrowest ways between them into a tree, are cut from the
 *     │ ▪      gap  ▇ │       one of most land at the widest gap, where that gives the rest room enough; then at the
 *     │ ▫▪ ◄──────► ▇ │       next gap; what is cut together stays together
 *     └───────────────┘
 */
import type { Bounds } from '../sheet-of-paper.js';

/** Land that hangs together: its bounds, and its size in any unit. */
export interface LandPart {
  readonly bounds: Bounds;
  readonly land: number;
}

/** Times larger that the rest must be drawn without the land that is cut. */
const GAIN = 1.1;
/** Gap as a share of the longer side of what is not cut, below which it is a strait. */
const STRAIT = 0.03;
/** Land that is cut as a share of what is left, at most: more of it belongs to the subject. */
const MOST_LAND = 0.25;
const MOST_ISLANDS = 3;
/** A map of more parts is all islands. */
const MOST_PARTS = 3000;

/** Numbers of the parts of each group of islands to cut, the farthest first; `scaleOf` is how large bounds would be drawn. */
export function farIslands(parts: readonly LandPart[], scaleOf: (bounds: Bounds) => number): number[][] {
  if (parts.length < 2 || parts.length > MOST_PARTS) return [];
  const ways = treeOf(parts).sort((p, q) => q.gap - p.gap);
  let main = parts.map((_, i) => i);
  const cut: number[][] = [];
  for (const way of ways) {
    if (cut.length === MOST_ISLANDS) break;
    const all = joined(main.map((i) => parts[i]!.bounds));
    if (way.gap < STRAIT * longerSide(all)) break;
    if (!main.includes(way.from) || !main.includes(way.to)) continue;
    const within = new Set(main);
    const side = reached(
      way.from,
      ways.filter((each) => each !== way && within.has(each.from) && within.has(each.to)),
    );
    const other = main.filter((i) => !side.has(i));
    const landOf = (own: readonly number[]): number => own.reduce((sum, i) => sum + parts[i]!.land, 0);
    const [more, less] = landOf([...side]) >= landOf(other) ? [[...side], other] : [other, [...side]];
    if (landOf(less) > MOST_LAND * landOf(more)) continue;
    const rest = joined(more.map((i) => parts[i]!.bounds));
    if (scaleOf(rest) < GAIN * scaleOf(all)) continue;
    cut.push(less.sort((p, q) => p - q));
    main = more;
  }
  return cut;
}

/** The least bounds around some. */
export const joined = (each: readonly Bounds[]): Bounds => ({
  west: Math.min(...each.map(({ west }) => west)),
  south: Math.min(...each.map(({ south }) => south)),
  east: Math.max(...each.map(({ east }) => east)),
  north: Math.max(...each.map(({ north }) => north)),
});

interface Way {
  readonly from: number;
  readonly to: number;
  readonly gap: number;
}

/** The narrowest ways that join all parts (Prim 1957). */
function treeOf(parts: readonly LandPart[]): Way[] {
  const ways: Way[] = [];
  const nearest = parts.map(({ bounds }) => ({ from: 0, gap: gapBetween(parts[0]!.bounds, bounds) }));
  const left = new Set(parts.keys());
  left.delete(0);
  while (left.size > 0) {
    let to = -1;
    for (const i of left) if (to < 0 || nearest[i]!.gap < nearest[to]!.gap) to = i;
    left.delete(to);
    ways.push({ ...nearest[to]!, to });
    for (const i of left) {
      const gap = gapBetween(parts[to]!.bounds, parts[i]!.bounds);
      if (gap < nearest[i]!.gap) nearest[i] = { from: to, gap };
    }
  }
  return ways;
}

/** Parts that ways lead to from one. */
function reached(from: number, ways: readonly Way[]): Set<number> {
  const next = new Map<number, number[]>();
  for (const { from: p, to: q } of ways) {
    next.set(p, [...(next.get(p) ?? []), q]);
    next.set(q, [...(next.get(q) ?? []), p]);
  }
  const found = new Set([from]);
  for (const i of found) for (const j of next.get(i) ?? []) found.add(j);
  return found;
}

const RADIANS = Math.PI / 180;

/** Degrees of latitude between two bounds, those of longitude narrowed as they are there; 0 where they meet. */
function gapBetween(p: Bounds, q: Bounds): number {
  const across = Math.max(0, p.west - q.east, q.west - p.east);
  const up = Math.max(0, p.south - q.north, q.south - p.north);
  return Math.hypot(across * Math.cos(((p.south + p.north + q.south + q.north) / 4) * RADIANS), up);
}

const longerSide = ({ west, south, east, north }: Bounds): number =>
  Math.max((east - west) * Math.cos(((south + north) / 2) * RADIANS), north - south);
