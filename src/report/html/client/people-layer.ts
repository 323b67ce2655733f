/**
 * Circles of people over the map, with labels, leaders, insets and key: laid out when the map has come to rest. While
 * it moves circles go with it and texts are away.
 *
 *     page data ──► circles in pixels ──► layPeopleMap ──► the same SVG as the picture, with classes for looks
 */
import { boxAbout, grown, type Box } from '../../map/people-map/boxes.js';
import { circlePart, insetParts, keyParts, laidParts } from '../../map/people-map/draw-laid.js';
import { pathData } from '../../map/people-map/draw-land.js';
import { freeOfLand } from '../../map/people-map/land-grid.js';
import { layPeopleMap, type LaidMap } from '../../map/people-map/lay-people-map.js';
import { pageLook, type Part } from '../../map/people-map/looks.js';
import { INSET_TITLE } from '../../map/people-map/place-insets.js';
import { sumText } from '../../map/people-map/sum-text.js';
import { makeSvg } from './make-element.js';
import { joinArcs, pathOf, thinLine } from './outlines.js';
import type { Page } from './page.js';
import { boxesMeet } from './plane.js';
import type { UnitView } from './targets.js';

/** Frames narrower than this are a phone's. */
const PHONE = 480;
/** The view is whole up to this many times the scale at which all is seen. */
const WHOLE = 1.25;
/** Pixels around a cluster that is zoomed to. */
const AROUND = 0.6;
/** Units more than this have no names on the whole map. */
const MOST_NAMES = 16;
/** Kilometres of a border that a tint leaves out. */
const TINT_DETAIL = 0.1;
/** What the map marks otherwise: whole units, patches and stretches stand in the way of the pieces. */
const OTHER_MARKS = ['shared', 'areas', 'stretches'];

