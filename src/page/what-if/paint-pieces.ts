/// <reference lib="dom" />
/**
 * Paints the pieces: each in the tint of the unit it is in, those that moved hatched, borders of the layer that changes
 * thick, those of the other layer thin, pieces that are large enough apart, what is chosen outlined, names where they fit.
 * Only what is in sight is drawn, at the detail that can be seen.
 */
import { boxesMeet, type Box } from '../../report/html/client/plane.js';
import type { View } from '../../report/html/client/view.js';
import type { Colours } from './map-colours.js';
import { paintNames, type NamePlace } from './name-places.js';
import type { UnitOutlines } from './outlines-of.js';
import type { PieceShapes } from './piece-shapes.js';
import type { Trails } from './trails.js';

/** What the map shows. */
export interface Picture {
  readonly shapes: PieceShapes;
  readonly units: UnitOutlines;
  readonly others: Trails;
  /** Around pieces that moved, that are chosen, that are pointed at; null for none. */
  readonly moved: Trails | null;
  readonly chosen: Trails | null;
  readonly hovered: Trails | null;
  readonly places: readonly NamePlace[];
  /** Short names of units by code. */
  readonly names: ReadonlyMap<string, string>;
}

/** Pixels that a piece must be high and wide for its own outline to be drawn. */
const FINE = 6;
/** Pixels from position to position of an outline. */
const APART = 0.5;

/** Paints everything for a view; `ratio` are device pixels a pixel. */
export function paintPieces(
  context: CanvasRenderingContext2D,
  picture: Picture,
  view: View,
  ratio: number,
  colours: Colours,
): void {
  const { shapes, units, others, moved, chosen, hovered } = picture;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, view.width * ratio, view.height * ratio);
  const scale = view.scale * ratio;
  context.setTransform(
    scale,
    0,
    0,
    scale,
    (view.width * ratio) / 2 - view.x * scale,
    (view.height * ratio) / 2 - view.y * scale,
  );
  const seen: Box = [
    view.x - view.width / 2 / view.scale,
    view.y - view.height / 2 / view.scale,
    view.x + view.width / 2 / view.scale,
    view.y + view.height / 2 / view.scale,
  ];
  const follow = (trails: Trails): void => {
    context.beginPath();
    for (const { line } of trails(view.scale, seen)) {
      context.moveTo(line[0]!, line[1]!);
      for (let i = 2; i < line.length; i += 2) context.lineTo(line[i]!, line[i + 1]!);
    }
  };
  const fill = (trails: Trails, style: string | CanvasPattern): void => {
    follow(trails);
    context.fillStyle = style;
    context.fill('evenodd');
  };
  const stroke = (trails: Trails, style: string, width: number, dash: number[] = []): void => {
    follow(trails);
    takeLine(context, style, width / view.scale);
    context.setLineDash(dash.map((each) => each / view.scale));
    context.stroke();
    context.setLineDash([]);
  };
  units.tints.forEach((trails, tint) => fill(trails, colours.tints[tint]!));
  fill(units.nobody, colours.nobody);
  if (moved !== null) fill(moved, hatching(context, colours.ink, ratio, scale));
  paintFine(context, shapes, view.scale, seen, colours.fine);
  stroke(others, colours.other, 1.2, [5, 3]);
  stroke(units.borders, colours.border, 2.4);
  if (hovered !== null) stroke(hovered, colours.chosen, 1.5, [3, 2]);
  if (chosen !== null) {
    stroke(chosen, colours.chosenUnder, 7);
    stroke(chosen, colours.chosen, 2.5);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintNames(context, picture.places, picture.names, view, colours);
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
