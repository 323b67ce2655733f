/**
 * Land as a sentence has it, wherever it is said, so that one area is not rounded in two ways.
 */
import { formatNumber, withCommas } from './format-number.js';

/** From here on hectares are read in wholes. */
export const WHOLE_HECTARES = 9.95;

/** `108,302 ha`, below ten with one decimal: `3.8 ha`; what is not nothing is never `0.0 ha`. */
export function hectareText(hectares: number): string {
  const places = hectares === 0 || hectares >= WHOLE_HECTARES ? 0 : 1;
  const text = withCommas(formatNumber(hectares, places));
  return text === '0.0' ? 'under 0.1 ha' : `${text} ha`;
}

/** The same as a figure, which is not broken between lines. */
export const hectareFigure = (hectares: number): string => hectareText(hectares).replaceAll(' ', '\u00a0');
