/**
 * How the map looks, asked of the style sheet: hidden elements have the classes, the canvas is drawn as they are styled.
 * So colours, dark, forced colours and paper stay in one place.
 */
import { makeSvg } from './make-element.js';

/** A line on the canvas, its width and dashes in pixels. */
export interface LineLook {
  readonly stroke: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly alpha: number;
}

/** A hatching: its ground, its lines, and their pattern. */
export interface HatchLook {
  readonly ground: string;
  readonly line: LineLook;
}

/** Pieces that do not line up, land in no neighbourhood, land in two. */
export type AreaKind = 'patch' | 'gap' | 'double';

/** What a row of a table is drawn as. */
export const areaKind = (table: string): AreaKind =>
  /^gaps(_|$)/.test(table) ? 'gap' : /^doubles(_|$)/.test(table) ? 'double' : 'patch';

/** All that the canvas shows. */
export interface MapLooks {
  readonly land: string;
  readonly shared: HatchLook;
  /** Of pieces by what they are, and the lines around them. */
  readonly areas: Readonly<Record<AreaKind, HatchLook & { readonly edge: LineLook }>>;
  readonly coast: LineLook;
  /** By layer. */
  readonly borders: readonly LineLook[];
  readonly stretch: LineLook;
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
    const area = (name: AreaKind): HatchLook & { readonly edge: LineLook } => ({
      ...hatch(name),
      edge: line(name),
    });
    return {
      land: styleOf('unit').fill,
      shared: hatch('shared'),
      areas: { patch: area('patch'), gap: area('gap'), double: area('double') },
      coast: line('coast'),
      borders: styles.map((style) => line(`lines lines-${style}`)),
      stretch: line('stretch'),
    };
  };
}

/** Pixels from line to line of each hatching. */
const SPACING = { shared: 8, patch: 6, gap: 8, double: 6 } as const;

/** The pattern of a hatching, slanted; crossed for pieces and doubles. `ratio` is device pixels a pixel, `scale` pixels a unit drawn in. */
export function hatchPattern(
  context: CanvasRenderingContext2D,
  name: keyof typeof SPACING,
  { ground, line }: HatchLook,
  ratio: number,
  scale: number,
): CanvasPattern {
  const size = Math.round(SPACING[name] * ratio);
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const on = tile.getContext('2d')!;
  on.fillStyle = ground;
  on.fillRect(0, 0, size, size);
  on.fillStyle = line.stroke;
  const width = Math.max(1, line.width * ratio);
  on.fillRect((size - width) / 2, 0, width, size);
  if (name === 'patch' || name === 'double') on.fillRect(0, (size - width) / 2, size, width);
  const pattern = context.createPattern(tile, 'repeat')!;
  pattern.setTransform(new DOMMatrix().scale(1 / (scale * ratio)).rotate(45));
  return pattern;
}
