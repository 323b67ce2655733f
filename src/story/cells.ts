/**
 * Cells of a result's tables as text and as figures.
 */
import type { Cell } from '../result/table.js';

/** The text of a cell; '' for a blank one or none. */
export const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '');

/** The figure of a cell; null for a blank one: not known, or withheld under a disclosure rule. */
export const figureOf = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);

/** The sum of some cells; null where one of them is blank, so that what is withheld never adds up to something. */
export function sumOrNull(figures: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const figure of figures) {
    if (figure === null) return null;
    sum += figure;
  }
  return sum;
}
