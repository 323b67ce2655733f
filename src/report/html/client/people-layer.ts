/**
 * Circles of people over the map, with labels, leaders, insets and key: laid out when the map has come to rest. While
 * it moves circles go with it and texts are away.
 *
 *     page data ──► circles in pixels ──► layPeopleMap ──► the same SVG as the picture, with classes for looks
 */
import { boxAbout, grown, type Box } from '../../map/people-map/boxes.js';
import { insetParts, keyParts, laidParts } from '../../map/people-map/draw-laid.js';
import { freeOfLand } from '../../map/people-map/land-grid.js';
import type { LaidInset, LaidMap } from '../../map/people-map/laid-map.js';
import { layPeopleMap } from '../../map/people-map/lay-people-map.js';
import { pageLook, type Part } from '../../map/people-map/looks.js';
import { KEY_AIR } from '../../map/people-map/place-key.js';
import { keyUnit, sumText } from '../../map/people-map/sum-text.js';
import { insetGround } from './inset-ground.js';
import { makeSvg } from './make-element.js';
import { joinArcs, thinLine } from './outlines.js';
import type { Page } from './page.js';
import { stepPieces } from './step-pieces.js';
import type { UnitView } from './targets.js';

/** Frames narrower than this are a phone's. */
const PHONE = 480;
/** The view is whole up to this many times the scale at which all is seen. */
const WHOLE = 1.25;
/** Share of the view that a cluster takes to which the map goes. */
const AROUND = 0.6;
/** Pixels that land may be off when a free place is looked for. */
const COARSE = 4;
/** Units more than this have no names on the whole map. */
const MOST_NAMES = 16;
/** What the map marks otherwise: whole units, patches and stretches stand in the way of the pieces. */
const OTHER_MARKS = ['shared', 'areas', 'stretches'];

