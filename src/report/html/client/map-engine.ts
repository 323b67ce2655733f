/**
 * The map: a canvas for land, pieces and borders, above it a drawing for what is chosen, names and annotations. One view,
 * a middle and a scale, moves both.
 *
 *     frame ─┬─ canvas (painted in steps, moved as it is)      map-canvas, paint-map, map-parts, map-looks
 *            └─ svg in pixels of the frame ─┬─ #sheet          what is hovered and chosen
 *                                           └─ …               names, annotations: whoever listens to the view
 */
import { makeSvg } from './make-element.js';
import { findTargets } from './find-target.js';
import { mapCanvas } from './map-canvas.js';
import { mapLooks } from './map-looks.js';
import { mapParts } from './map-parts.js';
import { joinArcs, pathOf, thinLine } from './outlines.js';
import { everyDot } from './dots.js';
import type { Sheet } from './decode-map.js';
import type { PageData } from './page-data.js';
import { boxesMeet, joinBoxes, type Box } from './plane.js';
import type { Target, UnitView } from './targets.js';
import { fitBox, leastScale, NO_ROOM, type Room, type View } from './view.js';

/** A place of the plane and a scale: kilometres, pixels a kilometre. */
export type Place = Pick<View, 'x' | 'y' | 'scale'>;

/** The map, for whoever moves it, chooses on it or draws over it. */
export interface MapEngine {
  readonly frame: HTMLElement;
  /** The drawing above the canvas; its unit is a pixel of the frame. */
  readonly svg: SVGSVGElement;
  /** What is shown: the middle in kilometres, pixels a kilometre, size in pixels. */
  readonly view: Readonly<View>;
  /** Calls the listener whenever the view changes. */
  readonly onView: (listener: (view: Readonly<View>) => void) => void;
  /** Calls the listener when the map has come to rest and is painted, or its parts were switched; each in a frame of its own. */
  readonly onRest: (listener: () => void) => void;
  /** Degrees to the plane; the plane to pixels of the frame, and back. */
  readonly project: (longitude: number, latitude: number) => [number, number];
  readonly toFrame: (x: number, y: number) => [number, number];
  readonly toPlane: (left: number, top: number) => [number, number];
  /** The scale nearest to one that the map allows. */
  readonly clampScale: (scale: number) => number;
  /** Shows another view at once, its scale within what the map allows. */
  readonly setView: (place: Partial<Place>) => void;
  /** Goes to a view in a few frames, or at once where the reader wants no motion. */
  readonly goTo: (place: Partial<Place>) => void;
  /** Goes where a box of the plane takes that share of the view; to where everything is seen; nearer or further. */
  readonly fitTo: (box: Box, share: number) => void;
  readonly whole: () => void;
  /** Keeps so many pixels at the top free of land where everything is seen, and shows that view. */
  readonly keepTop: (pixels: number) => void;
  /** The scale at which everything is seen. */
  readonly wholeScale: () => number;
  readonly zoom: (factor: number) => void;
  /** Moves by parts of the view's width and height. */
  readonly pan: (across: number, down: number) => void;
  /** What lies at a place of the frame, in pixels. */
  readonly targetAt: (left: number, top: number) => Target | null;
  /** Marks what is chosen, or what the pointer is over; null for nothing. */
  readonly choose: (target: Target | null) => void;
  readonly highlight: (target: Target | null) => void;
  /** Switches a part off or on: `layer-0`, `shared`, `areas`, `stretches`, or one that a listener draws. */
  readonly show: (part: string, isOn: boolean) => void;
  readonly isOn: (part: string) => boolean;
  /** Of how many dots of people one is drawn now; 0 for none. */
  readonly everyDot: () => number;
  readonly isShared: (unit: UnitView) => boolean;
  /** Whether a box lies in or near the view. */
  readonly touches: (box: Box) => boolean;
  /** Reads colours and lines from the style sheet again. */
  readonly setLooks: () => void;
}

/** Pixels a kilometre beyond which nothing more can be seen. */
const CLOSEST = 500;
/** Share of the view that the whole map takes. */
const WHOLE = 0.94;
/** A frame narrower than this has its key above the land, and labels beside it. */
const NARROW = 480;
const KEY_ROOM: Room = { left: 26, right: 26, top: 64, bottom: 30 };
/** Room below a key that has the top for itself: of a narrow frame the buttons have the foot. */
const roomBelow = (top: number, { width }: View): Room =>
  width >= NARROW ? { ...NO_ROOM, top } : { ...KEY_ROOM, top, bottom: 60 };
