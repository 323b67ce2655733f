/**
 * Moves the map: buttons, keys, wheel, drag and pinch all end in one view, a middle and a scale.
 */
import type { Page } from './page.js';
import { joinBoxes, type Box } from './plane.js';
import { targetBox } from './targets.js';
import { fitBox, leastScale, zoomAbout } from './view.js';

/** Pixels a kilometre beyond which nothing more can be seen. */
const CLOSEST = 500;
/** Shares of the view that the whole map takes, and what was chosen. */
const WHOLE = 0.94;
const CHOSEN = 0.6;

/** What keys do on the map. */
const KEYS: Readonly<Record<string, string>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  _: 'out',
  '0': 'all',
  Home: 'all',
  ArrowUp: 'north',
  ArrowDown: 'south',
  ArrowLeft: 'west',
  ArrowRight: 'east',
};

/** Sets up all ways to move the map. */
export function moveMap(page: Page): void {
  if (page.map === null) return;
  const { frame, svg, view, update } = page.map;
  const hint = frame.querySelector<HTMLElement>('#wheel-hint')!;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

  const whole = (): Box => {
    const { units, shapes } = page.sheet;
    const thickest = units.filter(
      ({ layer, rings }) => page.data.layers[layer]!.style === 0 && rings.length > 0,
    );
    return joinBoxes((thickest.length > 0 ? thickest : [...units, ...shapes]).map(({ box }) => box));
  };
  const clamp = (scale: number): number => Math.min(CLOSEST, Math.max(leastScale(whole(), view), scale));
  let moving = 0;
  /** Goes to a view, in a few frames unless the reader wants no motion. */
  const goTo = (x: number, y: number, scale: number): void => {
    const goal = { x, y, scale: clamp(scale) };
    window.cancelAnimationFrame(moving);
    if (calm.matches) {
      Object.assign(view, goal);
      return update();
    }
    const from = { ...view };
    let frames = 0;
    const step = (): void => {
      frames += 1;
      const t = 1 - (1 - frames / 8) ** 2;
      view.scale = from.scale * (goal.scale / from.scale) ** t;
      view.x = from.x + (goal.x - from.x) * t;
      view.y = from.y + (goal.y - from.y) * t;
      if (frames >= 8) Object.assign(view, goal);
      update();
      if (frames < 8) moving = window.requestAnimationFrame(step);
    };
    step();
  };
  const fit = (box: Box, share: number): void => {
    const { x, y, scale } = fitBox(box, view, share);
    goTo(x, y, scale);
  };
  const zoom = (factor: number): void => goTo(view.x, view.y, view.scale * factor);
  const pan = (dx: number, dy: number): void =>
    goTo(view.x + (dx * view.width) / view.scale, view.y + (dy * view.height) / view.scale, view.scale);

  const resize = (): void => {
    const { width, height } = svg.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    Object.assign(view, { width, height });
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    update();
  };
  new ResizeObserver(resize).observe(svg);
  const { width, height } = svg.getBoundingClientRect();
  if (width > 0) Object.assign(view, { width, height });
  Object.assign(view, fitBox(whole(), view, WHOLE));
  resize();

  const actions: Readonly<Record<string, () => void>> = {
    in: () => zoom(2),
    out: () => zoom(0.5),
    all: () => fit(whole(), WHOLE),
    north: () => pan(0, -0.25),
    south: () => pan(0, 0.25),
    west: () => pan(-0.25, 0),
    east: () => pan(0.25, 0),
  };
  for (const button of frame.querySelectorAll<HTMLButtonElement>('button[data-move]')) {
    button.addEventListener('click', () => actions[button.dataset['move']!]!());
  }
  svg.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = KEYS[event.key];
    if (action !== undefined) {
      event.preventDefault();
      actions[action]!();
    }
  });
  svg.addEventListener(
    'wheel',
    (event) => {
      if (document.activeElement !== svg && !event.ctrlKey && !event.metaKey) {
        hint.hidden = false;
        window.setTimeout(() => (hint.hidden = true), 1500);
        return;
      }
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      window.cancelAnimationFrame(moving);
      const scale = clamp(view.scale * 1.0016 ** -event.deltaY);
      Object.assign(view, zoomAbout(view, scale, event.clientX - box.left, event.clientY - box.top));
      update();
    },
    { passive: false },
  );

  const fingers = new Map<number, { x: number; y: number }>();
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 1) frame.dataset['dragged'] = 'false';
  });
  window.addEventListener('pointermove', (event) => {
    const finger = fingers.get(event.pointerId);
    if (finger === undefined) return;
    const [dx, dy] = [event.clientX - finger.x, event.clientY - finger.y];
    if (frame.dataset['dragged'] === 'false' && fingers.size === 1 && Math.hypot(dx, dy) < 5) return;
    frame.dataset['dragged'] = 'true';
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      const before = Math.hypot(finger.x - other.x, finger.y - other.y);
      const now = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      if (before > 0) view.scale = clamp((view.scale * now) / before);
    }
    const part = fingers.size > 1 ? 0.5 : 1;
    view.x -= (part * dx) / view.scale;
    view.y -= (part * dy) / view.scale;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    window.cancelAnimationFrame(moving);
    update();
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    window.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  page.onChoose.push((target, mover) => {
    if (target === null || mover === 'map') return;
    fit(targetBox(target), CHOSEN);
  });
}
