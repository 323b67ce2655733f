/**
 * The text of a label as lines with their sizes: number and name, and below it where these people are.
 *
 *     54,726 Westmorland and Furness
 *     → North East and North Cumbria
 */
import { advance, wrapSigns } from './advance.js';

/** A run of one look on a line. */
export interface Run {
  readonly text: string;
  readonly look: 'figure' | 'name' | 'second';
}

export interface TextBlock {
  readonly lines: readonly {
    readonly runs: readonly Run[];
    readonly size: number;
    readonly height: number;
    readonly width: number;
  }[];
  /** Number in a disc before the first line; null for none. */
  readonly badge: number | null;
  readonly width: number;
  readonly height: number;
}

/** Radius of the disc around a number, and the room it takes before the text. */
export const BADGE_RADIUS = 11;
export const BADGE_ROOM = 28;

/** Sizes of text on a kind of picture. */
export interface TextSizes {
  readonly first: number;
  readonly second: number;
}

/** Height of a line over its size. */
const SPACING = 1.25;
/** Signs of a line that a name may take, and on a picture without room. */
const NAME_SIGNS = 30;
const FEW_SIGNS = 22;

const lineOf = (runs: readonly Run[], size: number): TextBlock['lines'][number] => ({
  runs,
  size,
  height: Math.round(size * SPACING),
  width: runs.reduce((sum, { text, look }) => sum + advance(text, size, look !== 'second'), 0),
});

/** Lines as one block. */
export function blockOf(lines: TextBlock['lines']): TextBlock {
  return {
    lines,
    badge: null,
    width: Math.max(0, ...lines.map(({ width }) => width)),
    height: lines.reduce((sum, { height }) => sum + height, 0),
  };
}

export interface LabelWords {
  /** Printed number; '' for none. */
  readonly figure: string;
  readonly name: string;
  /** What stands below: `→ North East and North Cumbria`; '' for nothing. */
  readonly below: string;
}

/** Number and name on a line, wrapped at 30 signs or at 22, what stands below it, wrapped at so many signs. */
export function labelBlock(
  { figure, name, below }: LabelWords,
  sizes: TextSizes,
  signs: number,
  hasRoom = true,
): TextBlock {
  const words = wrapSigns(
    figure === '' ? name : `${figure.replaceAll(' ', '\u00a0')} ${name}`,
    hasRoom ? NAME_SIGNS : FEW_SIGNS,
  );
  const shown = figure.replaceAll(' ', '\u00a0');
  const first = words.map((text, i) =>
    lineOf(
      i === 0 && shown !== '' && text.startsWith(shown)
        ? [
            { text: shown, look: 'figure' },
            { text: text.slice(shown.length), look: 'name' },
          ]
        : [{ text, look: 'name' }],
      sizes.first,
    ),
  );
  const second =
    below === ''
      ? []
      : wrapSigns(below, signs).map((text) => lineOf([{ text, look: 'second' }], sizes.second));
  return blockOf([...first, ...second]);
}

/** Name above number, for small pictures. */
export const shortBlock = ({ figure, name }: LabelWords, size: number): TextBlock =>
  blockOf([
    ...wrapSigns(name, FEW_SIGNS).map((text) => lineOf([{ text, look: 'name' }], size)),
    ...(figure === '' ? [] : [lineOf([{ text: figure, look: 'figure' }], size)]),
  ]);

/** The block with a number before it. */
export const withBadge = (badge: number, block: TextBlock): TextBlock => ({
  ...block,
  badge,
  lines: block.lines.map((line, i) =>
    i === 0
      ? { ...line, height: Math.max(line.height, 2 * BADGE_RADIUS), width: line.width + BADGE_ROOM }
      : line,
  ),
  width: block.width + BADGE_ROOM,
  height: block.height + Math.max(0, 2 * BADGE_RADIUS - (block.lines[0]?.height ?? 0)),
});

/** A number in a disc and nothing else. */
export const badgeBlock = (badge: number): TextBlock => ({
  lines: [{ runs: [], size: 13, height: 2 * BADGE_RADIUS, width: 2 * BADGE_RADIUS }],
  badge,
  width: 2 * BADGE_RADIUS,
  height: 2 * BADGE_RADIUS,
});
