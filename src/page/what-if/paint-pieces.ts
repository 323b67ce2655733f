/// <reference lib="dom" />
/**
 * Paints the pieces, in two sheets one above the other. The ground: each piece in the tint of the unit it is in, those that
 * moved hatched, borders of the layer that changes thick, those of the other layer thin, pieces that are large enough
 * apart. The marks, which come and go with the pointer: what is chosen outlined, names where they fit. Only what is in
 * sight is drawn, at the detail that can be seen; of the ground after a move only where the move was.
 */
import { boxesMeet, type Box } from '../../report/html/client/plane.js';
import type { View } from '../../report/html/client/view.js';
import type { Colours } from './map-colours.js';
import { paintNames, type NamePlace } from './name-places.js';
import type { UnitOutlines } from './outlines-of.js';
import type { PieceShapes } from './piece-shapes.js';
import type { Trail, Trails } from './trails.js';

/** What the ground shows. */
export interface Ground {
  readonly shapes: PieceShapes;
  readonly units: UnitOutlines;
  /** The number of the tint of each unit. */
  readonly tints: ReadonlyMap<string, number>;
  readonly others: Trails;
  /** Around pieces that moved; null for none. */
  readonly moved: Trails | null;
}

/** What is shown above it. */
export interface Marks {
  /** Around pieces that are chosen, that are pointed at; null for none. */
  readonly chosen: Trails | null;
  readonly hovered: Trails | null;
  readonly places: readonly NamePlace[];
  /** Short names of units by code. */
  readonly names: ReadonlyMap<string, string>;
}

/** Where it is painted. */
export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly view: View;
  /** Device pixels a pixel. */
  readonly ratio: number;
  readonly colours: Colours;
}

/** Pixels that a piece must be high and wide for its own outline to be drawn. */
const FINE = 6;
/** Pixels from position to position of an outline. */
const APART = 0.5;
/** Pixels around what changed in which its lines lie too: half the thickest one, and its corners. */
const BESIDE = 6;

/** Paints the ground in a box of the plane that changed, or all of it that is in sight. */
export function paintGround(sheet: Sheet, ground: Ground, changed: Box | null): void {
  const { context, view, colours, ratio } = sheet;
  const [left, top, right, bottom] = pixelsOf(sheet, changed);
  if (left >= right || top >= bottom) return;
  const { shapes, units, tints, others, moved } = ground;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.fillStyle = colours.ground;
  context.fill();
  const scale = toPlane(sheet);
  const [x, y] = [view.x - view.width / 2 / view.scale, view.y - view.height / 2 / view.scale];
  const seen: Box = [x + left / scale, y + top / scale, x + right / scale, y + bottom / scale];
  const fill = (found: readonly Trail[], style: string | CanvasPattern): void => {
    context.beginPath();
    for (const { line } of found) follow(context, line);
    context.fillStyle = style;
    context.fill('evenodd');
  };
  for (const [unit, around] of units.around)
    fill(
      around(view.scale, seen),
      unit === '' ? colours.nobody : (colours.tints[tints.get(unit) ?? 0] ?? colours.nobody),
    );
  if (moved !== null) fill(moved(view.scale, seen), hatching(context, colours.ink, ratio, scale));
  paintFine(context, shapes, view.scale, seen, colours.fine);
  stroke(sheet, others(view.scale, seen), colours.other, 1.2, [5, 3]);
  for (const { border } of units.between.values())
    if (border !== null) stroke(sheet, border(view.scale, seen), colours.border, 2.4);
  context.restore();
}

/** Paints the marks anew. */
export function paintMarks(sheet: Sheet, { chosen, hovered, places, names }: Marks): void {
  const { context, view, colours, ratio } = sheet;
  const seen = boxSeen(view);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, view.width * ratio, view.height * ratio);
  toPlane(sheet);
  if (hovered !== null) stroke(sheet, hovered(view.scale, seen), colours.chosen, 1.5, [3, 2]);
  if (chosen !== null) {
    stroke(sheet, chosen(view.scale, seen), colours.chosenUnder, 7);
    stroke(sheet, chosen(view.scale, seen), colours.chosen, 2.5);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintNames(context, places, names, view, colours);
}

/** What of the plane is in sight. */
const boxSeen = ({ x, y, scale, width, height }: View): Box => [
  x - width / 2 / scale,
  y - height / 2 / scale,
  x + width / 2 / scale,
  y + height / 2 / scale,
];

