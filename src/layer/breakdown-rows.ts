/**
 * Which rows of a table divided by sex or age are to be counted.
 *
 * Such tables often hold men, women and everybody, each in its own row; adding all three counts people twice. Where
 * there are rows for everybody only these are taken; otherwise the parts are added up.
 */
import type { Table } from './table.js';
import { counted } from '../trouble/count-text.js';

export interface ChosenRows {
  /** Row numbers in file order. */
  readonly rows: Int32Array;
  /** True where a block may stand in several rows, which are to be added. */
  readonly adds: boolean;
  readonly notes: readonly string[];
}

const EVERYBODY =
  /^(all|all ages|all persons|all people|persons|people|total|both|both sexes|all sexes|t|p)$/i;

/** The rows that count everybody once; `breakdowns` are the columns of sex and age. */
export function chooseRows(table: Table, breakdowns: readonly number[]): ChosenRows {
  let rows = Int32Array.from({ length: table.rowCount }, (_, row) => row);
  let adds = false;
  const notes: string[] = [];
  for (const column of breakdowns) {
    const { values, index } = table.distinct(column);
    const heading = table.headings[column]!;
    if (values.length === 1) {
      if (!EVERYBODY.test(values[0]!))
        notes.push(`${table.fileName}: all rows have '${heading}' ${values[0]!}`);
      continue;
    }
    const whole = values.flatMap((value, at) => (EVERYBODY.test(value) ? [at] : []));
    if (whole.length === 0) {
      adds = true;
      const shown = values.slice(0, 3).join(', ') + (values.length > 3 ? ' …' : '');
      notes.push(`${table.fileName}: rows by '${heading}' (${shown}) added up, none is for everybody`);
      continue;
    }
    const before = rows.length;
    rows = rows.filter((row) => index[row] === whole[0]);
    const left = before - rows.length;
    notes.push(
      `${table.fileName}: only rows with '${heading}' ${values[whole[0]!]} counted, ${counted(left, 'row')} left out`,
    );
  }
  return { rows, adds, notes };
}
