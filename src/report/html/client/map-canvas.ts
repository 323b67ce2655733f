/**
 * Two canvases behind one another: one is shown, moved and stretched with the view; on the other the map is painted anew,
 * some milliseconds a frame, and then they change places.
 *
 *     ┌──────────────┐
 *     │  ┌────────┐  │     more is painted than is seen, so that a drag has something to show; it is painted anew before
 *     │  │  view  │  │     the view leaves it, and when the scale has changed
 *     │  └────────┘  │
 *     └──────────────┘
 */
import { make } from './make-element.js';
import type { MapLooks } from './map-looks.js';
import type { MapParts } from './map-parts.js';
import { paintMap } from './paint-map.js';
import type { Box } from './plane.js';
import type { View } from './view.js';

/** Milliseconds of painting in a frame. */
const SLICE = 9;
/** Part of the view's size that is painted beyond each of its sides, and that may be left of it before it is painted anew. */
const BEYOND = 0.3;
const LEFT = 0.1;
/** Change of scale at which it is painted anew while the map moves. */
const STRETCHED = 1.5;
/** Device pixels a pixel, at most on the screen, and on paper. */
const FINEST = 2;
const ON_PAPER = 3;
/** Milliseconds at rest after which it is painted anew for the present view. */
const REST = 80;

/** What is painted. */
interface Content {
  readonly parts: MapParts;
  readonly looks: () => MapLooks;
  readonly hidden: ReadonlySet<string>;
  /** Of how many dots of people one is drawn at a scale; 0 for none. */
  readonly everyDot: (scale: number) => number;
}

/** The canvas of a map. */
export interface MapCanvas {
  /** Shows a view: at once with what is painted, soon painted anew. */
  readonly show: (view: View) => void;
  /** Paints everything anew, since looks or parts have changed. */
  readonly refresh: () => void;
  /** Paints the present view for paper, at once; false goes back to the screen. */
  readonly setPaper: (onPaper: boolean, looks: MapLooks) => void;
}

/** A canvas, the box of the plane that it shows and its scale. */
interface Sheet {
  readonly canvas: HTMLCanvasElement;
  box: Box;
  scale: number;
}

/** Puts the canvases into a frame; `onPainted` is called when the present view is painted. */
export function mapCanvas(frame: HTMLElement, content: Content, onPainted: () => void): MapCanvas {
  const makeSheet = (): Sheet => {
    const canvas = make('canvas', { class: 'map-canvas', 'aria-hidden': 'true' });
    frame.prepend(canvas);
    return { canvas, box: [0, 0, 0, 0], scale: 0 };
  };
  let [back, front] = [makeSheet(), makeSheet()];
  back.canvas.hidden = true;
  let view: View | null = null;
  let job: { steps: Generator<void, void>; box: Box; scale: number } | null = null;
  let [frames, waiting] = [0, 0];
  let isStale = true;

  const place = (sheet: Sheet, { x, y, scale, width, height }: View): void => {
    const left = (sheet.box[0] - x) * scale + width / 2;
    const top = (sheet.box[1] - y) * scale + height / 2;
    sheet.canvas.style.transform = `translate(${left}px, ${top}px) scale(${scale / sheet.scale})`;
  };
  const boxAround = ({ x, y, scale, width, height }: View, beyond: number): Box => {
    const [across, down] = [((0.5 + beyond) * width) / scale, ((0.5 + beyond) * height) / scale];
    return [x - across, y - down, x + across, y + down];
  };
  const holds = (outer: Box, inner: Box): boolean =>
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
  const begin = (
    sheet: Sheet,
    of: View,
    beyond: number,
    ratio: number,
    looks: MapLooks,
  ): Generator<void, void> => {
    const box = boxAround(of, beyond);
    const [width, height] = [(box[2] - box[0]) * of.scale, (box[3] - box[1]) * of.scale];
    sheet.canvas.width = Math.round(width * ratio);
    sheet.canvas.height = Math.round(height * ratio);
    sheet.canvas.style.width = `${width}px`;
    sheet.canvas.style.height = `${height}px`;
    [sheet.box, sheet.scale] = [box, of.scale];
    const context = sheet.canvas.getContext('2d', { willReadFrequently: true })!;
    const { parts, hidden } = content;
    const every = content.everyDot(of.scale);
    return paintMap(context, parts, { box, scale: of.scale, ratio, looks, every, hidden });
  };
  const finish = (): void => {
    job = null;
    [back, front] = [front, back];
    place(front, view!);
    front.canvas.hidden = false;
    back.canvas.hidden = true;
    isStale = false;
    if (needsPaint()) start();
    else rest();
  };
  const rest = (): void => {
    frame.dataset['painted'] = 'true';
    onPainted();
  };
  /** Whether the view shows something that is not painted, or painted at another scale. */
  const needsPaint = (): boolean =>
    isStale || front.scale !== view!.scale || !holds(front.box, boxAround(view!, 0));
  const work = (): void => {
    frames = 0;
    if (job === null) return;
    const end = performance.now() + SLICE;
    do {
      if (job.steps.next().done === true) return finish();
    } while (performance.now() < end);
    frames = requestAnimationFrame(work);
  };
  const start = (): void => {
    if (view === null) return;
    isStale = false;
    frame.dataset['painted'] = 'false';
    const steps = begin(back, view, BEYOND, Math.min(FINEST, window.devicePixelRatio || 1), content.looks());
    job = { steps, box: back.box, scale: view.scale };
    if (frames === 0) frames = requestAnimationFrame(work);
  };
  return {
    show: (next) => {
      view = { ...next };
      if (front.scale > 0) place(front, view);
      const seen = boxAround(view, 0);
      const isComing = job !== null && holds(job.box, seen) && within(job.scale, view.scale);
      const isEnough = !isStale && holds(front.box, boxAround(view, LEFT)) && within(front.scale, view.scale);
      if (!isComing && !isEnough) start();
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        if (job !== null) return;
        if (needsPaint()) start();
        else rest();
      }, REST);
    },
    refresh: () => {
      isStale = true;
      start();
    },
    setPaper: (onPaper, looks) => {
      if (view === null) return;
      frame.classList.toggle('on-paper', onPaper);
      if (!onPaper) {
        isStale = true;
        return start();
      }
      job = null;
      const steps = begin(front, view, 0, ON_PAPER, looks);
      while (steps.next().done !== true);
      place(front, view);
    },
  };
}

const within = (drawn: number, wanted: number): boolean =>
  wanted < drawn * STRETCHED && wanted > drawn / STRETCHED;
