/**
 * The key inside the frame: what circles count, three sizes of them, the line, the tint, the arrow.
 */
import { wholeText } from '../../../trouble/count-text.js';
import { advance, wrapSigns } from './advance.js';
import { boxesMeet, discMeetsBox, type Box, type Disc } from './boxes.js';
import { circleRadius, keyValues } from './circle-sizes.js';

/** A row of the key: a sample and words. */
export interface KeyRow {
  readonly sample:
    | 'border'
    | 'former'
    | 'piece'
    | 'moved'
    | 'arrow'
    | 'gap'
    | 'double'
    | 'place'
    | 'unit'
    | 'dots'
    | 'minor'
    | 'circle'
    | 'fault'
    | 'cross';
  readonly words: string;
}

export interface Key {
  /** What circles count, in lines; none for no circles. */
  readonly title: readonly string[];
  readonly circles: readonly { readonly radius: number; readonly text: string }[];
  readonly rows: readonly KeyRow[];
  /** Of the text. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

/** Height of a row of the key. */
export const KEY_LINE = 20;
/** Pixels around it that nothing else takes. */
export const KEY_AIR = 8;
/** Room for a sample, height of a line of the title. */
export const KEY_SAMPLE = 34;
export const KEY_TITLE_LINE = 17;
/** Signs of a line of the title, and on a narrow picture. */
const TITLE_SIGNS = 30;
const TITLE_SIGNS_SMALL = 20;

/** The key of circles up to a largest amount, whose figures `unit` follows; null amounts have no sizes to show. */
export function makeKey(
  title: string,
  amounts: readonly (number | null)[],
  rows: readonly KeyRow[],
  {
    largestRadius,
    size,
    isNarrow,
    unit,
  }: {
    readonly largestRadius: number;
    readonly size: number;
    readonly isNarrow: boolean;
    readonly unit: string;
  },
): Key {
  const known = amounts.filter((amount) => amount !== null);
  const largest = Math.max(0, ...known);
  const values = known.length > 0 ? keyValues(largest) : [];
  const lines = title === '' ? [] : wrapSigns(title, isNarrow ? TITLE_SIGNS_SMALL : TITLE_SIGNS);
  const circles = values.map((value) => ({
    radius: circleRadius(value, largest, largestRadius),
    text: `${wholeText(value)}${unit}`,
  }));
  const first = circles[0]?.radius ?? 0;
  const circlesHigh = circles.length === 0 ? 0 : Math.max(2 * first, 16 * circles.length) + 8;
  return {
    size,
    title: lines,
    circles,
    rows,
    width: Math.ceil(
      Math.max(
        ...lines.map((line) => advance(line, size, true)),
        ...rows.map(({ words }) => KEY_SAMPLE + advance(words, size)),
        ...circles.map(({ text }) => 2 * first + 14 + advance(text, size)),
      ),
    ),
    height:
      (lines.length === 0 ? 0 : KEY_TITLE_LINE * lines.length + 5) + circlesHigh + KEY_LINE * rows.length,
  };
}

/** The corner of the frame for a box of that size that covers least: never a circle where another corner is free of them. */
export function placeInCorner(
  { width, height }: { readonly width: number; readonly height: number },
  frame: Box,
  taken: readonly Box[],
  discs: readonly Disc[],
  isFree: (box: Box) => boolean,
  { leftFirst, isApart }: { readonly leftFirst: boolean; readonly isApart: (box: Box) => boolean },
): Box {
  const corner = (right: boolean, bottom: boolean): Box => {
    const left = right ? frame.right - width : frame.left;
    const top = bottom ? frame.bottom - height : frame.top;
    return { left, top, right: left + width, bottom: top + height };
  };
  const first = !leftFirst;
  const corners = [corner(first, false), corner(!first, false), corner(first, true), corner(!first, true)];
  const cost = (box: Box): number => {
    const parts = partsOf(box);
    return (
      1000 * taken.filter((other) => boxesMeet(box, other)).length +
      100 * discs.filter((disc) => discMeetsBox(disc, box)).length +
      (10 * parts.filter((part) => !isFree(part)).length) / parts.length +
      (50 * parts.filter((part) => !isApart(part)).length) / parts.length
    );
  };
  return corners.reduce((best, box) => (cost(box) < cost(best) ? box : best));
}

/** A box in sixteen parts. */
export function partsOf({ left, top, right, bottom }: Box): Box[] {
  const [w, h] = [(right - left) / 4, (bottom - top) / 4];
  return Array.from({ length: 16 }, (_, i) => {
    const [x, y] = [left + (i % 4) * w, top + Math.floor(i / 4) * h];
    return { left: x, top: y, right: x + w, bottom: y + h };
  });
}
