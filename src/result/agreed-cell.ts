/**
 * A cell of a table as it may be printed under a disclosure rule, from what several runs have in its place.
 *
 * People are those of published cells, blank where there are none or where the runs put them in different rows. Anything
 * else is blank where the runs do not agree; of a share or a metric so many decimals are printed as they agree on.
 */
import { disclosed, type Disclosure } from '../layer/disclosure.js';
import { roundNumber } from './format-number.js';
import type { Cell, Column } from './table.js';

/** People below this are traces of suppressed cells. */
export const TRACE_OF_NOBODY = 0.4;

/** The first cell as it may be printed; undefined stands for a run that has no such row. */
export function agreedCell(column: Column, cells: readonly (Cell | undefined)[], rule: Disclosure): Cell {
  const { kind, about } = column;
  const [first] = cells;
  if (about.role === 'blocks' && about.measure !== undefined) return null;
  if (typeof first !== 'number') return cells.every((cell) => cell === first) ? (first ?? null) : null;
  // A run that leaves a figure blank says nothing against it.
  const figures = cells.flatMap((cell) => (cell === null ? [] : [cell]));
  if (!figures.every((cell) => typeof cell === 'number'))
    return kind === 'people' ? peopleAlone(first, rule) : null;
  if (kind === 'people') return agreedPeople(first, cells, rule);
  if (figures.every((figure) => nearlyEqual(figure, first))) return first;
  return kind === 'share' || kind === 'number' ? agreedDecimals(column, figures) : null;
}

const nearlyEqual = (p: number, q: number): boolean =>
  Math.abs(p - q) <= 1e-9 * Math.max(1, Math.abs(p), Math.abs(q));

/** People of a row that some run does not have: of what is published, if anybody is. */
const peopleAlone = (people: number, rule: Disclosure): number | null =>
  Math.abs(people) < TRACE_OF_NOBODY ? null : disclosed(people, rule);

function agreedPeople(
  people: number,
  [, most, elsewhere]: readonly (Cell | undefined)[],
  rule: Disclosure,
): number | null {
  const isMoved = typeof elsewhere === 'number' && Math.abs(people - elsewhere) > TRACE_OF_NOBODY;
  if (isMoved) return null;
  const isNobody = Math.abs(people) < TRACE_OF_NOBODY;
  if (isNobody && (people !== 0 || differs(people, most) || differs(people, elsewhere))) return null;
  return disclosed(people, rule);
}

const differs = (people: number, other: Cell | undefined): boolean =>
  typeof other === 'number' && other !== people;

/** Decimals from which a figure says something. */
const FEWEST = 2;
const MOST = 6;

/** A figure to as many decimals as all agree on; blank for fewer than two, and where it would say all or none. */
function agreedDecimals({ decimals }: Column, figures: readonly number[]): number | null {
  for (let places = decimals ?? MOST; places >= FEWEST; places--) {
    const rounded = roundNumber(figures[0]!, places);
    if (figures.every((figure) => roundNumber(figure, places) === rounded))
      return rounded === 0 || Math.abs(rounded) === 1 ? null : rounded;
  }
  return null;
}
