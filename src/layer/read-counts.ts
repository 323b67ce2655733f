/**
 * The one gate for counts: people, patients, weights, minutes.
 *
 * A cell holds a number that is not negative, nothing, or a sign that the number is kept back. Blank cells and signs are
 * unknown, not nought, and are told in notes; anything else stops the run with its row and column.
 */
import { wholeText } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
import { dottedThousands } from './dotted-thousands.js';
import type { NumberColumn, Table } from './table.js';

/** What a column counts, as messages call it. */
export type CountedThing = 'people' | 'patients' | 'weights' | 'minutes' | 'amounts' | 'areas';

/**
 * The column, NaN where a number is not known. Throws InputError for text, for numbers below nought and for dots that may
 * stand between thousands; `code` is the column that names the row, where there is one.
 */
export function readCounts(table: Table, column: number, thing: CountedThing, code = -1): NumberColumn {
  const numbers = table.numbers(column);
  const { values } = numbers;
  if (numbers.wrong > 0) throw notNumber(table, column, thing, code, numbers);
  const dotted = thing === 'minutes' ? -1 : dottedThousands(table, column);
  if (dotted >= 0) throw mayBeThousands(table, column, code, dotted);
  const negative = values.findIndex((value) => value < 0);
  if (negative >= 0) throw belowNought(table, column, thing, code, negative);
  return numbers;
}

/** How many cells of a column are blank or kept back; nothing where all hold numbers. */
export function countNotes(table: Table, column: number, { shorthand, blank }: NumberColumn): Note[] {
  const words = { column: table.headings[column]! };
  const notes: Note[] = [];
  if (shorthand > 0)
    notes.push(makeNote('shorthand-cells', table.fileName, { counts: { cells: shorthand }, words }));
  if (blank > 0) notes.push(makeNote('blank-cells', table.fileName, { counts: { cells: blank }, words }));
  return notes;
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** Whose row it is, for a message. */
const unitOf = (table: Table, code: number, row: number): { unit?: string } => {
  const unit = code < 0 ? '' : table.text(code, row);
  return unit === '' ? {} : { unit };
};

function notNumber(
  table: Table,
  column: number,
  thing: CountedThing,
  code: number,
  { wrong, firstWrong }: NumberColumn,
): InputError {
  const further =
    wrong === 2 ? ' (nor is 1 further cell)' : ` (nor are ${wholeText(wrong - 1)} further cells)`;
  return new InputError({
    id: 'not-a-number',
    file: table.fileName,
    ...unitOf(table, code, firstWrong),
    place: table.place(firstWrong),
    message: `'${table.text(column, firstWrong).slice(0, 20)}' in '${table.headings[column]}' is not a number${wrong > 1 ? further : ''}`,
    hint: `${capital(thing)} are numbers, blank, or shorthand such as [c], [x] or *; correct the cell or name another column.`,
  });
}

function mayBeThousands(table: Table, column: number, code: number, row: number): InputError {
  const text = table.text(column, row).trim();
  return new InputError({
    id: 'dots-or-thousands',
    file: table.fileName,
    ...unitOf(table, code, row),
    place: table.place(row),
    message: `'${text}' in '${table.headings[column]}' may be ${text.replace('.', ',')} or ${Number(text)}: commas do not divide the cells, so dots may stand between thousands`,
    hint: `Write whole numbers without a sign between thousands (${text.replace('.', '')}), or broken ones with another number of decimals (${text}0).`,
  });
}

const belowNought = (
  table: Table,
  column: number,
  thing: CountedThing,
  code: number,
  row: number,
): InputError =>
  new InputError({
    id: 'negative-number',
    file: table.fileName,
    ...unitOf(table, code, row),
    place: table.place(row),
    message: `${table.text(column, row)} in '${table.headings[column]}' is less than nought`,
    hint: `${capital(thing)} cannot be fewer than none; correct the number or name another column.`,
  });
