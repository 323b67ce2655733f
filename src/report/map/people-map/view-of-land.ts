/**
 * The units of a map as they lie in one view: the whole picture, an inset, a small map of a piece.
 */
import type { MapRecord, MapUnit } from '../../../result/map-record.js';
import { arcsOfLayer, type Position } from '../map-lines.js';
import { boxesMeet, type Box } from './boxes.js';

/** Where positions lie in a view, and which box of the picture it fills. */
export interface View {
  readonly place: (position: Position) => Position;
  readonly box: Box;
}

export type MapLayer = MapRecord['layers'][number];

/** Arcs in the pixels of a view, thinned, with what each layer makes of them. */
export interface ViewOfLand {
  readonly view: View;
  readonly arcs: readonly (readonly Position[])[];
  /** Box of each arc in pixels. */
  readonly boxes: readonly Box[];
}

/** Positions closer than this many pixels to the one before are not drawn. */
const FINEST = 0.9;

/** The arcs of a map in a view, but for some; neighbours share them, so no gap opens. */
export function viewOfLand(
  arcs: readonly (readonly Position[])[],
  view: View,
  without: ReadonlySet<number> = new Set(),
): ViewOfLand {
  const placed = arcs.map((arc, k) => (without.has(k) ? [] : thinned(arc.map(view.place))));
  return { view, arcs: placed, boxes: placed.map(boxOfLine) };
}

function thinned(line: readonly Position[]): Position[] {
  let [lastX, lastY] = [Infinity, Infinity];
  return line.filter(([x, y], i) => {
    const isEnd = i === 0 || i === line.length - 1;
    if (!isEnd && Math.hypot(x - lastX, y - lastY) < FINEST) return false;
    [lastX, lastY] = [x, y];
    return true;
  });
}

/** The box of a line; of no position one that meets nothing. */
export function boxOfLine(line: readonly Position[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of line) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { left, top, right, bottom };
}

/** Rings of a unit in a view that come near it, outer ring first; polygons wholly outside are left out. */
export function ringsInView({ arcs, boxes, view }: ViewOfLand, unit: MapUnit): Position[][] {
  return unit.polygons.flatMap((rings) => {
    const outer = rings[0]!;
    if (!outer.some((k) => near(boxes[k < 0 ? ~k : k]!, view.box)) && !surrounds(outer, boxes, view.box))
      return [];
    return rings.map((ring) => joined(ring, arcs));
  });
}

const near = (box: Box, view: Box): boolean => boxesMeet(box, view);

/** Whether the box of a ring holds the view, whose inside may then be land although no line runs through it. */
function surrounds(ring: readonly number[], boxes: readonly Box[], view: Box): boolean {
  const own = ring.map((k) => boxes[k < 0 ? ~k : k]!);
  return (
    Math.min(...own.map(({ left }) => left)) < view.left &&
    Math.max(...own.map(({ right }) => right)) > view.right &&
    Math.min(...own.map(({ top }) => top)) < view.top &&
    Math.max(...own.map(({ bottom }) => bottom)) > view.bottom
  );
}

/** A ring of arcs as positions; the last is the first again. */
const joined = (ring: readonly number[], arcs: readonly (readonly Position[])[]): Position[] =>
  ring.flatMap((k, i) => {
    const run = k < 0 ? [...arcs[~k]!].reverse() : arcs[k]!;
    return i === 0 ? run : run.slice(1);
  });

/** Arcs of units that come near the view: those between two of them, and those along the edge of them all. */
export function bordersInView(
  { boxes, view }: ViewOfLand,
  units: readonly MapUnit[],
): { readonly inner: number[]; readonly outer: number[] } {
  const times = new Map<number, number>();
  for (const { polygons } of units)
    for (const k of polygons.flat(2)) {
      const arc = k < 0 ? ~k : k;
      times.set(arc, (times.get(arc) ?? 0) + 1);
    }
  const seen = arcsOfLayer(units).filter((k) => near(boxes[k]!, view.box));
  return {
    inner: seen.filter((k) => times.get(k)! > 1),
    outer: seen.filter((k) => times.get(k) === 1),
  };
}
