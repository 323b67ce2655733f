/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The map to choose on: a canvas that is dragged, zoomed and clicked, with a lasso and a rectangle; by keyboard it is
 * moved and zoomed, and what is under the cross in its middle is chosen with Enter.
 */
import { make } from '../../report/html/client/make-element.js';
import { boxOf, joinBoxes } from '../../report/html/client/plane.js';
import { fitBox, leastScale, zoomAbout, type View } from '../../report/html/client/view.js';
import { coloursOf, paintPieces, pathsOf, type Picture } from './paint-pieces.js';
import type { PieceShapes } from './piece-shapes.js';

/** How a drag is taken: the map is moved, or what lies inside is chosen. */
export type Tool = 'move' | 'lasso' | 'rectangle';

export interface PieceMap {
  readonly element: HTMLElement;
  readonly show: (picture: Omit<Picture, 'shapes'>) => void;
  /** Goes where pieces are, if they cannot be seen well. */
  readonly goTo: (pieces: readonly number[]) => void;
}

export interface MapListener {
  /** Pieces that were clicked or encircled; `adds` where what was chosen before stays. */
  readonly choose: (pieces: readonly number[], adds: boolean) => void;
  readonly hover: (piece: number) => void;
}

/** Pixels that a pointer may move for a press to be a click. */
const CLICK = 4;
const STEP = 1.4;
const FINEST = 2;
const CLOSEST = 500;

/** A map of pieces in an element of its own. */
export function pieceMap(shapes: PieceShapes, listener: MapListener): PieceMap {
  const canvas = make('canvas', {
    tabindex: '0',
    role: 'application',
    'aria-label':
      'Map. Arrow keys move it, plus and minus zoom, Enter chooses what is under the cross; the list beside it has the same.',
  });
  const band = make('canvas', { class: 'band', 'aria-hidden': 'true' });
  const frame = make('div', { class: 'work-map' }, canvas, band);
  const cross = make('span', { class: 'cross', 'aria-hidden': 'true' });
  frame.append(cross, toolbar());
  const paths = pathsOf(shapes);
  const view: View = { x: 0, y: 0, scale: 0, width: 0, height: 0 };
  let picture: Picture | null = null;
  let tool: Tool = 'move';
  let frames = 0;

  const paint = (): void => {
    frames = 0;
    if (picture === null || view.width === 0) return;
    const ratio = Math.min(FINEST, window.devicePixelRatio || 1);
    paintPieces(canvas.getContext('2d')!, paths, picture, view, ratio, coloursOf(frame));
    frame.dataset['painted'] = String(Number(frame.dataset['painted'] ?? '0') + 1);
  };
  const ask = (): void => {
    if (frames === 0) frames = requestAnimationFrame(paint);
  };
  const setView = (place: Partial<View>): void => {
    Object.assign(view, place);
    view.scale = Math.min(CLOSEST, Math.max(leastScale(shapes.box, view), view.scale));
    ask();
  };
  const whole = (): void => setView(fitBox(shapes.box, view, 0.94));
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
    for (const each of [canvas, band]) {
      each.width = width * ratio;
      each.height = height * ratio;
    }
    const isFirst = view.width === 0;
    Object.assign(view, { width, height });
    if (isFirst) whole();
    else ask();
  }).observe(frame);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ask);

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
      const inside = shapes.middles.flatMap(([x, y], piece) => (isInside(ring, x, y) ? [piece] : []));
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
    show: (next) => {
      picture = { ...next, shapes };
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

interface Pointing {
  readonly canvas: HTMLCanvasElement;
  readonly tool: () => Tool;
  readonly drag: (across: number, down: number) => void;
  readonly pinch: (factor: number, left: number, top: number) => void;
  readonly click: (left: number, top: number, adds: boolean) => void;
  readonly over: (left: number, top: number) => void;
  readonly leave: () => void;
  /** The line drawn so far; `adds` is null while it is being drawn. */
  readonly draw: (line: readonly (readonly [number, number])[], adds: boolean | null) => void;
}

function listenToPointer({ canvas, tool, drag, pinch, click, over, leave, draw }: Pointing): void {
  const down = new Map<number, readonly [number, number]>();
  let start: readonly [number, number] | null = null;
  let line: (readonly [number, number])[] = [];
  const placeOf = ({ offsetX, offsetY }: PointerEvent): readonly [number, number] => [offsetX, offsetY];
  const spread = (): number => {
    const [p, q] = [...down.values()];
    return Math.hypot(p![0] - q![0], p![1] - q![1]);
  };
  const lineTo = (from: readonly [number, number], to: readonly [number, number]): typeof line =>
    tool() === 'rectangle' ? [from, [to[0], from[1]], to, [from[0], to[1]]] : [...line, to];
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, placeOf(event));
    start = down.size === 1 ? placeOf(event) : null;
    line = start === null ? [] : [start];
  });
  canvas.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    const here = placeOf(event);
    if (before === undefined) return over(...here);
    if (down.size === 2) {
      const was = spread();
      down.set(event.pointerId, here);
      pinch(spread() / Math.max(1, was), here[0], here[1]);
      return;
    }
    down.set(event.pointerId, here);
    if (start !== null && Math.hypot(here[0] - start[0], here[1] - start[1]) <= CLICK && line.length === 1)
      return;
    if (tool() === 'move' || start === null) {
      line = [...line, here];
      drag(here[0] - before[0], here[1] - before[1]);
    } else {
      line = lineTo(start, here);
      draw(line, null);
    }
  });
  const end = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId) || start === null) return;
    const adds = event.shiftKey || event.ctrlKey || event.metaKey;
    if (line.length === 1) click(...start, adds);
    else if (tool() !== 'move') draw(line, adds);
    start = null;
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', (event) => void down.delete(event.pointerId));
  canvas.addEventListener('pointerleave', leave);
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
