/**
 * The map of a result as a PNG picture, twice as fine as a screen needs, for slides and documents.
 */
import type { Result } from '../../result/result.js';
import { drawSvg, type PictureSize } from './write-svg.js';

export interface Png {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const FINENESS = 2;

/** The picture, for a slide if no size is given. Throws InputError where the result has no map. */
export async function drawPng(result: Result, size?: PictureSize): Promise<Png> {
  const { svg, width, height } = drawSvg(result, size);
  const { Resvg } = await import('@resvg/resvg-js');
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: FINENESS },
    font: { loadSystemFonts: true, defaultFontFamily: 'Liberation Sans', sansSerifFamily: 'Liberation Sans' },
  }).render();
  return { bytes: drawn.asPng(), width: width * FINENESS, height: height * FINENESS };
}
