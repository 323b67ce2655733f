/**
 * The small map of a piece that moved: land, the piece, the new border solid, the former one dashed.
 */
import { arcsUsed, arcUses } from './arc-uses.js';
import { makeSvg } from './make-element.js';
import { arcNumber } from './outlines.js';
import type { Page } from './page.js';
import { boxesMeet, boxOf, type Box } from './plane.js';
import { boxOfRaster, pick, rasterOf, roomiest, type Raster } from './raster.js';
import { fitSmallMap, writeSmallName, type SmallMap } from './small-map.js';
import type { SmallMapData } from './small-map-data.js';
import type { UnitView } from './targets.js';

/** Points across and down in which the piece is looked for, and in which names are placed. */
const FINE = 160;
const [NAME_COLUMNS, NAME_ROWS] = [60, 30];
/** The frame shows one and a half times the piece. */
const SHARE = 1 / 1.5;

/** Draws the map; leaves the frame empty where the page does not draw both units. */
export function smallMoveMap(
  page: Page,
  svg: SVGSVGElement,
  { number, from, to }: SmallMapData & { kind: 'move' },
): void {
  const [before, after] = [page.unitOf(from[0], from[1]), page.unitOf(to[0], to[1])];
  if (before === undefined || after === undefined) return;
  const shared = sharedBox(before.box, after.box);
  if (shared === null) return;
  const coarse = fitSmallMap(page, svg, shared, 1);
  const found = pieceOf(coarse, before, after, shared, FINE, FINE);
  const box = boxOfRaster(found);
  if (box === null) return;
  const map = fitSmallMap(page, svg, box, SHARE);
  const own = [before, after].map((unit) => map.path(map.ringsOf(unit), true));
  for (const unit of map.unitsOf(to[0]))
    makeSvg('path', { class: 'land', d: map.path(map.ringsOf(unit), true) }, svg);
  const id = `piece-${number}`;
  makeSvg('path', { d: own[0]!, 'clip-rule': 'evenodd' }, makeSvg('clipPath', { id }, svg));
  makeSvg('path', { class: 'piece', d: own[1]!, 'clip-path': `url(#${id})` }, svg);

  const uses = arcUses(page.sheet.units.filter(({ layer }) => layer === to[0]));
  const former = [...new Set(before.rings.flat().map(arcNumber))].filter((arc) => !uses.has(arc));
  const near = (arc: number): boolean => boxesMeet(boxOf([map.arcOf(arc)]), map.seen);
  const lines = (arcs: readonly number[]): string => map.path(arcs.filter(near).map(map.arcOf), false);
  makeSvg('path', { class: 'coast', d: lines(arcsUsed(uses, (times) => times === 1)) }, svg);
  makeSvg('path', { class: 'border', d: lines(arcsUsed(uses, (times) => times > 1)) }, svg);
  makeSvg('path', { class: 'former', d: lines(former) }, svg);
  writeNames(map, [before, from[2]], [after, to[2]], number);
}

type Named = readonly [UnitView, string];

function writeNames(map: SmallMap, [before, from]: Named, [after, to]: Named, number: number): void {
  const raster = (unit: UnitView): Raster => rasterOf(map.ringsOf(unit), map.seen, NAME_COLUMNS, NAME_ROWS);
  const [was, is] = [raster(before), raster(after)];
  const middle = roomiest(pick(was, is, 1));
  for (const [name, at] of [
    [from, roomiest(pick(was, is, 0))],
    [to, roomiest(pick(is, was, 0))],
  ] as const)
    if (at !== null) writeSmallName(map, name, at, 'of-unit');
  if (middle === null) return;
  const [x, y] = map.place(...middle).map((value) => value.toFixed(1));
  makeSvg('circle', { class: 'number-ground', cx: x!, cy: y!, r: '12' }, map.svg);
  makeSvg('text', { class: 'number-text', x: x!, y: y!, dy: '.35em' }, map.svg).textContent = `${number}`;
}

const pieceOf = (
  map: SmallMap,
  before: UnitView,
  after: UnitView,
  box: Box,
  columns: number,
  rows: number,
): Raster =>
  pick(
    rasterOf(map.ringsOf(before), box, columns, rows),
    rasterOf(map.ringsOf(after), box, columns, rows),
    1,
  );

function sharedBox(p: Box, q: Box): Box | null {
  const box: Box = [Math.max(p[0], q[0]), Math.max(p[1], q[1]), Math.min(p[2], q[2]), Math.min(p[3], q[3])];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}
