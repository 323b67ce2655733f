/**
 * Moves the map: buttons, keys, wheel, drag and pinch all end in one view, a middle and a scale.
 */
import type { Box, Page } from './page-data.js';

/** Sets up all ways to move the map. */
export function moveMap(page: Page): void {
  if (page.map === null) return;
  const { frame, svg, view, update } = page.map;
  const hint = frame.querySelector<HTMLElement>('#wheel-hint')!;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  /** Pixels a kilometre beyond which nothing more can be seen. */
  const closest = 500;

  const whole = (): Box => {
    const boxes = page.units
      .filter((unit) => page.data.layers[unit.layer]!.style === 0 && unit.rings.length > 0)
      .map((unit) => unit.box);
    const all = boxes.length > 0 ? boxes : [...page.units, ...page.shapes].map(({ box }) => box);
    return all.reduce(
      (p, q): Box => [Math.min(p[0], q[0]), Math.min(p[1], q[1]), Math.max(p[2], q[2]), Math.max(p[3], q[3])],
      [Infinity, Infinity, -Infinity, -Infinity] as Box,
    );
  };
  const clamp = (scale: number): number => {
    const box = whole();
    const size = Math.max(box[2] - box[0], box[3] - box[1], 1);
    return Math.min(closest, Math.max((0.3 * Math.min(view.width, view.height)) / size, scale));
  };
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
    const scale =
      share * Math.min(view.width / Math.max(box[2] - box[0], 1), view.height / Math.max(box[3] - box[1], 1));
    goTo((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, scale);
  };
  page.showBox = (box) => fit(box, 0.6);
  const zoom = (factor: number, atX = view.width / 2, atY = view.height / 2): void => {
    const scale = clamp(view.scale * factor);
    const px = view.x + (atX - view.width / 2) / view.scale;
    const py = view.y + (atY - view.height / 2) / view.scale;
    goTo(px - (atX - view.width / 2) / scale, py - (atY - view.height / 2) / scale, scale);
  };
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
  const start = whole();
  Object.assign(view, {
    x: (start[0] + start[2]) / 2,
    y: (start[1] + start[3]) / 2,
    scale:
      0.94 *
      Math.min(view.width / Math.max(start[2] - start[0], 1), view.height / Math.max(start[3] - start[1], 1)),
  });
  resize();

  const actions: Readonly<Record<string, () => void>> = {
    in: () => zoom(2),
    out: () => zoom(0.5),
    all: () => fit(whole(), 0.94),
    north: () => pan(0, -0.25),
    south: () => pan(0, 0.25),
    west: () => pan(-0.25, 0),
    east: () => pan(0.25, 0),
  };
  for (const button of frame.querySelectorAll<HTMLButtonElement>('button[data-move]')) {
    button.addEventListener('click', () => actions[button.dataset['move']!]!());
  }
  const keys: Readonly<Record<string, string>> = {
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
  svg.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keys[event.key];
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
      const [atX, atY] = [event.clientX - box.left, event.clientY - box.top];
      const scale = clamp(view.scale * 1.0016 ** -event.deltaY);
      window.cancelAnimationFrame(moving);
      view.x += (atX - view.width / 2) * (1 / view.scale - 1 / scale);
      view.y += (atY - view.height / 2) * (1 / view.scale - 1 / scale);
      view.scale = scale;
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
    page.showBox(target.kind === 'unit' ? target.unit.box : target.shape.box);
  });
}
