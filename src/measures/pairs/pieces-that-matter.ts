/**
 * Which pieces matter: those that a summary counts and a map shows. Tables keep all.
 *
 *     unit of 240,000 people     116,367   6,060  |  69   31   0.6   0   coast
 *                                 matter          |  smaller
 *
 * A piece matters that holds a hundred people, or one in a hundred of its unit. No smaller number can be told from an
 * error of placing: the smallest areas that the census publishes are drawn to hold a hundred residents (ONS, output
 * areas 2021). The share is for units so small that a hundred is much of them. Where nobody is counted hectares take
 * the place of people: a hundred of them are a square of the kilometre grid.
 */
import type { ColumnOf } from '../../result/make-table.js';

/** People, or hectares, from which on a piece matters whatever its unit. */
export const LEAST_AMOUNT = 100;

/** Share of its unit from which on a piece matters, however few that are. */
export const LEAST_SHARE = 0.01;

/** The measure that counts small areas where nobody is counted: of those a single one matters. */
export const COUNT_OF_BLOCKS = 'blocks';

/** How much a piece holds of what is counted, and how much its whole unit does: people, hectares or small areas. */
export interface PieceAmount {
  readonly amount: number;
  readonly whole: number;
}

/** Whether a piece matters, by the name of the measure that counts; null where hectares do. */
export function pieceMatters({ amount, whole }: PieceAmount, measure: string | null): boolean {
  const least = measure === COUNT_OF_BLOCKS ? 1 : LEAST_AMOUNT;
  return amount > 0 && (amount >= least || amount >= LEAST_SHARE * whole);
}

/** The column that says of each piece whether it matters; blank for rows that are no such pieces. */
export const mattersColumn = <Row>(matters: (row: Row) => boolean | null): ColumnOf<Row> => ({
  heading: 'matters',
  title: 'matters',
  kind: 'flag',
  description:
    'Whether the piece holds 100 people or 1 % of its unit (hectares where nobody is counted), and so counts in the summary and on the map',
  about: { role: 'matters' },
  value: matters,
});
