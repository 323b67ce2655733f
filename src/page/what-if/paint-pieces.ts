/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * Paints the pieces: each in the tint of the unit it is in, those that moved hatched, borders of the layer that changes
 * thick, those of the other layer thin, what is chosen outlined, names where they fit.
 */
import { arcNumber } from '../../report/html/client/outlines.js';
import type { PlaneLine } from '../../report/html/client/plane.js';
import type { View } from '../../report/html/client/view.js';
import type { PieceShapes } from './piece-shapes.js';
import { TINTS } from './tints.js';

/** What the map shows. */
export interface Picture {
  readonly shapes: PieceShapes;
  /** Code of the unit that each piece is in, '' for none; tints and short names of units by code. */
  readonly unitOf: readonly string[];
  readonly tints: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, string>;
  /** Unit of the other layer that each piece is of, -1 for none, and whether small areas are told apart. */
  readonly otherOf: Int32Array;
  readonly moved: ReadonlySet<number>;
  readonly chosen: ReadonlySet<number>;
  readonly hovered: ReadonlySet<number>;
}

export interface Colours {
  readonly ground: string;
  readonly ink: string;
  readonly halo: string;
  readonly border: string;
  readonly other: string;
  readonly fine: string;
  readonly nobody: string;
  readonly chosen: string;
  readonly chosenUnder: string;
  readonly tints: readonly string[];
}

/** Colours of the style sheet, as they are where an element stands. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ground: of('sea'),
    ink: of('ink'),
    halo: of('halo'),
    border: of('layer-0'),
    other: of('place-line'),
    fine: of('hair'),
    nobody: of('land'),
    chosen: of('chosen'),
    chosenUnder: of('chosen-under'),
    tints: Array.from({ length: TINTS }, (_, tint) => of(`tint-${tint}`)),
  };
}

/** Pieces and lines as paths of a canvas, made once. */
export interface Paths {
  readonly pieces: readonly Path2D[];
  readonly lines: readonly Path2D[];
}

export function pathsOf({ arcs, pieces }: PieceShapes): Paths {
  const trace = (path: Path2D, line: PlaneLine, backwards: boolean, goesOn: boolean): void => {
    for (let i = 0; i < line.length; i += 2) {
      const at = backwards ? line.length - 2 - i : i;
      if (i === 0 && !goesOn) path.moveTo(line[at]!, line[at + 1]!);
      else path.lineTo(line[at]!, line[at + 1]!);
    }
  };
  return {
    pieces: pieces.map(({ rings }) => {
      const path = new Path2D();
      for (const ring of rings) {
        ring.forEach((k, i) => trace(path, arcs[arcNumber(k)]!, k < 0, i > 0));
        path.closePath();
      }
      return path;
    }),
    lines: arcs.map((line) => {
      const path = new Path2D();
      trace(path, line, false, false);
      return path;
    }),
  };
}

/** Paints everything for a view; `ratio` are device pixels a pixel. */
export function paintPieces(
  context: CanvasRenderingContext2D,
  paths: Paths,
  picture: Picture,
  view: View,
  ratio: number,
  colours: Colours,
): void {
  const { shapes, unitOf, tints, otherOf, moved, chosen, hovered } = picture;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, view.width * ratio, view.height * ratio);
  const scale = view.scale * ratio;
  const toScreen = (): void =>
    context.setTransform(
      scale,
      0,
      0,
      scale,
      (view.width * ratio) / 2 - view.x * scale,
      (view.height * ratio) / 2 - view.y * scale,
    );
  toScreen();
  const pixel = 1 / view.scale;
  const seen = shapes.pieces.filter(({ box }) => inSight(box, view));
  const fill = (
    wanted: (piece: number) => boolean,
    style: (piece: number) => string | CanvasPattern,
  ): void => {
    for (const { number } of seen) {
      if (!wanted(number)) continue;
      context.fillStyle = style(number);
      context.fill(paths.pieces[number]!, 'evenodd');
    }
  };
  fill(
    () => true,
    (piece) => (unitOf[piece] === '' ? colours.nobody : colours.tints[tints.get(unitOf[piece]!) ?? 0]!),
  );
  const hatch = hatching(context, colours.ink, ratio, scale);
  fill(
    (piece) => moved.has(piece),
    () => hatch,
  );
  const stroke = (
    wanted: (k: number) => boolean,
    style: string,
    width: number,
    dash: number[] = [],
  ): void => {
    const path = new Path2D();
    for (let k = 0; k < paths.lines.length; k++) if (wanted(k)) path.addPath(paths.lines[k]!);
    context.strokeStyle = style;
    context.lineWidth = width * pixel;
    context.lineJoin = 'round';
    context.setLineDash(dash.map((each) => each * pixel));
    context.stroke(path);
    context.setLineDash([]);
  };
  const { sides } = shapes;
  const differ = (k: number, of: (piece: number) => string | number, none: string | number): boolean => {
    const [p, q] = [sides[2 * k]!, sides[2 * k + 1]!];
    return (p < 0 ? none : of(p)) !== (q < 0 ? none : of(q));
  };
  if (averageWidth(shapes) * view.scale > FINE) stroke(() => true, colours.fine, 0.6);
  stroke((k) => differ(k, (piece) => otherOf[piece]!, -1), colours.other, 1.2, [5, 3]);
  stroke((k) => differ(k, (piece) => unitOf[piece]!, ''), colours.border, 2.4);
  const outline = (set: ReadonlySet<number>): ((k: number) => boolean) => {
    return (k) => differ(k, (piece) => (set.has(piece) ? 1 : 0), 0);
  };
  if (hovered.size > 0) stroke(outline(hovered), colours.chosen, 1.5, [3, 2]);
  if (chosen.size > 0) {
    stroke(outline(chosen), colours.chosenUnder, 7);
    stroke(outline(chosen), colours.chosen, 2.5);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintNames(context, picture, view, colours);
}

