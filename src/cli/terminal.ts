/**
 * What depends on a terminal being there: colour and width.
 */
import type { Paint } from '../report/paint.js';

const plain: Paint = { bold: (s) => s, dim: (s) => s, accent: (s) => s, warn: (s) => s };
let colourAllowed = true;

/** Turns colour off for good, as --no-color asks. */
export function forbidColour(): void {
  colourAllowed = false;
}

/** Colours for a stream: none where it is not a terminal, or NO_COLOR or --no-color says so. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const wanted = colourAllowed && (process.env['NO_COLOR'] ?? '') === '' && stream.isTTY === true;
  return wanted ? inks : plain;
}

/**
 * Text between the sequences that turn an ink on and off (ECMA-48, SGR). The ink comes back after text in it that turned
 * it off, and does not run over the end of a line.
 */
const ink =
  (on: number, off: number) =>
  (text: string): string => {
    const [begin, end] = [`\u001b[${on}m`, `\u001b[${off}m`];
    if (text === '') return '';
    return begin + text.replaceAll(end, begin).replace(/\r?\n/g, (line) => end + line + begin) + end;
  };

const inks: Paint = { bold: ink(1, 22), dim: ink(2, 22), accent: ink(36, 39), warn: ink(33, 39) };

/** Columns of a stream's terminal; 80 where there is none or it does not say (some say 0). */
export const widthOf = (stream: NodeJS.WriteStream): number => stream.columns || 80;