/**
 * Left, top, right and bottom of what is to be painted, in whole device pixels, so that no seam is left around it: all of a
 * sheet, or as far as the lines around a box of the plane go.
 */
function pixelsOf({ view, ratio }: Sheet, box: Box | null): Box {
  const [across, down] = [view.width * ratio, view.height * ratio];
  if (box === null) return [0, 0, Math.ceil(across), Math.ceil(down)];
  const scale = view.scale * ratio;
  const [left, top] = [across / 2 - view.x * scale, down / 2 - view.y * scale];
  const by = BESIDE * ratio;
  return [
    Math.max(0, Math.floor(box[0] * scale + left - by)),
    Math.max(0, Math.floor(box[1] * scale + top - by)),
    Math.min(Math.ceil(across), Math.ceil(box[2] * scale + left + by)),
    Math.min(Math.ceil(down), Math.ceil(box[3] * scale + top + by)),
  ];
}

/** Lets a context draw in the plane; gives the device pixels a kilometre. */
function toPlane({ context, view, ratio }: Sheet): number {
  const scale = view.scale * ratio;
  context.setTransform(
    scale,
    0,
    0,
    scale,
    (view.width * ratio) / 2 - view.x * scale,
    (view.height * ratio) / 2 - view.y * scale,
  );
  return scale;
}

function follow(context: CanvasRenderingContext2D, line: ArrayLike<number>): void {
  context.moveTo(line[0]!, line[1]!);
  for (let i = 2; i < line.length; i += 2) context.lineTo(line[i]!, line[i + 1]!);
}

/** Draws lines one by one: thousands of wide ones take several times as long in one path. */
function stroke(
  { context, view }: Sheet,
  found: readonly Trail[],
  style: string,
  width: number,
  dash: number[] = [],
): void {
  takeLine(context, style, width / view.scale);
  context.setLineDash(dash.map((each) => each / view.scale));
  for (const { line } of found) {
    context.beginPath();
    follow(context, line);
    context.stroke();
  }
  context.setLineDash([]);
}

function takeLine(context: CanvasRenderingContext2D, style: string, width: number): void {
  context.strokeStyle = style;
  context.lineWidth = width;
  context.lineJoin = 'round';
}

/** Outlines of pieces that are large enough on the screen. */
function paintFine(
  context: CanvasRenderingContext2D,
  { arcs, boxes, sides, pieces }: PieceShapes,
  scale: number,
  seen: Box,
  style: string,
): void {
  const least = FINE / scale;
  const isLarge = Uint8Array.from(pieces, ({ box }) =>
    box[2] - box[0] > least && box[3] - box[1] > least && boxesMeet(box, seen) ? 1 : 0,
  );
  const apart = APART / scale;
  context.beginPath();
  for (let k = 0; k < arcs.length; k++) {
    const [p, q] = [sides[2 * k]!, sides[2 * k + 1]!];
    if (!((p >= 0 && isLarge[p] === 1) || (q >= 0 && isLarge[q] === 1)) || !boxesMeet(boxes[k]!, seen))
      continue;
    const line = arcs[k]!;
    let [x, y] = [line[0]!, line[1]!];
    context.moveTo(x, y);
    for (let i = 2; i < line.length; i += 2) {
      const isEnd = i === line.length - 2;
      if (!isEnd && Math.abs(line[i]! - x) + Math.abs(line[i + 1]! - y) < apart) continue;
      context.lineTo((x = line[i]!), (y = line[i + 1]!));
    }
  }
  takeLine(context, style, 0.6 / scale);
  context.stroke();
}

/** Slanting lines, as wide on the screen at every scale. */
function hatching(
  context: CanvasRenderingContext2D,
  ink: string,
  ratio: number,
  scale: number,
): CanvasPattern {
  const size = 8 * ratio;
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const drawing = tile.getContext('2d')!;
  drawing.strokeStyle = ink;
  drawing.globalAlpha = 0.55;
  drawing.lineWidth = 1.2 * ratio;
  for (const by of [-size, 0, size]) {
    drawing.beginPath();
    drawing.moveTo(by, size);
    drawing.lineTo(by + size, 0);
    drawing.stroke();
  }
  const pattern = context.createPattern(tile, 'repeat')!;
  pattern.setTransform(new DOMMatrix([1 / scale, 0, 0, 1 / scale, 0, 0]));
  return pattern;
}
