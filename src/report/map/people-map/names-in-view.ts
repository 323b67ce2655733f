/**
 * Names of units on a map of people, where they fit inside their unit and on nothing else.
 *
 *      ┌──────────┐      a name may stand at any point of a coarse grid that lies inside its unit; the free one
 *      │ · · · ·  │      nearest to the middle of them is taken
 *      └─┐ · ·  ┌─┘
 */
import type { MapUnit } from '../../../result/map-record.js';
import { shortenName } from '../../../result/shorten-name.js';
import { xmlText } from '../../xml.js';
import type { Position } from '../map-lines.js';
import { advance, wrapSigns } from './advance.js';
import { boxAbout, boxesMeet, discMeetsBox, liesIn, type Box } from './boxes.js';
import type { LaidMap } from './laid-map.js';
import type { Look } from './looks.js';
import { boxOfLine, ringsInView, type ViewOfLand } from './view-of-land.js';

/** Which units are named, and how. */
export interface NameScene {
  readonly units: readonly MapUnit[];
  /** Small capitals are for insets; `figures` has a bold name above a number. */
  readonly look: 'plain' | 'capitals' | 'figures';
  /** Second line of each unit by code, for `figures`. */
  readonly below?: ReadonlyMap<string, string>;
  /** Of the text in pixels, where it is not the usual one. */
  readonly size?: number;
}

export interface PlacedName {
  readonly look: NameScene['look'];
  readonly lines: readonly string[];
  readonly box: Box;
  readonly size: number;
}

const SIGNS = 16;
const GRID = 14;
const SPACING = 1.2;

/** Names in the order of their units' size; one that fits nowhere is left out. */
export function namesInView(
  { units, look, below, size: wished }: NameScene,
  view: ViewOfLand,
  laid: Pick<LaidMap, 'circles' | 'labels' | 'key'> & {
    readonly insets: readonly { readonly box: Box }[];
    readonly uncovered: readonly Box[];
  },
): PlacedName[] {
  const size = wished ?? (look === 'capitals' ? 11 : 13);
  const placed: PlacedName[] = [];
  const isTaken = (box: Box): boolean =>
    laid.circles.some((circle) => discMeetsBox(circle, box)) ||
    laid.labels.some(
      (label) => boxesMeet(label.box, box) || leaderBoxes(label.leader).some((each) => boxesMeet(each, box)),
    ) ||
    laid.uncovered.some((other) => boxesMeet(other, box)) ||
    laid.insets.some((inset) => boxesMeet(inset.box, box)) ||
    (laid.key !== null && boxesMeet(laid.key.box, box)) ||
    placed.some((name) => boxesMeet(name.box, box));
  const shown = units
    .map((unit) => ({ unit, rings: ringsInView(view, unit) }))
    .map((each) => ({ ...each, box: boxOfLine(each.rings.flat()) }))
    .filter(({ rings }) => rings.length > 0)
    .sort((p, q) => q.box.right - q.box.left - (p.box.right - p.box.left));
  for (const { unit, rings, box } of shown) {
    const name = shortenName(unit.name);
    const words = wrapSigns(look === 'capitals' ? name.toUpperCase() : name, SIGNS);
    const figure = below?.get(unit.code);
    const lines = figure === undefined ? words : [...words, figure];
    const width = Math.max(...lines.map((line) => nameWidth(line, size, look)));
    const height = lines.length * size * SPACING;
    const points = insidePoints(rings, box, view.view.box);
    if (points.length === 0) continue;
    const [mx, my] = [0, 1].map(
      (axis) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length,
    ) as [number, number];
    const away = ([x, y]: Position): number => Math.hypot(x - mx, y - my);
    const isInside = (x: number, y: number): boolean => inRings(rings, x, y);
    const nearest = [...points].sort((p, q) => away(p) - away(q));
    const boxAt = ([x, y]: Position): Box => ({
      left: x - width / 2,
      right: x + width / 2,
      top: y - height / 2,
      bottom: y + height / 2,
    });
    // A little of the name may hang over the border; more of it where the units named are few.
    for (const reach of look === 'figures' ? [0.4, 0.25] : [0.4]) {
      const place = nearest.find(([x, y]) => {
        const at = boxAt([x, y]);
        return (
          liesIn(at, view.view.box) &&
          !isTaken(at) &&
          isInside(x - reach * width, y) &&
          isInside(x + reach * width, y)
        );
      });
      if (place === undefined) continue;
      placed.push({ look, lines, box: boxAt(place), size });
      break;
    }
  }
  return placed;
}

const nameWidth = (line: string, size: number, look: NameScene['look']): number =>
  advance(line, size, look === 'figures') + (look === 'capitals' ? 0.5 * line.length : 0);

const leaderBoxes = (leader: readonly Position[]): Box[] => {
  const found: Box[] = [];
  for (let i = 1; i < leader.length; i++) {
    // A slanted stretch in eighths, so that its boxes stay close to it.
    const [[ax, ay], [bx, by]] = [leader[i - 1]!, leader[i]!];
    for (let part = 0; part <= 8; part++)
      found.push(boxAbout({ x: ax + ((bx - ax) * part) / 8, y: ay + ((by - ay) * part) / 8, radius: 3 }));
  }
  return found;
};

function insidePoints(rings: readonly (readonly Position[])[], box: Box, view: Box): Position[] {
  const [left, right] = [Math.max(box.left, view.left), Math.min(box.right, view.right)];
  const [top, bottom] = [Math.max(box.top, view.top), Math.min(box.bottom, view.bottom)];
  const points: Position[] = [];
  const step = Math.max(GRID / 2, Math.min(GRID, (right - left) / 6, (bottom - top) / 6));
  for (let y = top + step / 2; y < bottom; y += step)
    for (let x = left + step / 2; x < right; x += step) if (inRings(rings, x, y)) points.push([x, y]);
  return points;
}

function inRings(rings: readonly (readonly Position[])[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  return inside;
}

/** Names as SVG. */
export const nameParts = (names: readonly PlacedName[], look: Look): string[] =>
  names.map(({ look: how, lines, box, size }) => {
    const x = Math.round((box.left + box.right) / 2);
    const spaced = how === 'capitals' ? ' letter-spacing="0.5"' : '';
    const texts = lines.map((line, i) => {
      const part = how === 'figures' ? (i === lines.length - 1 ? 'second' : 'name') : 'border-name';
      return `<tspan x="${x}" y="${Math.round(box.top + size * (SPACING * i + 0.95))}" ${look(part)}>${xmlText(line)}</tspan>`;
    });
    return `<text font-size="${size}" text-anchor="middle"${spaced}>${texts.join('')}</text>`;
  });
