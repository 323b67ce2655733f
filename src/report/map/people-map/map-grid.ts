/**
 * Small maps side by side, each titled and in a frame of its own, with one key below them all.
 *
 *     Now           Two unitaries    Three unitaries
 *     ┌─────────┐   ┌─────────┐      ┌─────────┐
 *     └─────────┘   └─────────┘      └─────────┘
 *     ● people outside the main ICB  ── border of an ICB
 */
import { xmlText } from '../../xml.js';
import type { Position } from '../map-lines.js';
import { fitPaper, type Bounds } from '../sheet-of-paper.js';
import { advance } from './advance.js';
import { keySample } from './draw-laid.js';
import type { Look, Part } from './looks.js';
import type { MapPicture, PictureWishes } from './map-picture.js';
import { KEY_SAMPLE, type KeyRow } from './place-key.js';
import type { View } from './view-of-land.js';
import { wrapToWidth } from './wrap-to-width.js';

/** One of the maps: what stands above it, what it is fitted to, and what is drawn in its view. */
export interface GridMap {
  readonly title: string;
  readonly subtitle: string;
  readonly bounds: Bounds;
  /** Parts for a view; `id` is the beginning of every id in them. */
  readonly draw: (view: View, id: string) => string[];
}

/** Maps in a row at most, pixels between them, around the land. */
const MOST_IN_ROW = 3;
const GAP = 24;
const AIR = 12;
/** Maps less wide than this have smaller texts. */
export const WIDE = 280;
const SIZES = { wide: [17, 13], narrow: [14, 11] } as const;
const SPACING = 1.3;
const BELOW_TITLE = 10;
/** A row of maps is at least so high, however many rows there are. */
const LEAST_ROW = 180;
const KEY_SIZE = 12;
const KEY_LINE = 22;
const KEY_GAP = 22;

/** The picture of the maps, at most so high where they stand in one row. */
export function mapGrid(
  maps: readonly GridMap[],
  key: readonly KeyRow[],
  { width, mostHeight, look, id }: Pick<PictureWishes, 'width' | 'mostHeight' | 'look' | 'id'>,
): MapPicture {
  const inRow = Math.min(MOST_IN_ROW, maps.length);
  const across = (width - GAP * (inRow - 1)) / inRow;
  const rows = Math.ceil(maps.length / inRow);
  const [first, second] = across < WIDE ? SIZES.narrow : SIZES.wide;
  const heads = maps.map(({ title, subtitle }) => ({
    title: wrapToWidth(title, first, across, true),
    subtitle: wrapToWidth(subtitle, second, across),
  }));
  const headHeight = (row: number): number =>
    Math.max(
      ...heads
        .slice(row * inRow, (row + 1) * inRow)
        .map((head) => (first * head.title.length + second * head.subtitle.length) * SPACING),
    ) + BELOW_TITLE;
  const most = Math.max(LEAST_ROW, mostHeight / rows - headHeight(0));
  const papers = maps.map(({ bounds }) => fitPaper(bounds, across - 2 * AIR, most - 2 * AIR));
  const down = Math.ceil(Math.max(...papers.map(({ height }) => height))) + 2 * AIR;
  const tops: number[] = [];
  for (let row = 0, top = 0; row < rows; row++) {
    top += headHeight(row);
    tops.push(top);
    top += down + GAP;
  }
  const parts = maps.flatMap(({ draw }, i) => {
    const [left, top] = [(i % inRow) * (across + GAP), tops[Math.floor(i / inRow)]!];
    const paper = papers[i]!;
    const box = { left, top, right: left + across, bottom: top + down };
    const place = (position: Position): Position => {
      const [x, y] = paper.place(position);
      return [x + left + (across - paper.width) / 2, y + top + (down - paper.height) / 2];
    };
    const frame = `x="${left + 0.5}" y="${top + 0.5}" width="${across - 1}" height="${down - 1}"`;
    const head = heads[i]!;
    let y = top - headHeight(Math.floor(i / inRow));
    const line = (words: string, size: number, part: Part): string => {
      y += size * SPACING;
      return `<text x="${left}" y="${Math.round(y - size * 0.25)}" font-size="${size}" ${look(part)}>${xmlText(words)}</text>`;
    };
    return [
      ...head.title.map((words) => line(words, first, 'name')),
      ...head.subtitle.map((words) => line(words, second, 'second')),
      `<clipPath id="${id}-${i}-frame"><rect ${frame}/></clipPath>`,
      `<g clip-path="url(#${id}-${i}-frame)">`,
      ...draw({ box, place }, `${id}-${i}`),
      '</g>',
      `<rect ${frame} ${look('frame')}/>`,
    ];
  });
  const strip = keyStrip(key, width, tops[rows - 1]! + down, look);
  return { width, height: tops[rows - 1]! + down + strip.height, parts: [...parts, ...strip.parts] };
}

/** Samples and their words in lines. */
function keyStrip(
  key: readonly KeyRow[],
  width: number,
  top: number,
  look: Look,
): { readonly parts: string[]; readonly height: number } {
  if (key.length === 0) return { parts: [], height: 0 };
  let [x, line] = [0, 0];
  const parts = key.map(({ sample, words }) => {
    const wide = KEY_SAMPLE + advance(words, KEY_SIZE);
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    const [left, middle] = [x, top + KEY_LINE * (line + 0.75)];
    x += wide + KEY_GAP;
    return `${keySample(sample, left, middle, look)}<text x="${Math.round(left + KEY_SAMPLE)}" y="${Math.round(middle + 4)}" font-size="${KEY_SIZE}" ${look('second')}>${xmlText(words)}</text>`;
  });
  return { parts, height: KEY_LINE * (line + 1) + 4 };
}
