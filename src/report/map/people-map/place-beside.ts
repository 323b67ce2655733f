/**
 * Labels right beside their circles, where nothing lies.
 *
 *     ●─ 116,367 East Suffolk      to the right, to the left, above, below; a little away with a level leader
 */
import {
  boxesMeet,
  boxAbout,
  discMeetsBox,
  liesIn,
  lineMeetsBox,
  linesMeet,
  type Box,
  type Disc,
  type Point,
} from './boxes.js';
import type { TextBlock } from './label-text.js';

/** What labels have to keep clear of. */
export interface Arena {
  /** Labels stay inside. */
  readonly frame: Box;
  /** Whether there is neither land nor anything else drawn in a box. */
  readonly isFree: (box: Box) => boolean;
  /** Whether labels may lie over land: in a picture that is all land. */
  readonly overLand: boolean;
  /** Where no text may lie, though a leader may: gaps and doubles. */
  readonly uncovered: readonly Box[];
  /** Where neither may: key, insets, buttons. */
  readonly blocked: readonly Box[];
  /** Every circle that is drawn. */
  readonly discs: readonly Disc[];
  /** Leaders that are there already. */
  readonly lines: readonly (readonly Point[])[];
}

/** A circle that wants a label. */
export interface WantedLabel {
  /** Number of the circle. */
  readonly circle: number;
  readonly disc: Disc;
  /** Its text in the left column and in the right one, which may be wrapped otherwise. */
  readonly left: TextBlock;
  readonly right: TextBlock;
}

/** A label in its place. */
export interface LaidLabel {
  readonly circle: number;
  readonly block: TextBlock;
  readonly box: Box;
  /** From the circle's edge to the text; none where the text stands at the circle. */
  readonly leader: readonly Point[];
  /** Which edge its lines have in common. */
  readonly align: 'left' | 'right' | 'middle';
}

/** Pixels between a circle and its text, and before the text at the end of a leader. */
const NEAR = 5;
/** Lengths of level leaders that are tried. */
const LEADERS = [0, 18, 36];

/** The label beside its circle, or null where there is no room. */
export function placeBeside(
  { circle, disc, left, right }: WantedLabel,
  arena: Arena,
  labels: readonly LaidLabel[],
): LaidLabel | null {
  const outward = disc.x >= (arena.frame.left + arena.frame.right) / 2 ? 1 : -1;
  for (const length of LEADERS) {
    for (const side of [outward, -outward]) {
      const found = levelLabel(circle, disc, side === 1 ? right : left, side, length);
      if (fits(found, arena, labels)) return found;
    }
    if (length > 0) continue;
    for (const up of [false, true]) {
      const found = stackedLabel(circle, disc, right, up);
      if (fits(found, arena, labels)) return found;
    }
  }
  return null;
}

function levelLabel(
  circle: number,
  { x, y, radius }: Disc,
  block: TextBlock,
  side: number,
  length: number,
): LaidLabel {
  const edge = x + side * radius;
  const start = edge + side * (length + NEAR);
  const first = block.lines[0]?.height ?? 0;
  // With a leader the first line is level with the circle; without one the middle of the text is.
  const top = length > 0 ? y - first / 2 : y - block.height / 2;
  const [left, right] = side === 1 ? [start, start + block.width] : [start - block.width, start];
  return {
    circle,
    block,
    box: { left, right, top, bottom: top + block.height },
    leader:
      length > 0
        ? [
            [edge, y],
            [edge + side * length, y],
          ]
        : [],
    align: side === 1 ? 'left' : 'right',
  };
}

function stackedLabel(circle: number, { x, y, radius }: Disc, block: TextBlock, up: boolean): LaidLabel {
  const top = up ? y - radius - 2 - block.height : y + radius + 2;
  const box = { left: x - block.width / 2, right: x + block.width / 2, top, bottom: top + block.height };
  return { circle, block, box, leader: [], align: 'middle' };
}

/** Whether a label whose leader is there already may have a larger box: over land where it lies over land now. */
export const stillFits = (label: LaidLabel, arena: Arena, labels: readonly LaidLabel[]): boolean =>
  fits({ ...label, leader: [] }, { ...arena, overLand: arena.overLand || !arena.isFree(label.box) }, labels);

function fits({ box, leader, circle }: LaidLabel, arena: Arena, labels: readonly LaidLabel[]): boolean {
  return (
    liesIn(box, arena.frame) &&
    (arena.overLand || arena.isFree(box)) &&
    arena.uncovered.every((other) => !boxesMeet(box, other)) &&
    arena.blocked.every((other) => !boxesMeet(box, other) && !lineMeetsBox(leader, other)) &&
    arena.discs.every(
      (disc, i) =>
        !discMeetsBox(disc, box) &&
        (i === circle || leader.length === 0 || !boxesMeet(boxAbout(disc), boxOfLine(leader))),
    ) &&
    arena.lines.every((line) => !lineMeetsBox(line, box) && !linesMeet(line, leader)) &&
    labels.every(
      (label) =>
        !boxesMeet(box, label.box) &&
        !lineMeetsBox(leader, label.box) &&
        !lineMeetsBox(label.leader, box) &&
        !linesMeet(leader, label.leader),
    )
  );
}

const boxOfLine = (line: readonly Point[]): Box => ({
  left: Math.min(...line.map(([x]) => x)),
  right: Math.max(...line.map(([x]) => x)),
  top: Math.min(...line.map(([, y]) => y)) - 0.5,
  bottom: Math.max(...line.map(([, y]) => y)) + 0.5,
});
