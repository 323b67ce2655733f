/**
 * Names of units where there is room, and the scale bar: written when the map has come to rest.
 */
import type { Box, Page, UnitView } from './page-data.js';

/** Keeps names and scale bar up to date. */
export function nameUnits(page: Page): void {
  if (page.map === null) return;
  const { frame, svg, view, touches, isShown, isShared, svgElement, parts, onRest } = page.map;
  const names = svg.querySelector<SVGGElement>('#names')!;
  const bar = frame.querySelector<HTMLElement>('#scale-bar')!;
  const barText = frame.querySelector<HTMLElement>('#scale-text')!;

  const labelPoints = new Map<UnitView, [number, number, number]>();
  /** The middle of the widest stretch across the unit's largest polygon, and its width. */
  const labelPoint = (unit: UnitView): [number, number, number] => {
    let found = labelPoints.get(unit);
    if (found !== undefined) return found;
    const ring = unit.outer.flatMap((k) => {
      const line = page.arcs[k < 0 ? ~k : k]!;
      const pairs = Array.from(
        { length: line.length / 2 },
        (_, i) => [line[2 * i]!, line[2 * i + 1]!] as const,
      );
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
  /** Names of units that have room, the chosen one and those of the first layer before others. */
  const writeNames = (): void => {
    names.replaceChildren();
    if (names.classList.contains('off')) return;
    const taken: Box[] = [];
    const order = [...page.units].filter(
      (unit) => isShown(unit.layer) && unit.rings.length > 0 && touches(unit.box),
    );
    const rank = (unit: UnitView): number =>
      (page.chosen?.kind === 'unit' && page.chosen.unit === unit ? -2 : 0) +
      (isShared(unit) ? -0.5 : 0) +
      page.data.layers[unit.layer]!.style;
    order.sort((p, q) => rank(p) - rank(q) || q.box[2] - q.box[0] - (p.box[2] - p.box[0]));
    for (const unit of order) {
      const room = (unit.box[2] - unit.box[0]) * view.scale;
      if (room < 26) continue;
      const [px, py, width] = labelPoint(unit);
      const x = (px - view.x) * view.scale + view.width / 2;
      const y = (py - view.y) * view.scale + view.height / 2;
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
      const isInside = box[0] > 0 && box[1] > 0 && box[2] < view.width && box[3] < view.height;
      if (!isInside && !isChosen) continue;
      if (
        taken.some(
          (other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1],
        )
      )
        continue;
      taken.push(box);
      const text = svgElement(
        'text',
        { class: `name name-${page.data.layers[unit.layer]!.style}`, x: x.toFixed(1), y: y.toFixed(1) },
        names,
      );
      rows.forEach((row, i) => {
        const line = svgElement(
          'tspan',
          { x: x.toFixed(1), dy: i === 0 ? `${(1 - rows.length) * 0.55 + 0.35}em` : '1.1em' },
          text,
        );
        line.textContent = row;
      });
    }
  };

  const writeScale = (): void => {
    const metres = 110_000 / view.scale;
    const power = 10 ** Math.floor(Math.log10(metres));
    const round = [5, 2, 1].map((n) => n * power).find((n) => n <= metres)!;
    bar.style.width = `${(round * view.scale) / 1000}px`;
    barText.textContent = round >= 1000 ? `${page.number(round / 1000)} km` : `${page.number(round)} m`;
  };
  parts['names'] = [names];
  onRest.push(writeNames, writeScale, () => (frame.dataset['ready'] = 'true'));
  page.onChoose.push(writeNames);
}