/** Sets up the circles; does nothing on a page without any. Tells where texts stand, so that no name is written there. */
export function peopleLayer(page: Page): void {
  const { map, data } = page;
  const { people } = data;
  if (map === null || people === null) return;
  const { frame, svg } = map;
  frame.classList.add('has-people');
  const group = makeSvg('g', { class: 'people' }, svg);
  const places = people.points.map(({ at }) => map.project(at[0], at[1]));
  const ground = page.sheet.units.filter(
    ({ layer, rings }) => data.layers[layer]!.style === 0 && rings.length > 0,
  );
  tintPieces(page);
  const partOf = (i: number): Part =>
    people.points[i]!.isDot ? 'dot' : people.points[i]!.isMain ? 'main-circle' : 'circle';
  let laid: LaidMap | null = null;
  let home = 0;
  let current = -1;
  let left: ReadonlySet<string> | null = null;

  const ringsOf = ({ rings }: UnitView): [number, number][][] =>
    rings.map((ring) => {
      const flat = joinArcs(ring, (arc) => thinLine(page.sheet.arcs[arc]!, 2 / map.view.scale));
      const line = Array.from({ length: flat.length / 2 }, (_, i) =>
        map.toFrame(flat[2 * i]!, flat[2 * i + 1]!),
      );
      return [...line, line[0]!];
    });
  /** Land and borders of the strongest layer as an inset shows them. */
  const landOf = ({ box, source, zoom }: LaidMap['insets'][number]): string => {
    const [west, north] = map.toPlane(source.left, source.top);
    const [east, south] = map.toPlane(source.right, source.bottom);
    const near = ground.filter(({ box: own }) => boxesMeet(own, [west, north, east, south]));
    const data = near
      .flatMap(({ rings }) => rings)
      .map((ring) => {
        const flat = joinArcs(ring, (arc) => thinLine(page.sheet.arcs[arc]!, 1 / (map.view.scale * zoom)));
        const line = Array.from({ length: flat.length / 2 }, (_, i): [number, number] => {
          const [x, y] = map.toFrame(flat[2 * i]!, flat[2 * i + 1]!);
          return [box.left + (x - source.left) * zoom, box.top + INSET_TITLE + (y - source.top) * zoom];
        });
        return pathData(line, true);
      })
      .join('');
    return `<path d="${data}" ${pageLook('land')}/><path d="${data}" ${pageLook('border')}/>`;
  };
  const layOut = (): LaidMap => {
    const { width, height, scale } = map.view;
    if (home === 0) home = scale;
    const medium = width < PHONE ? 'phone' : 'screen';
    return layPeopleMap({
      width,
      height,
      medium,
      circles: people.points.map((point, i) => {
        const [x, y] = map.toFrame(...places[i]!);
        return { ...point, x, y };
      }),
      counts: people.counts,
      keyRows: people.keyRows,
      isFree: freeOfLand(ground.filter(({ box }) => map.touches(box)).map(ringsOf), width, height),
      isWhole: scale < WHOLE * home,
      blocked: blockedBoxes(frame),
      uncovered: [],
      sumOf: (numbers) =>
        sumText(
          numbers.map((i) => people.points[i]!),
          people.words,
        ),
    });
  };
  /** Puts drawn parts in the place of those before; they are read as XML, whose texts are escaped. */
  const fill = (parts: readonly string[]): void => {
    const text = `<svg xmlns="http://www.w3.org/2000/svg">${parts.join('')}</svg>`;
    const read = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    group.replaceChildren(...[...read.childNodes].map((part) => document.importNode(part, true)));
  };
  const draw = (): void => {
    if (!map.isOn('people')) return group.replaceChildren();
    laid = layOut();
    fill([
      ...laidParts(laid, pageLook, partOf),
      ...laid.insets.flatMap((inset, i) =>
        insetParts(inset, landOf(inset), pageLook, { id: `people-inset-${i}`, partOf, isButton: true }),
      ),
      ...keyParts(laid, pageLook),
    ]);
    page.taken = [
      ...laid.circles.map(boxAbout),
      ...laid.labels.map(({ box }) => box),
      ...laid.insets.map(({ box }) => box),
      ...(laid.key === null ? [] : [laid.key.box]),
    ];
    // A whole map of many units is told by its circles alone.
    if (map.view.scale < WHOLE * home && ground.length > MOST_NAMES)
      page.taken = [{ left: 0, top: 0, right: map.view.width, bottom: map.view.height }];
    light(current);
    dim();
  };
  const move = (): void => {
    if (laid === null) return;
    fill(
      laid.circles.map((circle) => {
        const [x, y] = map.toFrame(...places[circle.circle]!);
        return circlePart({ ...circle, x, y }, pageLook, partOf(circle.circle));
      }),
    );
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
  const light = (circle: number): void => {
    current = circle;
    for (const part of group.querySelectorAll('[data-circle]'))
      part.classList.toggle('lit', Number(part.getAttribute('data-circle')) === circle);
  };
  const circleAt = (element: EventTarget | null): number => {
    const part = element instanceof Element ? element.closest('[data-circle]') : null;
    return part === null || !group.contains(part) ? -1 : Number(part.getAttribute('data-circle'));
  };
  const choose = (circle: number): void => {
    const target = page.targetOf(people.points[circle]?.target ?? '');
    if (target !== null) page.choose(target, 'map');
  };
  const zoomTo = (inset: LaidMap['insets'][number]): void => {
    const own = inset.circles.map((i) => places[i]!);
    const [xs, ys] = [own.map(([x]) => x), own.map(([, y]) => y)];
    map.fitTo([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], AROUND);
    page.say(`${inset.title}, ${inset.sum}`);
  };
  const insetOf = (element: EventTarget | null): LaidMap['insets'][number] | undefined => {
    const id =
      element instanceof Element ? element.closest('[data-inset]')?.getAttribute('data-inset') : null;
    return laid?.insets.find((_, i) => `people-inset-${i}` === id);
  };

  // Before the map's own listener, which would choose the land below.
  svg.addEventListener(
    'click',
    (event) => {
      if (frame.dataset['dragged'] === 'true') return;
      const circle = circleAt(event.target);
      const inset = insetOf(event.target);
      if (circle < 0 && inset === undefined) return;
      event.stopImmediatePropagation();
      if (circle >= 0) choose(circle);
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
      event.stopPropagation();
      zoomTo(inset);
    },
    { capture: true },
  );
  group.addEventListener('pointerover', (event) => {
    const circle = circleAt(event.target);
    light(circle);
    const target = page.targetOf(people.points[circle]?.target ?? '');
    page.map?.highlight(target);
  });
  group.addEventListener('pointerleave', () => {
    light(-1);
    page.map?.highlight(null);
  });
  // "n" and "p" step through the pieces by rank, as "Next piece" on the card does.
  svg.addEventListener('keydown', (event) => {
    const step = { n: 1, p: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const count = people.points.length;
    light((current + step + count) % count);
    const { figure, name, below } = people.points[current]!;
    page.say([figure, name, below].filter((text) => text !== '').join(' '));
    const [x, y] = places[current]!;
    map.goTo({ x, y });
    const target = page.targetOf(people.points[current]!.target);
    page.map?.highlight(target);
  });
  page.onFilter.push((found) => {
    left = found;
    dim();
  });
  map.onView(move);
  map.onRest(draw);
}

/** Tints the land that each circle stands for, and switches off what marked it before; its switches turn it on again. */
function tintPieces({ map, data, sheet, targetOf }: Page): void {
  const tints = data.people!.points.filter(({ tint }) => tint[0] !== '');
  if (map === null || tints.length === 0) return;
  for (const name of OTHER_MARKS) {
    const box = document.querySelector<HTMLInputElement>(`input[data-switch=${name}]`);
    if (box === null) continue;
    box.checked = false;
    map.show(name, false);
  }
  const outline = (target: string): string => {
    const unit = targetOf(target);
    if (unit?.kind !== 'unit') return '';
    const arcOf = (arc: number): number[] => thinLine(sheet.arcs[arc]!, TINT_DETAIL);
    return unit.unit.rings.map((ring) => `${pathOf(joinArcs(ring, arcOf), 2)}Z`).join('');
  };
  const ground = map.svg.querySelector<SVGGElement>('#sheet')!;
  const group = makeSvg('g', { class: 'tints' }, ground);
  ground.prepend(group);
  const clips = new Map<string, string>();
  for (const { tint } of tints) {
    const [target, within] = tint;
    let id = clips.get(within);
    if (id === undefined) {
      id = `within-${clips.size}`;
      clips.set(within, id);
      makeSvg('path', { d: outline(within), 'clip-rule': 'evenodd' }, makeSvg('clipPath', { id }, group));
    }
    makeSvg('path', { d: outline(target), class: 'pm-tint', 'clip-path': `url(#${id})` }, group);
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
