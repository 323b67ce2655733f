/**
 * Text on lines of so many pixels.
 */
import { wrapText } from '../../text-width.js';
import { advance } from './advance.js';

const LEAST_SIGNS = 8;

/** The words of a text on lines of at most so many pixels; none of an empty text. A longer word stands alone. */
export function wrapToWidth(text: string, size: number, width: number, bold = false): string[] {
  if (text === '') return [];
  let signs = Math.max(LEAST_SIGNS, Math.floor((width / advance(text, size, bold)) * [...text].length));
  let lines = wrapText(text, signs);
  while (signs > LEAST_SIGNS && lines.some((line) => advance(line, size, bold) > width))
    lines = wrapText(text, --signs);
  return lines;
}
