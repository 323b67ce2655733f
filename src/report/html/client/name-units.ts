/**
 * Names of units where there is room, and the scale bar: written when the map has come to rest.
 */
import { wholeText } from '../../../trouble/count-text.js';
import { labelPoint, nameLines, roundLength } from './labels.js';
import { makeSvg } from './make-element.js';
import { joinArcs } from './outlines.js';
import type { Page } from './page.js';
import { boxesMeet, type Box } from './plane.js';
import type { UnitView } from './targets.js';

/** Pixels across a unit below which it gets no name. */
const LEAST_ROOM = 26;
/** About half the width of a letter and half the height of a line, in pixels. */
const HALF_LETTER = 3.3;
const HALF_LINE = 7;
/** Times the scale of the whole map beyond which all that has room is named. */
const CLOSER = 12;
/** Pixels that the scale bar may take. */
const LONGEST_BAR = 110;

/** Keeps names and scale bar up to date. */
export function nameUnits(page: Page): void {
  if (page.map === null) return;
  const { frame, svg, view, touches, isOn, isShared, onView, onRest } = page.map;
  const { arcs, units } = page.sheet;
  const names = svg.querySelector<SVGGElement>('#names')!;
  const bar = frame.querySelector<HTMLElement>('#scale-bar')!;
  const barText = frame.querySelector<HTMLElement>('#scale-text')!;
  const styleOf = (unit: UnitView): number => page.data.layers[unit.layer]!.style;

  const later = svg.classList.contains('moments')
    ? page.data.layers.findIndex(({ style }) => style === 1)
    : -1;

  const labelPoints = new Map<UnitView, readonly [number, number, number]>();
  const labelPointOf = (unit: UnitView): readonly [number, number, number] => {
    let found = labelPoints.get(unit);
    if (found === undefined) {
      found = labelPoint(joinArcs(unit.outer, (arc) => arcs[arc]!));
      labelPoints.set(unit, found);
    }
    return found;
  };
  /** Names of units that have room, the chosen one and those of the first layer before others. */
  const writeNames = (): void => {
    names.replaceChildren();
    if (!isOn('names')) return;
    const taken: Box[] = page.taken.map(({ left, top, right, bottom }) => [left, top, right, bottom]);
    const isChosen = (unit: UnitView): boolean => page.chosen?.kind === 'unit' && page.chosen.unit === unit;
    const rank = (unit: UnitView): number =>
      (isChosen(unit) ? -2 : 0) + (isShared(unit) ? -0.5 : 0) + styleOf(unit);
    const wide = ({ box }: UnitView): number => box[2] - box[0];
    // Around a place its partners are named; others when the map is closer.
    const only = page.data.place === null ? -1 : (page.data.people?.borders ?? -1);
    // Of two moments the later one, while it is shown.
    const isPast = (unit: UnitView): boolean => later >= 0 && styleOf(unit) === 0 && isOn(`layer-${later}`);
    const isNamed = (unit: UnitView): boolean =>
      (only < 0 && !isPast(unit)) ||
      unit.layer === only ||
      isChosen(unit) ||
      view.scale > CLOSER * page.map!.wholeScale();
    const order = units
      .filter(
        (unit) =>
          isNamed(unit) &&
          !page.named.has(`u:${unit.layer}:${unit.code}`) &&
          isOn(`layer-${unit.layer}`) &&
          wide(unit) * view.scale >= LEAST_ROOM &&
          touches(unit.box),
      )
      .sort((p, q) => rank(p) - rank(q) || wide(q) - wide(p));
    for (const unit of order) {
      const [px, py, width] = labelPointOf(unit);
      const x = (px - view.x) * view.scale + view.width / 2;
      const y = (py - view.y) * view.scale + view.height / 2;
      const lines = nameLines(unit.short);
      const half = Math.max(...lines.map((line) => line.length)) * HALF_LETTER + 3;
      const tall = lines.length * HALF_LINE + 2;
      const box: Box = [x - half, y - tall, x + half, y + tall];
      // A chosen unit of the thickest lines, or a shared one below it, is named whether it has room or not.
      if (rank(unit) >= -1) {
        if (2 * half > Math.max(2.2 * width * view.scale, 30) || lines.length > 4) continue;
        if (box[0] <= 0 || box[1] <= 0 || box[2] >= view.width || box[3] >= view.height) continue;
      }
      if (taken.some((other) => boxesMeet(box, other))) continue;
      taken.push(box);
      writeName(lines, x, y, `name name-${styleOf(unit)}`, names);
    }
  };
  const writeScale = (): void => {
    const metres = roundLength((LONGEST_BAR * 1000) / view.scale);
    bar.style.width = `${(metres * view.scale) / 1000}px`;
    barText.textContent = metres >= 1000 ? `${wholeText(metres / 1000)} km` : `${wholeText(metres)} m`;
  };
  /** Names move with the map until they are written anew. */
  let written = { ...view };
  onView(({ x, y, scale, width, height }) => {
    const grown = scale / written.scale;
    const left = width / 2 - (grown * written.width) / 2 + (written.x - x) * scale;
    const top = height / 2 - (grown * written.height) / 2 + (written.y - y) * scale;
    names.setAttribute('transform', `translate(${left} ${top}) scale(${grown})`);
  });
  const rewriteNames = (): void => {
    written = { ...view };
    names.removeAttribute('transform');
    writeNames();
  };
  // Before names are placed, which keep clear of it.
  onView(writeScale);
  writeScale();
  onRest(() => {
    rewriteNames();
    frame.dataset['ready'] = 'true';
  });
  page.onChoose.push(rewriteNames);
}

/** Lines about a middle, in pixels. */
function writeName(lines: readonly string[], x: number, y: number, name: string, parent: Element): void {
  const text = makeSvg('text', { class: name, x: x.toFixed(1), y: y.toFixed(1) }, parent);
  lines.forEach((line, i) => {
    const dy = i === 0 ? `${(1 - lines.length) * 0.55 + 0.35}em` : '1.1em';
    makeSvg('tspan', { x: x.toFixed(1), dy }, text).textContent = line;
  });
}
