/**
 * The ground of a small map: a view fitted to a box, and paths of units in its pixels.
 */
import { nameLines } from './labels.js';
import { makeSvg } from './make-element.js';
import { joinArcs, pathOf, thinLine } from './outlines.js';
import type { Page } from './page.js';
import { boxesMeet, type Box } from './plane.js';
import type { Rings } from './raster.js';
import type { UnitView } from './targets.js';

/** A drawing fitted to a box of the map plane. */
export interface SmallMap {
  readonly svg: SVGSVGElement;
  /** What of the plane is seen. */
  readonly seen: Box;
  readonly width: number;
  readonly height: number;
  /** A position of the plane in pixels. */
  readonly place: (x: number, y: number) => readonly [number, number];
  /** Rings of a unit on the plane, as fine as the map shows. */
  readonly ringsOf: (unit: UnitView) => Rings;
  /** Path of rings or lines in pixels. */
  readonly path: (lines: Rings, closed: boolean) => string;
  readonly arcOf: (arc: number) => readonly number[];
  /** Units of a layer that are seen. */
  readonly unitsOf: (layer: number) => readonly UnitView[];
}

/** A small map of what lies in a box; `share` of the tighter side is taken by the box. */
export function fitSmallMap(page: Page, svg: SVGSVGElement, box: Box, share: number): SmallMap {
  const { width, height } = sizeOf(svg);
  const scale =
    share * Math.min(width / Math.max(box[2] - box[0], 1e-6), height / Math.max(box[3] - box[1], 1e-6));
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const seen: Box = [
    x - width / 2 / scale,
    y - height / 2 / scale,
    x + width / 2 / scale,
    y + height / 2 / scale,
  ];
  const place = (px: number, py: number): readonly [number, number] => [
    (px - seen[0]) * scale,
    (py - seen[1]) * scale,
  ];
  const arcs: (number[] | undefined)[] = [];
  const arcOf = (arc: number): number[] => (arcs[arc] ??= thinLine(page.sheet.arcs[arc]!, 0.8 / scale));
  svg.replaceChildren();
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return {
    svg,
    seen,
    width,
    height,
    place,
    arcOf,
    ringsOf: (unit) => unit.rings.map((ring) => joinArcs(ring, arcOf)),
    path: (lines, closed) =>
      lines
        .map(
          (line) =>
            pathOf(
              line.map((value, i) => (value - seen[i % 2]!) * scale),
              1,
            ) + (closed ? 'Z' : ''),
        )
        .join(''),
    unitsOf: (layer) => page.sheet.units.filter((unit) => unit.layer === layer && boxesMeet(unit.box, seen)),
  };
}

/** What a map that is not laid out yet is drawn for. */
const USUAL_SIZE = { width: 358, height: 220 };

/** Pixels of a frame. */
export function sizeOf(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const { width, height } = svg.getBoundingClientRect();
  return width > 0 && height > 0 ? { width, height } : USUAL_SIZE;
}

/** Room of a name in lines about a place of the plane, kept inside the frame, in pixels; null where the frame is too small. */
export function roomOfName(map: SmallMap, name: string, at: readonly [number, number]): Box | null {
  const lines = nameLines(name);
  const half = 3.4 * Math.max(...lines.map((line) => line.length));
  const tall = 7 * lines.length;
  if (2 * half > map.width || 2 * tall > map.height) return null;
  const [px, py] = map.place(...at);
  const x = Math.min(Math.max(px, half + 4), map.width - half - 4);
  const y = Math.min(Math.max(py, tall + 2), map.height - tall - 2);
  return [x - half, y - tall, x + half, y + tall];
}

/** Writes a name in lines about a place of the plane, kept inside the frame. */
export function writeSmallName(
  map: SmallMap,
  name: string,
  at: readonly [number, number],
  kind: string,
): void {
  const lines = nameLines(name);
  const room = roomOfName(map, name, at);
  if (room === null) return;
  const [x, y] = [((room[0] + room[2]) / 2).toFixed(1), ((room[1] + room[3]) / 2).toFixed(1)];
  const text = makeSvg('text', { class: `small-name ${kind}`, x, y }, map.svg);
  lines.forEach((line, i) => {
    const dy = i === 0 ? `${(1 - lines.length) * 0.55 + 0.35}em` : '1.1em';
    makeSvg('tspan', { x, dy }, text).textContent = line;
  });
}
