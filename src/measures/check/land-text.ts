/**
 * An area in a sentence: hectares, or square metres where hectares would read as nothing.
 */
import { hectares } from '../../result/units-of-measure.js';
import { wholeText } from '../../trouble/count-text.js';

/** `12.34 ha`, `57 m²`. */
export const landText = (squareMetres: number): string =>
  squareMetres < 500 ? `${wholeText(squareMetres)} m²` : `${hectares(squareMetres).toFixed(2)} ha`;