/** Sets up the circles; does nothing on a page without any. Tells where texts stand, so that no name is written there. */
export function peopleLayer(page: Page): void {
  const { map, data } = page;
  const { people } = data;
  if (map === null || people === null) return;
  const { frame, svg, view } = map;
  frame.classList.add('has-people');
  const group = makeSvg('g', { class: 'people' }, svg);
  const [moving, key] = [makeSvg('g', {}, group), makeSvg('g', { class: 'people-key' }, group)];
  const places = people.points.map(({ at }) => map.project(at[0], at[1]));
  const ground = page.sheet.units.filter(
    ({ layer, rings }) => data.layers[layer]!.style === 0 && rings.length > 0,
  );
  const place = page.sheet.units.find(
    ({ layer, number }) => layer === data.place?.[0] && number === data.place[1],
  );
  if (people.points.some(({ tint }) => tint[0] !== '')) switchOff(page);
  const partOf = (i: number): Part => (people.points[i]!.isDot ? 'dot' : 'circle');
  const targetOf = (i: number): string => people.points[i]?.target ?? '';
  const textOf = (i: number): string => {
    const { figure, name, below } = people.points[i]!;
    return [figure, name, below].filter((text) => text !== '').join(' ');
  };
  let laid: LaidMap | null = null;
  let drawn = { ...view };
  let lit = -1;
  let left: ReadonlySet<string> | null = null;

  const ringsOf = ({ rings }: UnitView): [number, number][][] =>
    rings.map((ring) => {
      const flat = joinArcs(ring, (arc) => thinLine(page.sheet.arcs[arc]!, COARSE / view.scale));
      const line = Array.from({ length: flat.length / 2 }, (_, i) =>
        map.toFrame(flat[2 * i]!, flat[2 * i + 1]!),
      );
      return [...line, line[0]!];
    });
  const isWhole = (): boolean => view.scale < WHOLE * map.wholeScale();
  const layOut = (): LaidMap => {
    const { width, height } = view;
    return layPeopleMap({
      width,
      height,
      medium: width < PHONE ? 'phone' : 'screen',
      circles: people.points.map((point, i) => {
        const [x, y] = map.toFrame(...places[i]!);
        return { ...point, x, y };
      }),
      counts: people.counts,
      unit: keyUnit(people.words),
      keyRows: people.keyRows,
      isFree: freeOfLand(ground.filter(({ box }) => map.touches(box)).map(ringsOf), width, height),
      isApart: freeOfLand(place === undefined ? [] : [ringsOf(place)], width, height),
      isWhole: isWhole(),
      blocked: blockedBoxes(frame),
      uncovered: [],
      sumOf: (numbers) =>
        sumText(
          numbers.map((i) => people.points[i]!),
          people.words,
        ),
    });
  };
  const light = (circle: number): void => {
    lit = circle;
    for (const part of group.querySelectorAll('[data-circle]'))
      part.classList.toggle('lit', Number(part.getAttribute('data-circle')) === circle);
  };
  const draw = (): void => {
    if (laid === null) return;
    moving.removeAttribute('transform');
    group.classList.remove('moving');
    drawn = { ...view };
    page.taken = [];
    fill(moving, [
      ...laidParts(laid, pageLook, partOf, (i) => people.points[i]!.isNone),
      ...laid.insets.flatMap((inset, i) => {
        const id = `people-inset-${i}`;
        return insetParts(inset, insetGround(page, map, inset, id), pageLook, { id, partOf, isButton: true });
      }),
    ]);
    fill(key, keyParts(laid, pageLook));
    for (const part of group.querySelectorAll('[data-circle]')) {
      const target = targetOf(Number(part.getAttribute('data-circle')));
      if (target !== '') part.setAttribute('data-target', target);
    }
    page.taken = [
      ...laid.circles.map(boxAbout),
      ...laid.labels.map(({ box }) => box),
      ...laid.insets.map(({ box }) => box),
      ...(laid.key === null ? [] : [grown(laid.key.box, KEY_AIR)]),
    ];
    // A whole map of many units is told by its circles alone.
    if (isWhole() && ground.length > MOST_NAMES)
      page.taken = [{ left: 0, top: 0, right: view.width, bottom: view.height }];
    light(lit);
    dim();
  };
  /** Fades the circles of units that a search does not find. */
  const dim = (): void => {
    for (const part of group.querySelectorAll('[data-circle]')) {
      const { target, tint } = people.points[Number(part.getAttribute('data-circle'))]!;
      const isLeft = left === null || [target, ...tint].some((own) => left?.has(own));
      part.classList.toggle('dimmed', !isLeft);
    }
  };
  /** A drag moves all that was drawn; when the scale changes circles keep their size and go to their places. */
  const move = (): void => {
    if (laid === null) return;
    group.classList.add('moving');
    if (view.scale === drawn.scale) {
      const [dx, dy] = [(drawn.x - view.x) * view.scale, (drawn.y - view.y) * view.scale];
      moving.setAttribute(
        'transform',
        `translate(${dx + (view.width - drawn.width) / 2} ${dy + (view.height - drawn.height) / 2})`,
      );
      return;
    }
    moving.removeAttribute('transform');
    for (const circle of moving.querySelectorAll(':scope > circle[data-circle]')) {
      const [x, y] = map.toFrame(...places[Number(circle.getAttribute('data-circle'))]!);
      circle.setAttribute('cx', x.toFixed(1));
      circle.setAttribute('cy', y.toFixed(1));
    }
    drawn = { ...view };
  };
  const circleAt = (element: EventTarget | null): number => {
    const part = element instanceof Element ? element.closest('[data-circle]') : null;
    return part === null || !group.contains(part) ? -1 : Number(part.getAttribute('data-circle'));
  };
  const choose = (circle: number): void => {
    const target = page.targetOf(targetOf(circle));
    if (target !== null) page.choose(target, 'map');
  };
  const zoomTo = (inset: LaidInset): void => {
    const own = inset.circles.map((i) => places[i]!);
    const [xs, ys] = [own.map(([x]) => x), own.map(([, y]) => y)];
    map.fitTo([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], AROUND);
    svg.focus();
    page.say(`${inset.title}, ${inset.sum}`);
  };
  const insetOf = (element: EventTarget | null): LaidInset | undefined => {
    const id =
      element instanceof Element ? element.closest('[data-inset]')?.getAttribute('data-inset') : null;
    return laid?.insets.find((_, i) => `people-inset-${i}` === id);
  };

  // Before the map's own listeners, which would choose the land below.
  svg.addEventListener(
    'click',
    (event) => {
      if (frame.dataset['dragged'] === 'true') return;
      const circle = circleAt(event.target);
      const inset = insetOf(event.target);
      if (targetOf(circle) === '' && inset === undefined) return;
      event.stopImmediatePropagation();
      if (targetOf(circle) !== '') choose(circle);
      else zoomTo(inset!);
    },
    { capture: true },
  );
  svg.addEventListener(
    'keydown',
    (event) => {
      const inset = event.key === 'Enter' || event.key === ' ' ? insetOf(event.target) : undefined;
      if (inset === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      zoomTo(inset);
    },
    { capture: true },
  );
  stepPieces(page, map, {
    count: people.points.length,
    light,
    choose,
    placeOf: (rank) => places[rank]!,
    textOf,
  });
  group.addEventListener('pointerover', (event) => {
    const circle = circleAt(event.target);
    light(circle);
    page.map?.highlight(page.targetOf(targetOf(circle)));
  });
  group.addEventListener('pointermove', (event) => {
    // A circle is what the pointer is over, not the land below it.
    if (event.buttons === 0 && targetOf(circleAt(event.target)) !== '') event.stopPropagation();
  });
  group.addEventListener('pointerleave', () => {
    light(-1);
    page.map?.highlight(null);
  });
  page.onFilter.push((found) => {
    left = found;
    dim();
  });
  map.onView(move);
  map.onRest(() => (laid = layOut()));
  map.onRest(draw);
}

/** Puts drawn parts in the place of those before; they are read as XML, whose texts are escaped. */
function fill(group: SVGGElement, parts: readonly string[]): void {
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${parts.join('')}</svg>`;
  const read = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  group.replaceChildren(...[...read.childNodes].map((part) => document.importNode(part, true)));
}

/** Switches off what marks the land otherwise; its switches turn it on again. */
function switchOff({ map }: Page): void {
  for (const name of OTHER_MARKS) {
    const box = document.querySelector<HTMLInputElement>(`input[data-switch=${name}]`);
    if (box === null) continue;
    box.checked = false;
    map?.show(name, false);
  }
}

/** Boxes of the controls that stand in the frame and are seen. */
function blockedBoxes(frame: HTMLElement): Box[] {
  const { left, top } = frame.getBoundingClientRect();
  return [...frame.querySelectorAll('.move-in, .move-out, .move-all, .map-scale')].flatMap((control) => {
    const box = control.getBoundingClientRect();
    const { visibility, opacity } = window.getComputedStyle(control);
    if (box.width === 0 || visibility === 'hidden' || opacity === '0') return [];
    return [
      grown(
        { left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top },
        4,
      ),
    ];
  });
}