/** Pixels that a piece must be wide on average for the lines between all pieces to be drawn. */
const FINE = 9;

const averageWidth = ({ box, pieces }: PieceShapes): number =>
  Math.sqrt(((box[2] - box[0]) * (box[3] - box[1])) / Math.max(1, pieces.length));

const inSight = (box: readonly number[], { x, y, scale, width, height }: View): boolean =>
  box[0]! < x + width / 2 / scale &&
  box[2]! > x - width / 2 / scale &&
  box[1]! < y + height / 2 / scale &&
  box[3]! > y - height / 2 / scale;

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

/** The name of each unit in its middle, the largest first; none over another or beyond the edge. */
function paintNames(
  context: CanvasRenderingContext2D,
  { shapes, unitOf, names }: Picture,
  { x, y, scale, width, height }: View,
  colours: Colours,
): void {
  const places = namePlaces(shapes, unitOf);
  context.font = '600 12px "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const drawn: [number, number, number, number][] = [];
  for (const { unit, piece } of places) {
    const name = names.get(unit) ?? unit;
    const half = context.measureText(name).width / 2 + 3;
    const middle = shapes.middles[piece]!;
    const [left, top] = [(middle[0] - x) * scale + width / 2, (middle[1] - y) * scale + height / 2];
    const box: [number, number, number, number] = [left - half, top - 9, left + half, top + 9];
    const fits = box[0] > 0 && box[1] > 0 && box[2] < width && box[3] < height;
    const isFree = drawn.every(
      (other) => box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1],
    );
    if (!fits || !isFree) continue;
    drawn.push(box);
    context.strokeStyle = colours.halo;
    context.lineWidth = 3;
    context.strokeText(name, left, top);
    context.fillStyle = colours.ink;
    context.fillText(name, left, top);
  }
}

/** For each unit the piece that lies nearest to its middle, and of these the widest; units with most land first. */
function namePlaces(
  { middles }: PieceShapes,
  unitOf: readonly string[],
): { readonly unit: string; readonly piece: number }[] {
  const sums = new Map<string, { x: number; y: number; land: number; pieces: number[] }>();
  middles.forEach(([x, y, width], piece) => {
    const unit = unitOf[piece]!;
    if (unit === '' || width === 0) return;
    const sum = sums.get(unit) ?? { x: 0, y: 0, land: 0, pieces: [] };
    sums.set(unit, sum);
    // A piece is as high as it is wide, or nearly so.
    const land = width * width;
    Object.assign(sum, { x: sum.x + x * land, y: sum.y + y * land, land: sum.land + land });
    sum.pieces.push(piece);
  });
  return [...sums]
    .sort(([, p], [, q]) => q.land - p.land)
    .map(([unit, { x, y, land, pieces }]) => {
      const away = (piece: number): number => {
        const [u, v, width] = middles[piece]!;
        return Math.hypot(u - x / land, v - y / land) - width / 2;
      };
      return { unit, piece: pieces.reduce((p, q) => (away(q) < away(p) ? q : p)) };
    });
}
