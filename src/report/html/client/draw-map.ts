/**
 * Draws the map and moves it: buttons, keys, wheel, drag and pinch all end in one view (a middle and a scale).
 *
 * Lines are drawn with as many positions as the scale shows, arc by arc, so that neighbours stay together; what lies
 * far outside the view is left out. They are drawn anew when the scale has doubled or halved, or the view has left
 * what was drawn.
 */
import type { Box, Page, PlaneLine, Target, UnitView } from './page-data.js';

/** Sets up the map; does nothing on a page without one. */
export function drawMap(page: Page): void {
  const frame = document.getElementById('map-frame');
  if (frame === null) return;
  const svg = frame.querySelector('svg')!;
  const sheet = svg.querySelector<SVGGElement>('#sheet')!;
  const names = svg.querySelector<SVGGElement>('#names')!;
  const bar = frame.querySelector<HTMLElement>('#scale-bar')!;
  const barText = frame.querySelector<HTMLElement>('#scale-text')!;
  const hint = frame.querySelector<HTMLElement>('#wheel-hint')!;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  const view = { x: 0, y: 0, scale: 1, width: 600, height: 600 };
  const drawn = { x: 0, y: 0, reach: 0, scale: 0 };
  const shared = new Set(page.data.shared.map(([layer, unit]) => `${layer}:${unit}`));

  const svgElement = <K extends keyof SVGElementTagNameMap>(
    tag: K,
    attributes: Readonly<Record<string, string>>,
    parent: Element,
  ): SVGElementTagNameMap[K] => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    return element;
  };

  const fills = page.data.layers.map((_, l) => svgElement('g', { class: `fills fills-${l}`, 'data-layer': `${l}` }, sheet));
  const areas = svgElement('g', { class: 'areas', 'data-part': 'areas' }, sheet);
  const lines = page.data.layers.map((_, l) => l).reverse().map((l) => svgElement('path', { class: `lines lines-${l}`, 'data-layer': `${l}` }, sheet)).reverse();
  const stretches = svgElement('g', { class: 'stretches', 'data-part': 'stretches' }, sheet);
  const hover = svgElement('path', { class: 'hovered' }, sheet);
  const chosenUnder = svgElement('path', { class: 'chosen-under' }, sheet);
  const chosen = svgElement('path', { class: 'chosen' }, sheet);
  const unitPaths = page.units.map((unit) =>
    svgElement(
      'path',
      {
        class: shared.has(`${unit.layer}:${unit.number}`) ? 'unit shared' : 'unit',
        'data-target': `u:${unit.layer}:${unit.code}`,
      },
      fills[unit.layer]!,
    ),
  );
  const shapePaths = page.shapes.map((shape) =>
    svgElement(
      'path',
      { class: shape.data.form === 'area' ? 'patch' : 'stretch', 'data-target': `s:${shape.number}` },
      shape.data.form === 'area' ? areas : stretches,
    ),
  );
  const arcsOfLayer = page.data.layers.map((_, l) => [
    ...new Set(
      page.units.flatMap((unit) => (unit.layer === l ? unit.rings.flat().map((k) => (k < 0 ? ~k : k)) : [])),
    ),
  ]);
  const arcBoxes = page.arcs.map((line): Box => {
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < line.length; i += 2) {
      box[0] = Math.min(box[0], line[i]!);
      box[1] = Math.min(box[1], line[i + 1]!);
      box[2] = Math.max(box[2], line[i]!);
      box[3] = Math.max(box[3], line[i + 1]!);
    }
    return box;
  });

  /** The positions of a line that differ at this scale; its ends always. */
  const thin = (line: PlaneLine, least: number): number[] => {
    const kept = [line[0]!, line[1]!];
    let [x, y] = [line[0]!, line[1]!];
    for (let i = 2; i < line.length - 2; i += 2) {
      if (Math.abs(line[i]! - x) + Math.abs(line[i + 1]! - y) < least) continue;
      kept.push((x = line[i]!), (y = line[i + 1]!));
    }
    kept.push(line[line.length - 2]!, line[line.length - 1]!);
    return kept;
  };
  let thinned: (number[] | undefined)[] = [];
  let thinnedFor = 0;
  const thinArc = (k: number, least: number): number[] => {
    if (thinnedFor !== least) [thinned, thinnedFor] = [[], least];
    return (thinned[k] ??= thin(page.arcs[k]!, least));
  };
  const places = (scale: number): number => (scale > 0.5 ? 2 : 0);
  const pathOf = (positions: readonly number[], digits: number): string => {
    let text = '';
    for (let i = 0; i < positions.length; i += 2) {
      text += `${i === 0 ? 'M' : 'L'}${positions[i]!.toFixed(digits)} ${positions[i + 1]!.toFixed(digits)}`;
    }
    return text;
  };
  const ringPath = (ring: readonly number[], least: number, digits: number): string => {
    const positions: number[] = [];
    for (const k of ring) {
      const line = thinArc(k < 0 ? ~k : k, least);
      if (k >= 0) {
        for (const number of line) positions.push(number);
      } else {
        for (let i = line.length - 2; i >= 0; i -= 2) positions.push(line[i]!, line[i + 1]!);
      }
    }
    return `${pathOf(positions, digits)}Z`;
  };
  const unitPath = (unit: UnitView, least: number, digits: number): string =>
    unit.rings.map((ring) => ringPath(ring, least, digits)).join('');
  const shapePath = (target: Target & { kind: 'shape' }, least: number, digits: number): string =>
    target.shape.lines.map((line) => pathOf(thin(line, least), digits)).join('');

  const touches = (box: Box): boolean =>
    box[0] < drawn.x + drawn.reach &&
    box[2] > drawn.x - drawn.reach &&
    box[1] < drawn.y + drawn.reach &&
    box[3] > drawn.y - drawn.reach;
  /** Draws every line anew for the present view. */
  const redraw = (): void => {
    const size = Math.max(view.width, view.height) / view.scale;
    Object.assign(drawn, { x: view.x, y: view.y, reach: 1.5 * size, scale: view.scale });
    const least = 2 ** Math.round(Math.log2(1.2 / view.scale));
    const digits = places(view.scale);
    page.units.forEach((unit, i) =>
      unitPaths[i]!.setAttribute('d', touches(unit.box) ? unitPath(unit, least, digits) : ''),
    );
    page.shapes.forEach((shape, i) =>
      shapePaths[i]!.setAttribute('d', touches(shape.box) ? shapePath({ kind: 'shape', shape }, least, digits) : ''),
    );
    lines.forEach((path, l) =>
      path.setAttribute(
        'd',
        arcsOfLayer[l]!.filter((k) => touches(arcBoxes[k]!))
          .map((k) => pathOf(thinArc(k, least), digits))
          .join(''),
      ),
    );
    drawChosen();
  };
  const pathFor = (target: Target): string => {
    const least = 2 ** Math.round(Math.log2(1.2 / drawn.scale));
    return target.kind === 'unit'
      ? unitPath(target.unit, least, places(drawn.scale))
      : shapePath(target, least, places(drawn.scale));
  };
  const drawChosen = (): void => {
    const text = page.chosen === null ? '' : pathFor(page.chosen);
    const form = page.chosen?.kind === 'shape' ? page.chosen.shape.data.form : 'area';
    for (const path of [chosen, chosenUnder]) {
      path.setAttribute('d', text);
      path.classList.toggle('line', form === 'line');
    }
  };

  let waiting = 0;
  /** Shows the view: moves what is drawn, and draws anew where that is not enough. */
  const update = (): void => {
    const { x, y, scale, width, height } = view;
    const gone = Math.max(Math.abs(x - drawn.x), Math.abs(y - drawn.y)) + Math.max(width, height) / 2 / scale;
    if (drawn.scale === 0 || gone > drawn.reach || scale > 1.6 * drawn.scale || scale < drawn.scale / 1.6) redraw();
    sheet.setAttribute('transform', `translate(${width / 2} ${height / 2}) scale(${scale}) translate(${-x} ${-y})`);
    for (const pattern of svg.querySelectorAll('pattern')) {
      pattern.setAttribute('patternTransform', `scale(${1 / scale}) ${pattern.getAttribute('data-turn') ?? ''}`);
    }
    window.clearTimeout(waiting);
    waiting = window.setTimeout(finish, 80);
  };
  const whole = (): Box => {
    const boxes = page.units.filter((unit) => unit.layer === 0 && unit.rings.length > 0).map((unit) => unit.box);
    const all = boxes.length > 0 ? boxes : [...page.units, ...page.shapes].map(({ box }) => box);
    return all.reduce(
      (p, q): Box => [Math.min(p[0], q[0]), Math.min(p[1], q[1]), Math.max(p[2], q[2]), Math.max(p[3], q[3])],
      [Infinity, Infinity, -Infinity, -Infinity] as Box,
    );
  };
  const limits = (): { least: number; most: number } => {
    const box = whole();
    return { least: (0.3 * Math.min(view.width, view.height)) / Math.max(box[2] - box[0], box[3] - box[1], 1), most: 0.5 };
  };
  let moving = 0;
  /** Goes to a view, in a few frames unless the reader wants no motion. */
  const goTo = (x: number, y: number, scale: number): void => {
    const { least, most } = limits();
    const goal = { x, y, scale: Math.min(most, Math.max(least, scale)) };
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
    const scale = share * Math.min(view.width / Math.max(box[2] - box[0], 1), view.height / Math.max(box[3] - box[1], 1));
    goTo((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, scale);
  };
  page.showBox = (box) => fit(box, 0.6);
  const zoom = (factor: number, atX = view.width / 2, atY = view.height / 2): void => {
    const { least, most } = limits();
    const scale = Math.min(most, Math.max(least, view.scale * factor));
    const px = view.x + (atX - view.width / 2) / view.scale;
    const py = view.y + (atY - view.height / 2) / view.scale;
    goTo(px - (atX - view.width / 2) / scale, py - (atY - view.height / 2) / scale, scale);
  };
  const pan = (dx: number, dy: number): void =>
    goTo(view.x + (dx * view.width) / view.scale, view.y + (dy * view.height) / view.scale, view.scale);

  /** When the map has come to rest: names, scale bar. */
  const finish = (): void => {
    writeNames();
    const metres = 110 / view.scale;
    const power = 10 ** Math.floor(Math.log10(metres));
    const round = [5, 2, 1].map((n) => n * power).find((n) => n <= metres)!;
    bar.style.width = `${round * view.scale}px`;
    barText.textContent = round >= 1000 ? `${page.number(round / 1000)} km` : `${page.number(round)} m`;
    frame.dataset['ready'] = 'true';
  };

  const labelPoints = new Map<UnitView, [number, number, number]>();
  /** The middle of the widest stretch across the unit's largest polygon, and its width. */
  const labelPoint = (unit: UnitView): [number, number, number] => {
    let found = labelPoints.get(unit);
    if (found !== undefined) return found;
    const ring = unit.outer.flatMap((k) => {
      const line = page.arcs[k < 0 ? ~k : k]!;
      const pairs = Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i]!, line[2 * i + 1]!] as const);
      return k < 0 ? pairs.reverse() : pairs;
    });
    const ys = ring.map(([, y]) => y);
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    found = [0, 0, 0];
    for (const eighth of [4, 3, 5, 2, 6]) {
      const y = top + ((bottom - top) * eighth) / 8;
      const crossed: number[] = [];
      ring.forEach(([x1, y1], i) => {
        const [x2, y2] = ring[(i + 1) % ring.length]!;
        if (y1 > y !== y2 > y) crossed.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      });
      crossed.sort((p, q) => p - q);
      for (let i = 0; i + 1 < crossed.length; i += 2) {
        const width = crossed[i + 1]! - crossed[i]!;
        if (width > 1.3 * found[2]) found = [(crossed[i]! + crossed[i + 1]!) / 2, y, width];
      }
    }
    labelPoints.set(unit, found);
    return found;
  };
  const isShown = (layer: number): boolean => !fills[layer]!.classList.contains('off');
  /** Names of units that have room, the chosen one and those of the first layer before others. */
  const writeNames = (): void => {
    names.replaceChildren();
    if (names.classList.contains('off')) return;
    const taken: Box[] = [];
    const order = [...page.units].filter((unit) => isShown(unit.layer) && unit.rings.length > 0 && touches(unit.box));
    const rank = (unit: UnitView): number =>
      (page.chosen?.kind === 'unit' && page.chosen.unit === unit ? -2 : 0) +
      (shared.has(`${unit.layer}:${unit.number}`) ? -0.5 : 0) +
      unit.layer;
    order.sort((p, q) => rank(p) - rank(q) || q.box[2] - q.box[0] - (p.box[2] - p.box[0]));
    for (const unit of order) {
      const room = (unit.box[2] - unit.box[0]) * view.scale;
      if (room < 26) continue;
      const [px, py, width] = labelPoint(unit);
      const x = (px - view.x) * view.scale + view.width / 2;
      const y = (py - view.y) * view.scale + view.height / 2;
      if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
      const words = unit.short.split(' ');
      const rows: string[] = [];
      for (const word of words) {
        const last = rows.at(-1);
        if (last !== undefined && last.length + word.length < 15) rows[rows.length - 1] = `${last} ${word}`;
        else rows.push(word);
      }
      const half = Math.max(...rows.map((row) => row.length)) * 3.3 + 3;
      const tall = rows.length * 7 + 2;
      const isChosen = rank(unit) < -1;
      if (!isChosen && (2 * half > Math.max(2.2 * width * view.scale, 30) || rows.length > 4)) continue;
      const box: Box = [x - half, y - tall, x + half, y + tall];
      if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
      taken.push(box);
      const text = svgElement('text', { class: `name name-${unit.layer}`, x: x.toFixed(1), y: y.toFixed(1) }, names);
      rows.forEach((row, i) => {
        const line = svgElement('tspan', { x: x.toFixed(1), dy: i === 0 ? `${(1 - rows.length) * 0.55 + 0.35}em` : '1.1em' }, text);
        line.textContent = row;
      });
    }
  };

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
    scale: 0.94 * Math.min(view.width / Math.max(start[2] - start[0], 1), view.height / Math.max(start[3] - start[1], 1)),
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
  const targetAt = (x: number, y: number): Target | null => {
    for (const element of document.elementsFromPoint(x, y)) {
      const text = svg.contains(element) ? element.getAttribute('data-target') : null;
      if (text !== null) return page.targetOf(text);
    }
    return null;
  };
  const keys: Readonly<Record<string, string>> = {
    '+': 'in', '=': 'in', '-': 'out', _: 'out', '0': 'all', Home: 'all',
    ArrowUp: 'north', ArrowDown: 'south', ArrowLeft: 'west', ArrowRight: 'east',
  };
  svg.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keys[event.key];
    if (action !== undefined) {
      event.preventDefault();
      actions[action]!();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      const target = targetAt(box.left + box.width / 2, box.top + box.height / 2);
      if (target === null) page.say('Nothing lies at the middle of the map.');
      else page.choose(target, 'map');
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
      const { least, most } = limits();
      const [atX, atY] = [event.clientX - box.left, event.clientY - box.top];
      const scale = Math.min(most, Math.max(least, view.scale * 1.0016 ** -event.deltaY));
      window.cancelAnimationFrame(moving);
      view.x += (atX - view.width / 2) * (1 / view.scale - 1 / scale);
      view.y += (atY - view.height / 2) * (1 / view.scale - 1 / scale);
      view.scale = scale;
      update();
    },
    { passive: false },
  );

  const fingers = new Map<number, { x: number; y: number }>();
  let dragged = false;
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 1) dragged = false;
  });
  window.addEventListener('pointermove', (event) => {
    const finger = fingers.get(event.pointerId);
    if (finger === undefined) return;
    const [dx, dy] = [event.clientX - finger.x, event.clientY - finger.y];
    if (!dragged && fingers.size === 1 && Math.hypot(dx, dy) < 5) return;
    dragged = true;
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      const before = Math.hypot(finger.x - other.x, finger.y - other.y);
      const now = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      const { least, most } = limits();
      if (before > 0) view.scale = Math.min(most, Math.max(least, (view.scale * now) / before));
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
  svg.addEventListener('click', (event) => {
    if (dragged) return;
    const target = targetAt(event.clientX, event.clientY);
    page.choose(target, 'map');
  });
  svg.addEventListener('pointerover', (event) => {
    const text = (event.target as Element).getAttribute('data-target');
    const target = text === null ? null : page.targetOf(text);
    hover.setAttribute('d', target === null || event.pointerType === 'touch' ? '' : pathFor(target));
  });
  svg.addEventListener('pointerleave', () => hover.setAttribute('d', ''));

  const parts: Readonly<Record<string, readonly Element[]>> = {
    areas: [areas],
    stretches: [stretches],
    names: [names],
    ...Object.fromEntries(page.data.layers.map((_, l) => [`layer-${l}`, [fills[l]!, lines[l]!]])),
  };
  for (const box of document.querySelectorAll<HTMLInputElement>('input[data-switch]')) {
    const turn = (): void => {
      const name = box.dataset['switch']!;
      if (name === 'shared') svg.classList.toggle('plain', !box.checked);
      for (const element of parts[name] ?? []) element.classList.toggle('off', !box.checked);
      writeNames();
    };
    box.addEventListener('change', turn);
    turn();
  }
  page.onChoose.push((target, mover) => {
    drawChosen();
    if (target === null) return writeNames();
    if (mover === 'map') return writeNames();
    page.showBox(target.kind === 'unit' ? target.unit.box : target.shape.box);
  });
}
