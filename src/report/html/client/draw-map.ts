/**
 * Draws the units, lines and shapes of the map.
 *
 * Lines are drawn with as many positions as the scale shows, arc by arc, so that neighbours stay together; what lies
 * far outside the view is left out. They are drawn anew when the scale has changed by more than half, or the view has
 * left what was drawn.
 */
import { layMap } from './lay-map.js';
import { joinArcs, pathOf, thinLine } from './outlines.js';
import type { MapView, Page } from './page.js';
import { boxesMeet, boxOf, type Box } from './plane.js';
import type { ShapeView, Target, UnitView } from './targets.js';

/** Sets up the map; does nothing on a page without one. */
export function drawMap(page: Page): void {
  const frame = document.getElementById('map-frame');
  if (frame === null) return;
  const { arcs, units, shapes } = page.sheet;
  const shared = new Set(page.data.shared.map(([layer, unit]) => `${layer}:${unit}`));
  const isShared = (unit: UnitView): boolean => shared.has(`${unit.layer}:${unit.number}`);
  const paths = layMap(page, frame.querySelector('svg')!, isShared);
  const view = { x: 0, y: 0, scale: 1, width: 600, height: 600 };
  /** The scale that was drawn last, and what of the plane. */
  let drawnScale = 0;
  let drawn: Box = [0, 0, 0, 0];
  const touches = (box: Box): boolean => boxesMeet(box, drawn);
  const arcBoxes = arcs.map((line) => boxOf([line]));

  let thinned: (number[] | undefined)[] = [];
  let least = 0;
  let decimals = 3;
  const arcOf = (arc: number): number[] => (thinned[arc] ??= thinLine(arcs[arc]!, least));
  const unitPath = (unit: UnitView): string =>
    unit.rings.map((ring) => `${pathOf(joinArcs(ring, arcOf), decimals)}Z`).join('');
  const shapePath = (shape: ShapeView): string =>
    shape.lines.map((line) => pathOf(thinLine(line, least), decimals)).join('');
  const pathFor = (target: Target): string =>
    target.kind === 'unit' ? unitPath(target.unit) : shapePath(target.shape);

  /** Draws every line anew for the present view. */
  const redraw = (): void => {
    const reach = (1.5 * Math.max(view.width, view.height)) / view.scale;
    drawn = [view.x - reach, view.y - reach, view.x + reach, view.y + reach];
    drawnScale = view.scale;
    decimals = view.scale > 10 ? 5 : 3;
    const wanted = 2 ** Math.round(Math.log2(1.2 / view.scale));
    if (wanted !== least) [thinned, least] = [[], wanted];
    units.forEach((unit, i) => paths.units[i]!.setAttribute('d', touches(unit.box) ? unitPath(unit) : ''));
    shapes.forEach((shape, i) =>
      paths.shapes[i]!.setAttribute('d', touches(shape.box) ? shapePath(shape) : ''),
    );
    paths.lines.forEach((path, l) => {
      const near = paths.arcsOfLayer[l]!.filter((arc) => touches(arcBoxes[arc]!));
      path.setAttribute('d', near.map((arc) => pathOf(arcOf(arc), decimals)).join(''));
    });
    drawChosen();
  };
  const drawChosen = (): void => {
    const { chosen } = page;
    for (const path of paths.chosen) {
      path.setAttribute('d', chosen === null ? '' : pathFor(chosen));
      path.classList.toggle('line', chosen?.kind === 'shape' && chosen.shape.data.form === 'line');
    }
  };

  let waiting = 0;
  /** Shows the view: moves what is drawn, and draws anew where that is not enough. */
  const update = (): void => {
    const { x, y, scale, width, height } = view;
    const half = Math.max(width, height) / 2 / scale;
    const left = x - half < drawn[0] || x + half > drawn[2] || y - half < drawn[1] || y + half > drawn[3];
    if (left || scale > 1.6 * drawnScale || scale < drawnScale / 1.6) redraw();
    const middle = `translate(${width / 2} ${height / 2})`;
    paths.sheet.setAttribute('transform', `${middle} scale(${scale}) translate(${-x} ${-y})`);
    for (const pattern of paths.svg.querySelectorAll('pattern[data-turn]')) {
      pattern.setAttribute('patternTransform', `scale(${1 / scale}) ${pattern.getAttribute('data-turn')}`);
    }
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => map.onRest.forEach((listener) => listener()), 80);
  };
  const map: MapView = {
    frame,
    svg: paths.svg,
    view,
    update,
    touches,
    isShared,
    isShown: (layer) => !paths.fills[layer]!.classList.contains('off'),
    hover: (target) => paths.hover.setAttribute('d', target === null ? '' : pathFor(target)),
    parts: paths.parts,
    onRest: [],
  };
  page.map = map;
  page.onChoose.push(drawChosen);
}
