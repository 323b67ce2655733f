/**
 * What depends on a terminal being there: colour and width.
 */
import { Chalk } from 'chalk';
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
  if (!wanted) return plain;
  const chalk = new Chalk({ level: 1 });
  return {
    bold: (s) => chalk.bold(s),
    dim: (s) => chalk.dim(s),
    accent: (s) => chalk.cyan(s),
    warn: (s) => chalk.yellow(s),
  };
}

/** Columns of a stream's terminal; 80 where there is none or it does not say (some say 0). */
export const widthOf = (stream: NodeJS.WriteStream): number => stream.columns || 80;
