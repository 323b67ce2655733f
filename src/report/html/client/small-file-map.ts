/**
 * The small map of a file: its units, and marks where something was found: circles by area, crosses where it has none.
 */
import { makeSvg } from './make-element.js';
import type { Page } from './page.js';
import { joinBoxes } from './plane.js';
import { fitSmallMap } from './small-map.js';
import type { SmallMapData } from './small-map-data.js';

const SHARE = 0.92;
/** Radius of the largest and of the smallest circle, and half of a cross, in pixels. */
const [LARGEST, SMALLEST, CROSS] = [12, 3, 5];

/** Draws the map. */
export function smallFileMap(
  page: Page,
  svg: SVGSVGElement,
  { layer, marks }: SmallMapData & { kind: 'file' },
): void {
  const units = page.sheet.units.filter((unit) => unit.layer === layer && unit.rings.length > 0);
  if (units.length === 0) return;
  const map = fitSmallMap(page, svg, joinBoxes(units.map(({ box }) => box)), SHARE);
  for (const unit of units)
    makeSvg('path', { class: 'place of-file', d: map.path(map.ringsOf(unit), true) }, svg);
  const most = Math.max(...marks.map(([, , hectares]) => hectares ?? 0), 1e-9);
  const bySize = [...marks].sort((p, q) => (q[2] ?? 0) - (p[2] ?? 0));
  for (const [longitude, latitude, hectares] of bySize) {
    const [x, y] = map.place(...page.sheet.project(longitude, latitude));
    if (hectares === null) {
      const d = `M${x - CROSS} ${y - CROSS}l${2 * CROSS} ${2 * CROSS}M${x - CROSS} ${y + CROSS}l${2 * CROSS} ${-2 * CROSS}`;
      makeSvg('path', { class: 'cross', d }, svg);
    } else {
      const r = Math.max(SMALLEST, LARGEST * Math.sqrt(hectares / most));
      makeSvg('circle', { class: 'fault', cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1) }, svg);
    }
  }
}
