/**
 * The land of a map of people in one view, as SVG: from below land, tints of pieces, coast, minor borders, borders.
 */
import type { MapUnit } from '../../../result/map-record.js';
import type { Position } from '../map-lines.js';
import type { Look, Part } from './looks.js';
import { bordersInView, ringsInView, type ViewOfLand } from './view-of-land.js';

/** What is drawn, in units of the map. */
export interface LandScene {
  /** Filled as ground, layer by layer. */
  readonly land: readonly (readonly MapUnit[])[];
  /** Filled as neighbourhoods are. */
  readonly toldLand: readonly MapUnit[];
  /** Drawn where the first of two units covers the second; the second may be missing. */
  readonly pieceLook: 'tint' | 'moved';
  readonly pieces: readonly { readonly unit: MapUnit; readonly within: MapUnit | null }[];
  /** Units whose borders are thin lines. */
  readonly minor: readonly MapUnit[];
  /** Units whose borders are drawn strongest. */
  readonly borders: readonly MapUnit[];
  /** Arcs that were borders before. */
  readonly former: readonly number[];
  readonly place: MapUnit | null;
}

/** Units beyond which borders are drawn thinner, so that they are no blot. */
const MANY = 150;

/** The parts from below; `id` is the beginning of every id in it. */
export function landParts(scene: LandScene, view: ViewOfLand, look: Look, id: string): string[] {
  const path = (data: string, part: Part): string => (data === '' ? '' : `<path d="${data}" ${look(part)}/>`);
  const area = (units: readonly MapUnit[]): string =>
    units
      .map((unit) =>
        ringsInView(view, unit)
          .map((ring) => pathData(ring, true))
          .join(''),
      )
      .join('');
  const lines = (arcs: readonly number[]): string => arcs.map((k) => pathData(view.arcs[k]!, false)).join('');
  const strong = bordersInView(view, scene.borders);
  const ground = scene.borders.length > 0 ? strong : bordersInView(view, scene.land[0] ?? scene.toldLand);
  const drawn = new Set([...strong.inner, ...strong.outer]);
  const { inner, outer } = bordersInView(view, scene.minor);
  const within = new Map<MapUnit, string>();
  const tints = scene.pieces.flatMap(({ unit, within: partner }) => {
    const data = area([unit]);
    if (data === '') return [];
    if (partner === null) return [path(data, scene.pieceLook)];
    let name = within.get(partner);
    const parts: string[] = [];
    if (name === undefined) {
      name = `${id}-within-${within.size}`;
      within.set(partner, name);
      parts.push(`<clipPath id="${name}"><path d="${area([partner])}" clip-rule="evenodd"/></clipPath>`);
    }
    return [...parts, `<g clip-path="url(#${name})">${path(data, scene.pieceLook)}</g>`];
  });
  return [
    ...scene.land.map((units) => path(area(units), 'land')),
    path(area(scene.toldLand), 'told-land'),
    scene.place === null ? '' : path(area([scene.place]), 'place-land'),
    ...tints,
    path(lines(ground.outer), 'coast'),
    path(lines([...inner, ...outer].filter((k) => !drawn.has(k))), 'minor'),
    path(lines(strong.inner), scene.borders.length > MANY ? 'fine-border' : 'border'),
    path(lines(scene.former), 'former'),
    scene.place === null
      ? ''
      : path(lines(Object.values(bordersInView(view, [scene.place])).flat()), 'place'),
  ].filter((part) => part !== '');
}

/** Path data of a line in tenths of a pixel, each step from the position before. */
export function pathData(line: readonly Position[], closed: boolean): string {
  let path = '';
  let [lastX, lastY] = [0, 0];
  for (const [px, py] of line) {
    const [x, y] = [Math.round(px * 10), Math.round(py * 10)];
    if (path === '') path = `M${x / 10} ${y / 10}`;
    else if (x !== lastX || y !== lastY) path += `l${(x - lastX) / 10} ${(y - lastY) / 10}`;
    [lastX, lastY] = [x, y];
  }
  return path.includes('l') ? path.replaceAll(' -', '-') + (closed ? 'Z' : '') : '';
}
