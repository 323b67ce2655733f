/**
 * The one gate for counts: people, patients, weights, minutes.
 *
 * A cell holds a number that is not negative, nothing, or a sign that the number is kept back. Blank cells and signs are
 * unknown, not nought, and are told in notes; anything else stops the run with its row and column.
 */
import { wholeText } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
import { dotsOf } from './dotted-thousands.js';
import type { NumberColumn, Table } from './table.js';

/** What a column counts, as messages call it. */
export type CountedThing = 'people' | 'patients' | 'weights' | 'minutes' | 'amounts' | 'areas';

/**
 * The column, NaN where a number is not known. Throws InputError for text, for numbers below nought and for dots that may
 * stand between thousands; `code` is the column that names the row, where there is one.
 */
export function readCounts(table: Table, column: number, thing: CountedThing, code = -1): NumberColumn {
  const seen = noCountsSeen();
  const numbers = seeCounts(table, column, seen, code);
  refuseSeen(table, column, thing, seen);
  return numbers;
}

/** A cell that is shown in a message. */
interface ShownCell {
  readonly unit: string;
  readonly place: string;
  readonly text: string;
}

/** What a look through a column has found, which may have gone piece by piece. */
export interface CountsSeen {
  numbers: number;
  blank: number;
  shorthand: number;
  wrong: number;
  firstWrong: ShownCell | null;
  firstNegative: ShownCell | null;
  firstDotted: ShownCell | null;
  dotsAreOpen: boolean;
}

/** Before the first look. */
export const noCountsSeen = (): CountsSeen => ({
  numbers: 0,
  blank: 0,
  shorthand: 0,
  wrong: 0,
  firstWrong: null,
  firstNegative: null,
  firstDotted: null,
  dotsAreOpen: true,
});

/** The column of some rows; what is found in it is added to `seen`. */
export function seeCounts(table: Table, column: number, seen: CountsSeen, code = -1): NumberColumn {
  const numbers = table.numbers(column);
  const shown = (row: number): ShownCell | null =>
    row < 0
      ? null
      : {
          unit: code < 0 ? '' : table.text(code, row),
          place: table.place(row),
          text: table.text(column, row),
        };
  seen.numbers += table.rowCount - numbers.blank - numbers.shorthand - numbers.wrong;
  seen.blank += numbers.blank;
  seen.shorthand += numbers.shorthand;
  seen.wrong += numbers.wrong;
  seen.firstWrong ??= shown(numbers.firstWrong);
  seen.firstNegative ??= shown(numbers.values.findIndex((value) => value < 0));
  const dots = dotsOf(table, column);
  seen.firstDotted ??= shown(dots.first);
  seen.dotsAreOpen &&= dots.isOpen;
  return numbers;
}

/** Throws InputError for what was seen and is no count. */
export function refuseSeen(
  table: Pick<Table, 'fileName' | 'headings'>,
  column: number,
  thing: CountedThing,
  seen: CountsSeen,
): void {
  const of: SeenColumn = { file: table.fileName, heading: table.headings[column]!, thing };
  if (seen.firstWrong !== null) throw notNumber(of, seen.firstWrong, seen.wrong);
  if (thing !== 'minutes' && seen.dotsAreOpen && seen.firstDotted !== null)
    throw mayBeThousands(of, seen.firstDotted);
  if (seen.firstNegative !== null) throw belowNought(of, seen.firstNegative);
}

/** The column that a message is about. */
interface SeenColumn {
  readonly file: string;
  readonly heading: string;
  readonly thing: CountedThing;
}

/** How many cells of a column are blank or kept back; nothing where all hold numbers. */
export function countNotes(
  table: Pick<Table, 'fileName' | 'headings'>,
  column: number,
  { shorthand, blank }: Pick<NumberColumn, 'shorthand' | 'blank'>,
): Note[] {
  const words = { column: table.headings[column]! };
  const notes: Note[] = [];
  if (shorthand > 0)
    notes.push(makeNote('shorthand-cells', table.fileName, { counts: { cells: shorthand }, words }));
  if (blank > 0) notes.push(makeNote('blank-cells', table.fileName, { counts: { cells: blank }, words }));
  return notes;
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** Whose row it is, and where it stands. */
const whereIs = ({ unit, place }: ShownCell): { unit?: string; place: string } =>
  unit === '' ? { place } : { unit, place };

function notNumber({ file, heading, thing }: SeenColumn, cell: ShownCell, wrong: number): InputError {
  const further =
    wrong === 2 ? ' (nor is 1 further cell)' : ` (nor are ${wholeText(wrong - 1)} further cells)`;
  return new InputError({
    id: 'not-a-number',
    file,
    ...whereIs(cell),
    message: `'${cell.text.slice(0, 20)}' in '${heading}' is not a number${wrong > 1 ? further : ''}`,
    hint: `${capital(thing)} are numbers, blank, or shorthand such as [c], [x] or *; correct the cell or name another column.`,
  });
}

function mayBeThousands({ file, heading }: SeenColumn, cell: ShownCell): InputError {
  const text = cell.text.trim();
  return new InputError({
    id: 'dots-or-thousands',
    file,
    ...whereIs(cell),
    message: `'${text}' in '${heading}' may be ${text.replace('.', ',')} or ${Number(text)}: commas do not divide the cells, so dots may stand between thousands`,
    hint: `Write whole numbers without a sign between thousands (${text.replace('.', '')}), or broken ones with another number of decimals (${text}0).`,
  });
}

const belowNought = ({ file, heading, thing }: SeenColumn, cell: ShownCell): InputError =>
  new InputError({
    id: 'negative-number',
    file,
    ...whereIs(cell),
    message: `${cell.text} in '${heading}' is less than nought`,
    hint: `${capital(thing)} cannot be fewer than none; correct the number or name another column.`,
  });
