/**
 * How the map looks, asked of the style sheet: hidden elements have the classes, the canvas is drawn as they are styled.
 * So colours, dark, forced colours and paper stay in one place.
 */
import { makeSvg } from './make-element.js';
import type { DotLook } from './paint-dots.js';

/** A line on the canvas, its width and dashes in pixels. */
export interface LineLook {
  readonly stroke: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly alpha: number;
}

/** What an area of a row is: land in no neighbourhood, in several, any other piece. */
export type AreaKind = 'gap' | 'double' | 'patch';

/** A hatching: its ground, its lines, and their pattern. */
export interface HatchLook {
  readonly ground: string;
  readonly line: LineLook;
}

/** All that the canvas shows. */
export interface MapLooks {
  readonly land: string;
  /** Land of neighbourhoods, of pieces that circles stand for. */
  readonly told: string;
  readonly tint: string;
  readonly shared: HatchLook;
  /** Areas of rows by what they are: their ground with its hatching, their outline. */
  readonly areas: Readonly<Record<AreaKind, { readonly hatch: HatchLook; readonly outline: LineLook }>>;
  readonly coast: LineLook;
  /** People. */
  readonly dots: DotLook;
  /** By layer. */
  readonly borders: readonly LineLook[];
  readonly stretch: LineLook;
  /** Outline of the place that the map is about. */
  readonly place: LineLook;
}

/** Makes the hidden elements in a drawing; returns what reads the looks, on paper or as the page is now. */
export function mapLooks(svg: SVGSVGElement, styles: readonly number[]): (onPaper: boolean) => MapLooks {
  const makeGroup = (name: string): ((look: string) => CSSStyleDeclaration) => {
    const group = makeSvg('g', { class: name, display: 'none' }, svg);
    const made = new Map<string, SVGElement>();
    return (look) => {
      const probe = made.get(look) ?? makeSvg('path', { class: look }, group);
      made.set(look, probe);
      return getComputedStyle(probe);
    };
  };
  const [onScreen, asPrinted] = [makeGroup('looks'), makeGroup('looks paper')];
  return (onPaper) => {
    const styleOf = onPaper ? asPrinted : onScreen;
    const line = (look: string): LineLook => {
      const { stroke, strokeWidth, strokeDasharray, strokeOpacity } = styleOf(look);
      return {
        stroke,
        width: parseFloat(strokeWidth),
        dash: strokeDasharray === 'none' ? [] : strokeDasharray.split(/[ ,]+/).map(parseFloat),
        alpha: Number(strokeOpacity),
      };
    };
    const hatch = (name: string): HatchLook => ({
      ground: styleOf(`${name}-ground`).fill,
      line: line(`${name}-line`),
    });
    const area = (name: AreaKind): MapLooks['areas'][AreaKind] => ({
      hatch: hatch(name),
      outline: line(name),
    });
    return {
      land: styleOf('unit').fill,
      told: styleOf('told').fill,
      tint: styleOf('pm-tint').fill,
      shared: hatch('shared'),
      areas: { gap: area('gap'), double: area('double'), patch: area('patch') },
      dots: { fill: styleOf('map-dot').fill, alpha: Number(styleOf('map-dot').fillOpacity) },
      coast: line('coast'),
      borders: styles.map((style) => line(`lines lines-${style}`)),
      stretch: line('stretch'),
      place: line('pm-place'),
    };
  };
}

/** Pixels from line to line of each hatching, and whether other lines cross them. */
const HATCHINGS = {
  shared: { spacing: 8, isCrossed: false },
  gap: { spacing: 6, isCrossed: false },
  double: { spacing: 5, isCrossed: true },
  patch: { spacing: 6, isCrossed: true },
} as const;

/** The pattern of a hatching, slanted. `ratio` is device pixels a pixel, `scale` pixels a unit drawn in. */
export function hatchPattern(
  context: CanvasRenderingContext2D,
  name: keyof typeof HATCHINGS,
  { ground, line }: HatchLook,
  ratio: number,
  scale: number,
): CanvasPattern {
  const { spacing, isCrossed } = HATCHINGS[name];
  const size = Math.round(spacing * ratio);
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const on = tile.getContext('2d')!;
  on.fillStyle = ground;
  on.fillRect(0, 0, size, size);
  on.fillStyle = line.stroke;
  const width = Math.max(1, line.width * ratio);
  on.fillRect((size - width) / 2, 0, width, size);
  if (isCrossed) on.fillRect(0, (size - width) / 2, size, width);
  const pattern = context.createPattern(tile, 'repeat')!;
  pattern.setTransform(new DOMMatrix().scale(1 / (scale * ratio)).rotate(45));
  return pattern;
}
