/**
 * Far islands in frames of their own at the edge of a map, where most is free and nearest to where they lie.
 *
 *     ┌───────────────────────┐
 *     │ ┌Shetland Islands────┐│
 *     │ │   ▖▘ same scale    ││
 *     │ └────────────────────┘│
 */
import { xmlText } from '../../xml.js';
import type { Position } from '../map-lines.js';
import { fitPaper, type Bounds } from '../sheet-of-paper.js';
import { advance } from './advance.js';
import { boxesMeet, discMeetsBox, grown, type Box, type Disc } from './boxes.js';
import type { IslandGroup } from './cut-far-islands.js';
import { rectPart, tenth } from './draw-laid.js';
import type { Look } from './looks.js';
import { partsOf } from './place-key.js';
import type { View } from './view-of-land.js';

/** Islands in their frame. */
export interface PlacedIslands {
  /** With the title, and without it. */
  readonly box: Box;
  readonly view: View;
  readonly group: IslandGroup;
  /** `same scale`, `scale × 2`. */
  readonly scale: string;
}

/** Of the land in a frame, at most, and around it. */
const ROOM = { width: 150, height: 110 };
const AIR = 8;
const TITLE = 22;
const TEXT = 12;
/** Times the scale of the map that islands are drawn at: the largest that fits; smaller only where none does. */
const ZOOMS = [4, 3, 2, 1, 0.5, 0.2, 0.1];
const STEP = 12;
/** What a frame wholly over land costs, and one over a circle, in pixels of way. */
const OVER_LAND = 1200;
const OVER_CIRCLE = 4000;
/** Pixels between the frames, and from the edge of the picture. */
const APART = 6;
const MARGIN = 14;

/** Places groups of islands on a picture, each clear of those before. `place` is that of the map itself. */
export function placeIslands(
  groups: readonly IslandGroup[],
  picture: {
    readonly width: number;
    readonly height: number;
    readonly pixelsPerKilometre: number;
    readonly place: (position: Position) => Position;
    readonly isFree: (box: Box) => boolean;
    readonly blocked: readonly Box[];
    readonly discs: readonly Disc[];
  },
): PlacedIslands[] {
  const placed: PlacedIslands[] = [];
  for (const group of groups) {
    const { bounds, title } = group;
    const zoom = zoomFor(bounds, picture.pixelsPerKilometre);
    const full = fitPaper(bounds, ROOM.width, ROOM.height);
    const wanted = zoom * picture.pixelsPerKilometre;
    const shrink = Math.min(1, wanted / full.pixelsPerKilometre);
    const paper = fitPaper(bounds, full.width * shrink, full.height * shrink);
    const scale = zoom === 1 ? 'same scale' : `scale × ${zoom}`;
    const width = Math.max(paper.width, advance(`${title}  ${scale}`, TEXT, true)) + 2 * AIR;
    const height = paper.height + TITLE + 2 * AIR;
    const box = bestBox({ width, height }, bounds, picture, placed);
    const [left, top] = [box.left + (width - paper.width) / 2, box.top + TITLE + AIR];
    placed.push({
      box,
      scale,
      view: {
        box: { ...box, top: box.top + TITLE },
        place: (position) => {
          const [x, y] = paper.place(position);
          return [x + left, y + top];
        },
      },
      group,
    });
  }
  return placed;
}

/** The largest of the usual zooms at which the islands fit. */
function zoomFor(bounds: Bounds, pixelsPerKilometre: number): number {
  const most = fitPaper(bounds, ROOM.width, ROOM.height).pixelsPerKilometre / pixelsPerKilometre;
  return ZOOMS.find((zoom) => zoom <= most) ?? most;
}

/** The place along an edge that covers least and is nearest to where the islands lie. */
function bestBox(
  { width, height }: { readonly width: number; readonly height: number },
  { west, south, east, north }: Bounds,
  picture: Parameters<typeof placeIslands>[1],
  placed: readonly PlacedIslands[],
): Box {
  const [x, y] = picture.place([(west + east) / 2, (south + north) / 2]);
  const [right, bottom] = [picture.width - MARGIN - width, picture.height - MARGIN - height];
  const boxAt = (left: number, top: number): Box => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  });
  const boxes: Box[] = [];
  for (let top = MARGIN; top <= bottom; top += STEP) boxes.push(boxAt(MARGIN, top), boxAt(right, top));
  for (let left = MARGIN; left <= right; left += STEP) boxes.push(boxAt(left, MARGIN), boxAt(left, bottom));
  const cost = (box: Box): number => {
    const parts = partsOf(box);
    const taken = [...picture.blocked, ...placed.map((each) => each.box)];
    const covered = picture.discs.filter((disc) => discMeetsBox(disc, grown(box, APART))).length;
    return (
      (OVER_LAND * parts.filter((part) => !picture.isFree(part)).length) / parts.length +
      OVER_CIRCLE * (covered + taken.filter((other) => boxesMeet(other, grown(box, APART))).length) +
      Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y)
    );
  };
  const costs = boxes.map(cost);
  return boxes[costs.indexOf(Math.min(...costs))] ?? boxAt(MARGIN, MARGIN);
}

/** The frame with its land and title; `id` is the beginning of every id in it. */
export function islandParts(
  { box, view, group, scale }: PlacedIslands,
  land: string,
  look: Look,
  id: string,
): string[] {
  return [
    rectPart(box, look('inset')),
    `<clipPath id="${id}">${rectPart(view.box, '')}</clipPath>`,
    `<g clip-path="url(#${id})">${land}</g>`,
    rectPart(box, look('source')),
    `<text x="${tenth(box.left + AIR)}" y="${tenth(box.top + 15)}" font-size="${TEXT}" xml:space="preserve"><tspan ${look('name')}>${xmlText(group.title)}</tspan><tspan ${look('second')}>  ${scale}</tspan></text>`,
  ];
}
