/**
 * Names on a map: in the middle of each unit's largest polygon, left out where they would lie on one another.
 */
import type { MapUnit } from '../../result/map-record.js';
import { shortenName } from '../../result/shorten-name.js';
import { textWidth } from '../text-width.js';
import { ringPositions, type Position } from './map-lines.js';
import type { Paper } from './sheet-of-paper.js';
import { compareCodes } from '../../trouble/order.js';

export interface Label {
  readonly text: string;
  /** Middle of the foot of the text, in whole pixels. */
  readonly x: number;
  readonly y: number;
}

const SIGN_WIDTH = 6.6;
const LINE_HEIGHT = 14;

/** Labels of units, the largest units first; those that would cover an earlier one are moved up or down, or left out. */
export function placeLabels(
  units: readonly MapUnit[],
  arcs: readonly (readonly Position[])[],
  paper: Paper,
): Label[] {
  const wanted = units
    .flatMap(({ code, name, polygons }) => {
      const outer = polygons.map(([ring]) => middleOf(ringPositions(ring ?? [], arcs).map(paper.place)));
      const largest = outer.reduce<Middle | null>(
        (best, each) => (best === null || each.area > best.area ? each : best),
        null,
      );
      return largest === null ? [] : [{ code, text: shortenName(name), ...largest }];
    })
    .sort((p, q) => q.area - p.area || compareCodes(p.code, q.code));
  const placed: { left: number; right: number; top: number; label: Label }[] = [];
  for (const { text, x, y } of wanted) {
    const half = (textWidth(text) * SIGN_WIDTH) / 2;
    const middle = Math.min(Math.max(x, half), Math.max(half, paper.width - half));
    for (const down of [0, LINE_HEIGHT, -LINE_HEIGHT, 2 * LINE_HEIGHT, -2 * LINE_HEIGHT]) {
      const box = { left: middle - half, right: middle + half, top: y + down };
      const isFree = placed.every(
        (other) =>
          other.right < box.left || other.left > box.right || Math.abs(other.top - box.top) >= LINE_HEIGHT,
      );
      if (!isFree) continue;
      placed.push({ ...box, label: { text, x: Math.round(middle), y: Math.round(y + down + 4) } });
      break;
    }
  }
  return placed.map(({ label }) => label);
}

interface Middle {
  readonly area: number;
  readonly x: number;
  readonly y: number;
}

/** Area and centre of gravity of a ring. */
function middleOf(ring: readonly Position[]): Middle {
  let [twice, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [[x0, y0], [x1, y1]] = [ring[i - 1]!, ring[i]!];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  if (twice === 0) return { area: 0, x: ring[0]?.[0] ?? 0, y: ring[0]?.[1] ?? 0 };
  return { area: Math.abs(twice) / 2, x: x / (3 * twice), y: y / (3 * twice) };
}
