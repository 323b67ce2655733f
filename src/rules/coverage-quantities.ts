/**
 * Quantities of a coverage report: gaps, double cover, neighbourhoods by size and the smallest and largest neighbourhood.
 *
 *     gaps, gap_ha, gap_people            land of the parents that no neighbourhood covers
 *     doubles, double_ha, double_people   land that two neighbourhoods cover
 *     neighbourhoods_under_30000          neighbourhoods of fewer people than that, whatever the number
 *     neighbourhoods_over_50000           neighbourhoods of more people than that
 *     neighbourhoods, in_several_parts    how many there are, how many are not in one piece
 */
import { columnAbout, columnHeaded } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { lessIsWorse, moreIsWorse, type Quantity } from './quantity.js';
import { amountPlace, sumOf, tableNamed, textOf } from './read-tables.js';

/** The quantities, none where the result has no such tables. */
export function coverageQuantities(result: Result): Quantity[] {
  const neighbourhoods = tableNamed(result, 'neighbourhoods');
  return [
    ...pieces(tableNamed(result, 'gaps'), 'gap', 'land of the parents that no neighbourhood covers'),
    ...pieces(tableNamed(result, 'doubles'), 'double', 'land that two neighbourhoods cover'),
    ...(neighbourhoods === null ? [] : neighbourhoodQuantities(neighbourhoods)),
  ];
}

function pieces(table: Table | null, word: string, what: string): Quantity[] {
  if (table === null) return [];
  return [
    ...moreIsWorse(`${word}s`, table.rows.length, `pieces of ${what}`),
    ...moreIsWorse(`${word}_ha`, sumOf(table, amountPlace(table, null)), `hectares of ${what}`),
    ...moreIsWorse(`${word}_people`, sumOf(table, peoplePlace(table)), `people on ${what}`),
  ];
}

function neighbourhoodQuantities(table: Table): Quantity[] {
  const people = peopleOf(table);
  const contiguous = columnHeaded(table, 'contiguous');
  const apart = table.rows.filter((row) => /^(false|no)$/.test(textOf(row[contiguous]))).length;
  return [
    ...lessIsWorse('neighbourhoods', table.rows.length, 'neighbourhoods'),
    ...moreIsWorse(
      'in_several_parts',
      contiguous < 0 ? null : apart,
      'neighbourhoods that are not in one piece',
    ),
    ...lessIsWorse(
      'smallest_people',
      people.length === 0 ? null : Math.min(...people),
      'people of the smallest neighbourhood',
    ),
    ...moreIsWorse(
      'largest_people',
      people.length === 0 ? null : Math.max(...people),
      'people of the largest neighbourhood',
    ),
  ];
}

/** Place of the people of the rows, by the first measure. */
const peoplePlace = (table: Table): number => columnAbout(table, { role: 'amount', kind: 'people' });

/** Numbers of people by the first measure, of the neighbourhoods where it is known. */
function peopleOf(table: Table): number[] {
  const place = peoplePlace(table);
  return table.rows.flatMap((row) => {
    const value = row[place];
    return typeof value === 'number' ? [value] : [];
  });
}

const BY_SIZE = /^neighbourhoods_(under|over)_(\d+)$/;

/** How names of quantities of any size look, for the list that is shown when a name is not known. */
export const SIZE_QUANTITIES = ['neighbourhoods_under_N', 'neighbourhoods_over_N'];

/** `neighbourhoods_under_30000` or `neighbourhoods_over_50000` with any number; none for other names or without people. */
export function sizeQuantity(result: Result, name: string): Quantity[] {
  const asked = BY_SIZE.exec(name);
  const table = tableNamed(result, 'neighbourhoods');
  if (asked === null || table === null) return [];
  const people = peopleOf(table);
  if (people.length === 0 && table.rows.length > 0) return [];
  const [, side, size] = asked;
  const count = people.filter((each) =>
    side === 'under' ? each < Number(size) : each > Number(size),
  ).length;
  return moreIsWorse(name, count, `neighbourhoods of ${side} ${size} people`);
}
