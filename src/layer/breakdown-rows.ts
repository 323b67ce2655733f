/**
 * Which rows of a table divided by sex or age are to be counted.
 *
 * Such tables often hold men, women and everybody, each in its own row; adding all three counts people twice. Where
 * there are rows for everybody only these are taken; otherwise the parts are added up.
 */
import type { Table } from './table.js';
import { makeNote, type Note } from '../trouble/note.js';

export interface ChosenRows {
  /** Row numbers in file order. */
  readonly rows: Int32Array;
  /** True where a block may stand in several rows, which are to be added. */
  readonly adds: boolean;
  readonly notes: readonly Note[];
}

const EVERYBODY =
  /^(all|all ages|all persons|all people|persons|people|total|both|both sexes|all sexes|t|p)$/i;

/** The rows that count everybody once; `breakdowns` are the columns of sex and age. */
export function chooseRows(table: Table, breakdowns: readonly number[]): ChosenRows {
  let rows = Int32Array.from({ length: table.rowCount }, (_, row) => row);
  let adds = false;
  const notes: Note[] = [];
  for (const column of breakdowns) {
    const { values, index } = table.distinct(column);
    const heading = table.headings[column]!;
    if (values.length === 1) {
      if (!EVERYBODY.test(values[0]!))
        notes.push(
          makeNote('breakdown-of-one', table.fileName, { words: { column: heading, value: values[0]! } }),
        );
      continue;
    }
    const whole = values.flatMap((value, at) => (EVERYBODY.test(value) ? [at] : []));
    if (whole.length === 0) {
      adds = true;
      const shown = values.slice(0, 3).join(', ') + (values.length > 3 ? ' …' : '');
      notes.push(makeNote('breakdown-added', table.fileName, { words: { column: heading, values: shown } }));
      continue;
    }
    const before = rows.length;
    rows = rows.filter((row) => index[row] === whole[0]);
    const left = before - rows.length;
    notes.push(
      makeNote('breakdown-chosen', table.fileName, {
        counts: { rows: left },
        words: { column: heading, value: values[whole[0]!]! },
      }),
    );
  }
  return { rows, adds, notes };
}
