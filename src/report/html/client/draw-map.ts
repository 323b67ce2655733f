/**
 * Draws the units, lines and shapes of the map.
 *
 * Lines are drawn with as many positions as the scale shows, arc by arc, so that neighbours stay together; what lies
 * far outside the view is left out. They are drawn anew when the scale has changed by more than half, or the view has
 * left what was drawn.
 */
import type { Box, MapView, Page, PlaneLine, Target, UnitView } from './page-data.js';

/** Sets up the map; does nothing on a page without one. */
export function drawMap(page: Page): void {
  const frame = document.getElementById('map-frame');
  if (frame === null) return;
  const svg = frame.querySelector('svg')!;
  const sheet = svg.querySelector<SVGGElement>('#sheet')!;
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

  const byStyle = [...page.data.layers.keys()].sort(
    (p, q) => page.data.layers[p]!.style - page.data.layers[q]!.style,
  );
  const fills: SVGGElement[] = [];
  for (const l of byStyle) fills[l] = svgElement('g', { class: `fills fills-${l}` }, sheet);
  const areas = svgElement('g', { class: 'areas' }, sheet);
  // The thickest line lies on top; of two moments the later one.
  const lines: SVGPathElement[] = [];
  for (const l of svg.classList.contains('moments') ? byStyle : [...byStyle].reverse()) {
    lines[l] = svgElement('path', { class: `lines lines-${page.data.layers[l]!.style}` }, sheet);
  }
  const stretches = svgElement('g', { class: 'stretches' }, sheet);
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
  const places = (scale: number): number => (scale > 10 ? 5 : 3);
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
      shapePaths[i]!.setAttribute(
        'd',
        touches(shape.box) ? shapePath({ kind: 'shape', shape }, least, digits) : '',
      ),
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
    const turned = scale > 1.6 * drawn.scale || scale < drawn.scale / 1.6;
    if (turned || gone > drawn.reach) redraw();
    const middle = `translate(${width / 2} ${height / 2})`;
    sheet.setAttribute('transform', `${middle} scale(${scale}) translate(${-x} ${-y})`);
    for (const pattern of svg.querySelectorAll('pattern[data-turn]')) {
      pattern.setAttribute('patternTransform', `scale(${1 / scale}) ${pattern.getAttribute('data-turn')}`);
    }
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => map.onRest.forEach((listener) => listener()), 80);
  };
  const map: MapView = {
    frame,
    svg,
    view,
    update,
    touches,
    isShared: (unit) => shared.has(`${unit.layer}:${unit.number}`),
    isShown: (layer) => !fills[layer]!.classList.contains('off'),
    hover: (target) => hover.setAttribute('d', target === null ? '' : pathFor(target)),
    parts: {
      areas: [areas],
      stretches: [stretches],
      ...Object.fromEntries(page.data.layers.map((_, l) => [`layer-${l}`, [fills[l]!, lines[l]!]])),
    },
    svgElement,
    onRest: [],
  };
  page.map = map;
  page.onChoose.push(drawChosen);
}
