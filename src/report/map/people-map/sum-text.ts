/**
 * The sum of some circles in words.
 */
import { counted } from '../../../trouble/count-text.js';
import type { MapCircle } from './laid-map.js';

/** Words for a sum: of what, and of which units. */
export interface SumWords {
  readonly unit: string;
  /** Whether amounts are hectares. */
  readonly isLand: boolean;
}

/** Whether a printed figure is one of hectares. */
export const isHectares = (figure: string): boolean => /[ \u00a0]ha$/.test(figure);

/** What follows a figure of the key. */
export const keyUnit = ({ isLand }: SumWords): string => (isLand ? '\u00a0ha' : '');

/** `116,890 people in 5 councils`; without the sum where a figure is withheld. */
export function sumText(
  points: readonly Pick<MapCircle, 'amount' | 'name'>[],
  { unit, isLand }: SumWords,
): string {
  const where = `in ${counted(new Set(points.map(({ name }) => name)).size, unit)}`;
  const amounts = points.map(({ amount }) => amount);
  if (amounts.some((amount) => amount === null)) return where;
  const sum = Math.round(amounts.reduce<number>((total, amount) => total + amount!, 0));
  return `${isLand ? counted(sum, 'hectare') : counted(sum, 'person', 'people')} ${where}`;
}
