/**
 * The elements of the map, one above the other and still empty:
 *
 *     chosen ▸ hovered ▸ stretches ▸ lines of layers ▸ areas of rows ▸ areas of layers
 */
import { makeSvg } from './make-element.js';
import { arcNumber } from './outlines.js';
import type { Page } from './page.js';
import { targetText, type UnitView } from './targets.js';

/** The elements to draw on, in the order of what they draw. */
export interface MapPaths {
  readonly svg: SVGSVGElement;
  readonly sheet: SVGGElement;
  /** Groups of areas, and the path of all lines, by layer. */
  readonly fills: readonly SVGGElement[];
  readonly lines: readonly SVGPathElement[];
  readonly units: readonly SVGPathElement[];
  readonly shapes: readonly SVGPathElement[];
  readonly hover: SVGPathElement;
  /** Twice: a wide one below a narrow one. */
  readonly chosen: readonly SVGPathElement[];
  /** Numbers of the arcs that bound units of each layer, once. */
  readonly arcsOfLayer: readonly (readonly number[])[];
  /** What each switch turns on and off. */
  readonly parts: Record<string, readonly Element[]>;
}

/** Lays out the map of a page in its drawing. */
export function layMap(page: Page, svg: SVGSVGElement, isShared: (unit: UnitView) => boolean): MapPaths {
  const { layers } = page.data;
  const { units, shapes } = page.sheet;
  const sheet = svg.querySelector<SVGGElement>('#sheet')!;
  const byStyle = [...layers.keys()].sort((p, q) => layers[p]!.style - layers[q]!.style);
  const fills: SVGGElement[] = [];
  for (const l of byStyle) fills[l] = makeSvg('g', { class: `fills fills-${l}` }, sheet);
  const areas = makeSvg('g', { class: 'areas' }, sheet);
  // The thickest line lies on top; of two moments the later one.
  const lines: SVGPathElement[] = [];
  for (const l of svg.classList.contains('moments') ? byStyle : [...byStyle].reverse()) {
    lines[l] = makeSvg('path', { class: `lines lines-${layers[l]!.style}` }, sheet);
  }
  const stretches = makeSvg('g', { class: 'stretches' }, sheet);
  const hover = makeSvg('path', { class: 'hovered' }, sheet);
  const chosen = ['chosen-under', 'chosen'].map((name) => makeSvg('path', { class: name }, sheet));
  return {
    svg,
    sheet,
    fills,
    lines,
    units: units.map((unit) =>
      makeSvg(
        'path',
        {
          class: isShared(unit) ? 'unit shared' : 'unit',
          'data-target': targetText({ kind: 'unit', unit }),
        },
        fills[unit.layer]!,
      ),
    ),
    shapes: shapes.map((shape) => {
      const isArea = shape.data.form === 'area';
      const name = isArea ? 'patch' : 'stretch';
      const target = targetText({ kind: 'shape', shape });
      return makeSvg('path', { class: name, 'data-target': target }, isArea ? areas : stretches);
    }),
    hover,
    chosen,
    arcsOfLayer: layers.map((_, l) => {
      const own = units.filter(({ layer }) => layer === l);
      return [...new Set(own.flatMap(({ rings }) => rings.flat().map(arcNumber)))];
    }),
    parts: {
      areas: [areas],
      stretches: [stretches],
      ...Object.fromEntries(layers.map((_, l) => [`layer-${l}`, [fills[l]!, lines[l]!]])),
    },
  };
}
