/**
 * The small map of a file: its units, and marks where something was found: circles by area, crosses where it has none.
 */
import { crossData } from '../../map/people-map/draw-laid.js';
import { HALF_CROSS, sizedMarks } from '../../map/people-map/file-marks.js';
import { makeSvg } from './make-element.js';
import type { Page } from './page.js';
import { joinBoxes } from './plane.js';
import { fitSmallMap } from './small-map.js';
import type { SmallMapData } from './small-map-data.js';

const SHARE = 0.92;

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
  for (const {
    mark: [longitude, latitude],
    radius,
  } of sizedMarks(marks)) {
    const [x, y] = map.place(...page.sheet.project(longitude, latitude));
    if (radius === null) makeSvg('path', { class: 'cross', d: crossData(x, y, HALF_CROSS) }, svg);
    else makeSvg('circle', { class: 'fault', cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1) }, svg);
  }
}