/** Pixels from a line at which it is hit. */
const REACH = 5;
/** Frames of a motion. */
const FRAMES = 8;

/** Puts the map of a page into its frame, everything in view. */
export function mountMap(frame: HTMLElement, data: PageData, sheet: Sheet): MapEngine {
  const svg = frame.querySelector('svg')!;
  const group = svg.querySelector<SVGGElement>('#sheet')!;
  const hovered = makeSvg('path', { class: 'hovered' }, group);
  const marks = ['chosen-under', 'chosen'].map((name) => makeSvg('path', { class: name }, group));
  const finder = findTargets(sheet);
  const parts = mapParts(sheet, data, svg.classList.contains('moments'), finder);
  const readLooks = mapLooks(svg, parts.styles);
  const isShared = new Set(parts.shared);
  const home = parts.changing.length > 0 ? joinBoxes(parts.changing.map(({ box }) => box)) : parts.whole;
  const hidden = new Set<string>();
  const view: View = { x: 0, y: 0, scale: 1, width: 600, height: 600 };
  let top = 0;
  const wholeView = (): Place => {
    const room = data.people === null || view.width >= NARROW ? NO_ROOM : KEY_ROOM;
    return fitBox(home, view, WHOLE, top === 0 ? room : roomBelow(top, view));
  };
  const [onView, onRest]: [((view: Readonly<View>) => void)[], (() => void)[]] = [[], []];
  let chosen: Target | null = null;
  let highlighted: Target | null = null;
  /** The scale for which what is marked was drawn. */
  let marked = 0;
  let [moving, resting] = [0, 0];
  let near: Box = [0, 0, 0, 0];
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

  const rest = (): void => {
    if (marked !== view.scale) mark();
    window.cancelAnimationFrame(resting);
    let next = 0;
    const step = (): void => {
      onRest[next++]?.();
      if (next < onRest.length) resting = window.requestAnimationFrame(step);
    };
    step();
  };
  const everyAt = (scale: number): number => {
    if (data.dots === null || hidden.has('dots')) return 0;
    const { count } = data.dots;
    // A place is opened so close that people would be dots, which would hide its circles.
    const opened = parts.place === null ? wholeView() : fitBox(parts.place.unit.box, view, WHOLE);
    const isNear = everyDot(count, scale, opened.scale) > 0;
    return isNear ? everyDot(count, scale, fitBox(parts.whole, view, WHOLE).scale) : 0;
  };
  let looks = readLooks(false);
  const canvas = mapCanvas(frame, { parts, looks: () => looks, hidden, everyDot: everyAt }, rest);

  const pathFor = (target: Target | null): string => {
    if (target === null) return '';
    const [least, decimals] = [0.6 / view.scale, view.scale > 10 ? 5 : 3];
    return target.kind === 'unit'
      ? target.unit.rings
          .map(
            (ring) =>
              `${pathOf(
                joinArcs(ring, (arc) => thinLine(sheet.arcs[arc]!, least)),
                decimals,
              )}Z`,
          )
          .join('')
      : target.shape.lines.map((line) => pathOf(thinLine(line, least), decimals)).join('');
  };
  const mark = (): void => {
    marked = view.scale;
    hovered.setAttribute('d', pathFor(highlighted));
    for (const path of marks) {
      path.setAttribute('d', pathFor(chosen));
      path.classList.toggle('line', chosen?.kind === 'shape' && chosen.shape.data.form === 'line');
    }
  };
  const update = (): void => {
    window.cancelAnimationFrame(resting);
    const { x, y, scale, width, height } = view;
    const reach = Math.max(width, height) / scale;
    near = [x - reach, y - reach, x + reach, y + reach];
    group.setAttribute(
      'transform',
      `translate(${width / 2} ${height / 2}) scale(${scale}) translate(${-x} ${-y})`,
    );
    canvas.show(view);
    for (const listener of onView) listener(view);
  };
  const clamp = (scale: number): number => Math.min(CLOSEST, Math.max(leastScale(parts.whole, view), scale));
  const setView = (place: Partial<Place>): void => {
    window.cancelAnimationFrame(moving);
    Object.assign(view, place);
    view.scale = clamp(view.scale);
    update();
  };
  const goTo = (place: Partial<Place>): void => {
    if (calm.matches) return setView(place);
    window.cancelAnimationFrame(moving);
    const from = { ...view };
    const goal = { ...view, ...place, scale: clamp(place.scale ?? view.scale) };
    let frames = 0;
    const step = (): void => {
      frames += 1;
      const t = 1 - (1 - frames / FRAMES) ** 2;
      view.scale = from.scale * (goal.scale / from.scale) ** t;
      view.x = from.x + (goal.x - from.x) * t;
      view.y = from.y + (goal.y - from.y) * t;
      if (frames < FRAMES) moving = window.requestAnimationFrame(step);
      else Object.assign(view, { x: goal.x, y: goal.y, scale: goal.scale });
      update();
    };
    step();
  };
  const toPlane = (left: number, top: number): [number, number] => [
    view.x + (left - view.width / 2) / view.scale,
    view.y + (top - view.height / 2) / view.scale,
  ];
  const isOn = (part: string): boolean => !hidden.has(part);
  const byFineness = [...parts.order].reverse();
  const targetAt = (left: number, top: number): Target | null => {
    const [x, y] = toPlane(left, top);
    const shape =
      (isOn('stretches') ? finder.shapeAt('line', x, y, REACH / view.scale) : undefined) ??
      (isOn('areas') ? finder.shapeAt('area', x, y, 0) : undefined);
    if (shape !== undefined) return shape;
    for (const layer of byFineness) {
      if (!isOn(`layer-${layer}`)) continue;
      const size = ({ box }: UnitView): number => (box[2] - box[0]) * (box[3] - box[1]);
      const [unit] = finder.unitsAt(layer, x, y).sort((p, q) => size(p) - size(q));
      if (unit !== undefined) return { kind: 'unit', unit };
    }
    return null;
  };
  const setLooks = (): void => {
    looks = readLooks(false);
    canvas.refresh();
  };

  const resize = (): void => {
    const { width, height } = frame.getBoundingClientRect();
    if (width === 0 || height === 0 || frame.classList.contains('on-paper')) return;
    const isFirst = svg.dataset['sized'] !== 'true';
    Object.assign(view, { width: svg.clientWidth || width, height: svg.clientHeight || height });
    svg.dataset['sized'] = 'true';
    svg.setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
    if (isFirst) Object.assign(view, wholeView());
    update();
  };
  Object.assign(view, wholeView());
  resize();
  new ResizeObserver(resize).observe(frame);
  watchLooks(setLooks);
  watchPaper((onPaper) => canvas.setPaper(onPaper, readLooks(true)));

  return {
    frame,
    svg,
    view,
    onView: (listener) => onView.push(listener),
    onRest: (listener) => onRest.push(listener),
    project: sheet.project,
    toFrame: (x, y) => [
      (x - view.x) * view.scale + view.width / 2,
      (y - view.y) * view.scale + view.height / 2,
    ],
    toPlane,
    clampScale: clamp,
    setView,
    goTo,
    fitTo: (box, share) => {
      if (box[0] <= box[2]) goTo(fitBox(box, view, share));
    },
    whole: () => goTo(wholeView()),
    keepTop: (pixels) => {
      top = pixels;
      setView(wholeView());
    },
    wholeScale: () => wholeView().scale,
    zoom: (factor) => goTo({ scale: view.scale * factor }),
    pan: (across, down) =>
      goTo({ x: view.x + (across * view.width) / view.scale, y: view.y + (down * view.height) / view.scale }),
    targetAt,
    choose: (target) => {
      chosen = target;
      mark();
    },
    highlight: (target) => {
      if (target === highlighted) return;
      highlighted = target;
      hovered.setAttribute('d', pathFor(target));
    },
    show: (part, on) => {
      if (on) hidden.delete(part);
      else hidden.add(part);
      canvas.refresh();
    },
    isOn,
    everyDot: () => everyAt(view.scale),
    isShared: (unit) => isShared.has(unit),
    touches: (box) => boxesMeet(box, near),
    setLooks,
  };
}

/** Calls when the theme, the colours of the system or its contrast change. */
function watchLooks(onChange: () => void): void {
  new MutationObserver(onChange).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    window.matchMedia(query).addEventListener('change', onChange);
}

/** Calls with true before the page is printed, or shown as printed, and with false afterwards. */
function watchPaper(onChange: (onPaper: boolean) => void): void {
  let isOn = false;
  const turn = (onPaper: boolean): void => {
    if (onPaper !== isOn) onChange((isOn = onPaper));
  };
  window.matchMedia('print').addEventListener('change', ({ matches }) => turn(matches));
  window.addEventListener('beforeprint', () => turn(true));
  window.addEventListener('afterprint', () => turn(false));
}
