/**
 * Moves the map: buttons, keys, wheel, drag and pinch all end in one view, a middle and a scale.
 */
import type { Page } from './page.js';
import { targetBox } from './targets.js';
import { zoomAbout } from './view.js';

/** Share of the view that what was chosen takes. */
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
  const { frame, svg, view, clampScale, setView, fitTo, whole, zoom, pan } = page.map;
  const hint = frame.querySelector<HTMLElement>('#wheel-hint')!;
  const actions: Readonly<Record<string, () => void>> = {
    in: () => zoom(2),
    out: () => zoom(0.5),
    all: whole,
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
      const scale = clampScale(view.scale * 1.0016 ** -event.deltaY);
      setView(zoomAbout(view, scale, event.clientX - box.left, event.clientY - box.top));
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
    let { scale } = view;
    if (other !== undefined) {
      const before = Math.hypot(finger.x - other.x, finger.y - other.y);
      const now = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      if (before > 0) scale = clampScale((scale * now) / before);
    }
    const part = fingers.size > 1 ? 0.5 : 1;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    setView({ x: view.x - (part * dx) / scale, y: view.y - (part * dy) / scale, scale });
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    window.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  page.onChoose.push((target, mover) => {
    if (target === null || mover === 'map') return;
    fitTo(targetBox(target), CHOSEN);
  });
}
