/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The map to choose on: canvases, the uppermost of which is dragged, zoomed and clicked, with a lasso and a rectangle; by keyboard it is
 * moved and zoomed, and what is under the cross in its middle is chosen with Enter.
 */
import { make } from '../../report/html/client/make-element.js';
import { boxesMeet, boxOf, joinBoxes, type Box } from '../../report/html/client/plane.js';
import { fitBox, leastScale, zoomAbout, type View } from '../../report/html/client/view.js';
import { coloursOf } from './map-colours.js';
import { namePlaces } from './name-places.js';
import { bordersOf, outlineOf, piecesApart, unitOutlines, type UnitOutlines } from './outlines-of.js';
import { paintGround, paintMarks, type Ground, type Marks, type Sheet } from './paint-pieces.js';
import { listenToPointer, type Tool } from './listen-to-pointer.js';
import type { PieceShapes } from './piece-shapes.js';

/** The pieces as they are: what is the same object as before is not drawn up again. */
export interface PieceStates {
  /** Code of the unit that each piece is in, '' for none; tints and short names of units by code. */
  readonly unitOf: readonly string[];
  readonly tints: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, string>;
  /** Unit of the other layer that each piece is of, -1 for none. */
  readonly otherOf: Int32Array;
  readonly moved: ReadonlySet<number>;
  readonly chosen: ReadonlySet<number>;
  readonly hovered: ReadonlySet<number>;
}

export interface PieceMap {
  readonly element: HTMLElement;
  readonly show: (states: PieceStates) => void;
  /** Goes where pieces are, if they cannot be seen well. */
  readonly goTo: (pieces: readonly number[]) => void;
}

export interface MapListener {
  /** Pieces that were clicked or encircled; `adds` where what was chosen before stays. */
  readonly choose: (pieces: readonly number[], adds: boolean) => void;
  readonly hover: (piece: number) => void;
}

const STEP = 1.4;
const FINEST = 2;
const CLOSEST = 500;

