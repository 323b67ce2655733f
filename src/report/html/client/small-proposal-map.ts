/**
 * The small map of a proposal: the units that change, put together as it has them, under the borders of the other
 * layer.
 */
import { arcsUsed, arcUses } from './arc-uses.js';
import { makeSvg } from './make-element.js';
import type { Page } from './page.js';
import { boxesMeet, joinBoxes, type Box } from './plane.js';
import { innerPoints, rasterOf, roomiest } from './raster.js';
import { fitSmallMap, roomOfName, writeSmallName, type SmallMap } from './small-map.js';
import type { SmallMapData } from './small-map-data.js';
import type { UnitView } from './targets.js';

const SHARE = 0.92;
const [NAME_COLUMNS, NAME_ROWS] = [60, 40];

/** Radius of the largest circle, width of a letter of a figure, in pixels. */
const [LARGEST, FIGURE_LETTER] = [20, 7];
/** Half the height of a figure. */
const HALF_LINE = 8;

/** The roomiest place of some units on the plane. */
const middleOf = (map: SmallMap, units: readonly UnitView[]): readonly [number, number] | null =>
  roomiest(rasterOf(units.flatMap(map.ringsOf), map.seen, NAME_COLUMNS, NAME_ROWS));

/** Draws the map. */
export function smallProposalMap(
  page: Page,
  svg: SVGSVGElement,
  { layer, about, groups, borders, outside, circles, most }: SmallMapData & { kind: 'proposal' },
): void {
  const unitsOf = (codes: readonly string[]): UnitView[] =>
    codes.flatMap((code) => page.unitOf(layer, code) ?? []).filter(({ rings }) => rings.length > 0);
  const subject = unitsOf(about);
  if (subject.length === 0) return;
  const map = fitSmallMap(page, svg, joinBoxes(subject.map(({ box }) => box)), SHARE);
  const land = (units: readonly UnitView[]): string =>
    units.map((unit) => map.path(map.ringsOf(unit), true)).join('');
  const lines = (arcs: readonly number[]): string => map.path(arcs.map(map.arcOf), false);

  const grouped = new Set(groups.flatMap(({ codes }) => codes));
  makeSvg('path', { class: 'place', d: land(subject) }, svg);
  groups.forEach(({ codes }, g) =>
    makeSvg('path', { class: `place place-${g % 3}`, d: land(unitsOf(codes)) }, svg),
  );
  outside.forEach(([codes, other, partner], i) => {
    const unit = page.unitOf(other, partner);
    if (unit === undefined) return;
    const id = `outside-${svg.closest('[id]')?.id ?? ''}-${i}`;
    makeSvg('path', { d: land(unitsOf(codes)) }, makeSvg('clipPath', { id }, svg));
    makeSvg('path', { class: 'outside', d: land([unit]), 'clip-path': `url(#${id})` }, svg);
  });
  const parts = [
    ...groups.map(({ codes }) => unitsOf(codes)),
    ...unitsOf(about.filter((code) => !grouped.has(code))).map((unit) => [unit]),
  ];
  const outer = new Set(parts.flatMap((units) => arcsUsed(arcUses(units), (times) => times % 2 === 1)));
  const inner = [...arcUses(subject).keys()];
  makeSvg('path', { class: 'inner', d: lines(inner.filter((arc) => !outer.has(arc))) }, svg);
  makeSvg('path', { class: 'outer', d: lines([...outer]) }, svg);
  if (borders >= 0) {
    const id = `clip-${svg.closest('[id]')?.id ?? ''}`;
    makeSvg('path', { d: land(subject) }, makeSvg('clipPath', { id }, svg));
    const uses = arcUses(page.sheet.units.filter((unit) => unit.layer === borders));
    // Along the edge of the subject a border tells nothing.
    for (const arc of arcsUsed(arcUses(subject), (times) => times % 2 === 1)) uses.delete(arc);
    makeSvg(
      'path',
      { class: 'border', d: lines(arcsUsed(uses, (times) => times > 1)), 'clip-path': `url(#${id})` },
      svg,
    );
  }
  const placed = circles.flatMap(({ amount, figure, at, within }) => {
    const place = at === null ? middleOf(map, unitsOf([within])) : page.sheet.project(at[0], at[1]);
    if (place === null) return [];
    const [x, y] = map.place(...place);
    return [{ x, y, r: Math.max(3, LARGEST * Math.sqrt(amount / most)), figure }];
  });
  const taken: Box[] = [];
  for (const { x, y, r, figure } of placed) {
    makeSvg('circle', { class: 'people-circle', cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1) }, svg);
    const wide = FIGURE_LETTER * figure.length;
    const isLeft = x - r - wide > 4;
    const at = { x: (isLeft ? x - r - 4 : x + r + 4).toFixed(1), y: y.toFixed(1), dy: '.35em' };
    const anchor = isLeft ? 'end' : 'start';
    makeSvg('text', { class: 'small-figure', 'text-anchor': anchor, ...at }, svg).textContent = figure;
    const left = isLeft ? x - r - 4 - wide : x + r + 4;
    taken.push([x - r, y - r, x + r, y + r], [left, y - HALF_LINE, left + wide, y + HALF_LINE]);
  }
  for (const { name, codes } of groups) {
    const place = placeOfName(map, name, unitsOf(codes), taken);
    if (place === null) continue;
    writeSmallName(map, name, place.at, 'of-group');
    taken.push(place.room);
  }
}

/** Where a name stands in its land nearest to the middle of it, clear of circles, figures and names; null for nowhere. */
function placeOfName(
  map: SmallMap,
  name: string,
  units: readonly UnitView[],
  taken: readonly Box[],
): { readonly at: readonly [number, number]; readonly room: Box } | null {
  const raster = rasterOf(units.flatMap(map.ringsOf), map.seen, NAME_COLUMNS, NAME_ROWS);
  const middle = roomiest(raster);
  if (middle === null) return null;
  for (const at of innerPoints(raster, middle)) {
    const room = roomOfName(map, name, at);
    if (room !== null && taken.every((other) => !boxesMeet(room, other))) return { at, room };
  }
  return null;
}
