/**
 * An area in a sentence: hectares, or square metres where hectares would read as nothing.
 */
import { hectareText } from '../../result/hectare-text.js';
import { hectares } from '../../result/units-of-measure.js';
import { wholeText } from '../../trouble/count-text.js';

/** `1,234 ha`, `1.2 ha`, `57 m²`. */
export const landText = (squareMetres: number): string =>
  squareMetres < 500 ? `${wholeText(squareMetres)} m²` : hectareText(hectares(squareMetres));

/** `22 m`, below ten with one decimal: `3.8 m`. */
export const widthText = (metres: number): string =>
  `${metres < 9.95 ? metres.toFixed(1) : wholeText(metres)} m`;