/** A map of pieces in an element of its own; `home` is what it shows at first. */
export function pieceMap(shapes: PieceShapes, home: Box, listener: MapListener): PieceMap {
  const canvas = make('canvas', {
    tabindex: '0',
    role: 'application',
    'aria-label':
      'Map. Arrow keys move it, plus and minus zoom, Enter chooses what is under the cross; the list beside it has the same.',
  });
  const base = make('canvas', { class: 'ground', 'aria-hidden': 'true' });
  const band = make('canvas', { class: 'band', 'aria-hidden': 'true' });
  const frame = make('div', { class: 'work-map' }, base, canvas, band);
  const cross = make('span', { class: 'cross', 'aria-hidden': 'true' });
  frame.append(cross, toolbar());
  const view: View = { x: 0, y: 0, scale: 0, width: 0, height: 0 };
  const others = remembered((otherOf: Int32Array) => bordersOf(shapes, otherOf));
  const around = {
    moved: remembered((pieces: ReadonlySet<number>) => outlineOf(shapes, pieces)),
    chosen: remembered((pieces: ReadonlySet<number>) => outlineOf(shapes, pieces)),
    hovered: remembered((pieces: ReadonlySet<number>) => outlineOf(shapes, pieces)),
  };
  const places = remembered((unitOf: readonly string[]) => namePlaces(shapes, unitOf));
  let units: UnitOutlines | null = null;
  let picture: { readonly ground: Ground; readonly marks: Marks } | null = null;
  /** What of the ground is to be painted: a box of the plane, everything, or nothing of it. */
  let stale: Box | 'everything' | null = 'everything';
  let tool: Tool = 'move';
  let frames = 0;

  const paint = (): void => {
    frames = 0;
    if (picture === null || view.width === 0) return;
    const ratio = Math.min(FINEST, window.devicePixelRatio || 1);
    const colours = coloursOf(frame);
    const sheetOf = (of: HTMLCanvasElement): Sheet => ({
      context: of.getContext('2d')!,
      view,
      ratio,
      colours,
    });
    if (stale !== null) paintGround(sheetOf(base), picture.ground, stale === 'everything' ? null : stale);
    stale = null;
    paintMarks(sheetOf(canvas), picture.marks);
    frame.dataset['painted'] = String(Number(frame.dataset['painted'] ?? '0') + 1);
  };
  const ask = (): void => {
    if (frames === 0) frames = requestAnimationFrame(paint);
  };
  const askAll = (): void => {
    stale = 'everything';
    ask();
  };
  const setView = (place: Partial<View>): void => {
    Object.assign(view, place);
    view.scale = Math.min(CLOSEST, Math.max(leastScale(shapes.box, view), view.scale));
    askAll();
  };
  const whole = (): void => setView(fitBox(home, view, 0.94));
  const zoom = (factor: number, left = view.width / 2, top = view.height / 2): void =>
    setView(zoomAbout(view, view.scale * factor, left, top));

  function toolbar(): HTMLElement {
    const button = (label: string, sign: string, act: () => void): HTMLButtonElement => {
      const made = make('button', { type: 'button', title: label, 'aria-label': label }, sign);
      made.addEventListener('click', act);
      return made;
    };
    const tools = (['move', 'lasso', 'rectangle'] as const).map((name) => {
      const words = {
        move: 'Move the map',
        lasso: 'Lasso: choose what is encircled',
        rectangle: 'Rectangle: choose what is inside',
      };
      const made = button(words[name], { move: '✥', lasso: '◌', rectangle: '▭' }[name], () => {
        tool = name;
        tools.forEach((each) => each.setAttribute('aria-pressed', String(each === made)));
        frame.dataset['tool'] = name;
      });
      made.setAttribute('aria-pressed', String(name === 'move'));
      return made;
    });
    return make(
      'div',
      { class: 'map-tools', role: 'group', 'aria-label': 'Map tools' },
      button('Zoom in', '+', () => zoom(STEP)),
      button('Zoom out', '−', () => zoom(1 / STEP)),
      button('Show everything', '⤢', () => whole()),
      ...tools,
    );
  }

  new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = frame;
    const ratio = Math.min(FINEST, window.devicePixelRatio || 1);
    for (const each of [base, canvas, band]) {
      each.width = width * ratio;
      each.height = height * ratio;
    }
    const isFirst = view.width === 0;
    Object.assign(view, { width, height });
    if (isFirst) whole();
    else askAll();
  }).observe(frame);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', askAll);

  const toPlane = (left: number, top: number): [number, number] => [
    view.x + (left - view.width / 2) / view.scale,
    view.y + (top - view.height / 2) / view.scale,
  ];
  const pieceAt = (left: number, top: number): number => shapes.pieceAt(...toPlane(left, top));
  listenToPointer({
    canvas,
    tool: () => tool,
    drag: (across, down) => setView({ x: view.x - across / view.scale, y: view.y - down / view.scale }),
    pinch: zoom,
    click: (left, top, adds) => {
      const piece = pieceAt(left, top);
      listener.choose(piece < 0 ? [] : [piece], adds);
    },
    over: (left, top) => listener.hover(pieceAt(left, top)),
    leave: () => listener.hover(-1),
    draw: (line, adds) => {
      drawBand(band, line, view);
      if (adds === null) return;
      const ring = line.flatMap(([left, top]) => toPlane(left, top));
      const box = boxOf([ring]);
      const inside = shapes.pieces.flatMap(({ number, box: own }) => {
        if (!boxesMeet(own, box)) return [];
        const [x, y] = shapes.middle(number);
        return isInside(ring, x, y) ? [number] : [];
      });
      drawBand(band, [], view);
      if (inside.length > 0) listener.choose(inside, adds);
    },
  });
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
  });
  canvas.addEventListener('keydown', (event) => {
    const pan = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (pan !== undefined) {
      const far = 60 / view.scale;
      setView({ x: view.x + pan[0]! * far, y: view.y + pan[1]! * far });
    } else if (event.key === '+' || event.key === '=') zoom(STEP);
    else if (event.key === '-') zoom(1 / STEP);
    else if (event.key === '0') whole();
    else if (event.key === 'Enter' || event.key === ' ') {
      const piece = pieceAt(view.width / 2, view.height / 2);
      if (piece >= 0) listener.choose([piece], event.shiftKey || event.key === ' ');
    } else return;
    event.preventDefault();
  });
  return {
    element: frame,
    show: (states) => {
      const { unitOf, tints, names } = states;
      if (units !== null && unitOf !== units.unitOf && stale !== 'everything') {
        const boxes = piecesApart(units.unitOf, unitOf).map((piece) => shapes.pieces[piece]!.box);
        if (boxes.length > 0) stale = joinBoxes([...boxes, ...(stale === null ? [] : [stale])]);
      }
      if (unitOf !== units?.unitOf) units = unitOutlines(shapes, unitOf, units);
      picture = {
        ground: { shapes, units, tints, others: others(states.otherOf), moved: around.moved(states.moved) },
        marks: {
          chosen: around.chosen(states.chosen),
          hovered: around.hovered(states.hovered),
          places: places(unitOf),
          names,
        },
      };
      ask();
    },
    goTo: (pieces) => {
      const box = joinBoxes(pieces.map((piece) => shapes.pieces[piece]!.box));
      if (pieces.length === 0 || box[0] === Infinity) return;
      const small = (box[2] - box[0]) * view.scale < 24 && (box[3] - box[1]) * view.scale < 24;
      const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      const isFar =
        Math.abs(x - view.x) * view.scale > view.width / 2 ||
        Math.abs(y - view.y) * view.scale > view.height / 2;
      if (small || isFar) setView(fitBox(box, view, small ? 0.15 : 0.4));
    },
  };
}

/** The line of the lasso, in a canvas above the map. */
function drawBand(band: HTMLCanvasElement, line: readonly (readonly [number, number])[], view: View): void {
  const context = band.getContext('2d')!;
  const ratio = band.width / Math.max(1, view.width);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, view.width, view.height);
  if (line.length < 2) return;
  context.beginPath();
  line.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
  const { chosen, chosenUnder } = coloursOf(band);
  context.globalAlpha = 0.25;
  context.fillStyle = chosenUnder;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = chosen;
  context.lineWidth = 2;
  context.setLineDash([6, 4]);
  context.stroke();
}

/** Whether a ring (x, y after one another) goes around a place. */
function isInside(ring: readonly number[], x: number, y: number): boolean {
  const box = boxOf([ring]);
  if (!(x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])) return false;
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [x1, y1, x2, y2] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** Makes anew only what is asked of something else than the last time. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
