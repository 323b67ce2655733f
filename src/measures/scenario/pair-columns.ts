/**
 * Which columns of a plain table say where units go.
 *
 *     unit,new_unit                          by their headings
 *     LAD24CD,LAD24NM,new_unit               codes before names
 *     district,unitary                       two columns: each unit once, the new ones several times
 */
import { kindsCalled } from '../../layer/kinds-called.js';
import { columnWithKey, headingKey, type Table } from '../../layer/table.js';
import { InputError } from '../../trouble/input-error.js';

/** Headings of the column of new units. */
const NEW = /^(new|proposed|future|target|to|into|becomes|goes_to|group|merged)(_|$)|_(new|after)$/;
const NEW_NAME = /_?(name|nm)$/;

/** Headings of the column of units as they are, apart from words for kinds. */
const UNIT = [
  'unit_code',
  'old_code',
  'current_code',
  'code',
  'unit',
  'old_unit',
  'current_unit',
  'member',
  'from',
  'old',
  'current',
];

/** Headings of the two columns. Throws InputError, with the right form in the table's own words, where they are not clear. */
export function pairColumns(table: Table): { readonly member: string; readonly group: string } {
  const { headings } = table;
  const all = headings.map((_, column) => column);
  const fresh = all.filter((column) => NEW.test(headingKey(headings[column]!)));
  // The name of a new unit goes with its code.
  const group = fresh.find((column) => !NEW_NAME.test(headingKey(headings[column]!))) ?? fresh[0];
  const others = all.filter((column) => !fresh.includes(column));
  if (group !== undefined && others.length > 0) {
    const member = unitColumn(table, others);
    if (member !== null) return { member: headings[member]!, group: headings[group]! };
  }
  if (headings.length !== 2) throw unclear(table);
  const [first, second] = [isDistinct(table, 0), isDistinct(table, 1)];
  return !first && second
    ? { member: headings[1]!, group: headings[0]! }
    : { member: headings[0]!, group: headings[1]! };
}

/** The one column there is, or the first that is called as units are: codes before names. */
function unitColumn(table: Table, columns: readonly number[]): number | null {
  if (columns.length === 1) return columns[0]!;
  const own = columnWithKey(table, UNIT);
  if (columns.includes(own)) return own;
  const ofKinds = columns.filter((column) => kindsCalled(table.headings[column]!).length > 0);
  const codes = ofKinds.filter((column) => !NEW_NAME.test(headingKey(table.headings[column]!)));
  return codes[0] ?? ofKinds[0] ?? null;
}

/** Whether each row has a value of its own. */
const isDistinct = (table: Table, column: number): boolean =>
  table.distinct(column).values.length === table.rowCount;

function unclear({ fileName, headings, rowCount, text }: Table): InputError {
  const [unit = 'unit', other = 'new_unit'] = headings;
  const row = rowCount === 0 || headings.length < 2 ? '' : `, such as ${text(0, 0)},New name`;
  return new InputError({
    id: 'no-scenario',
    file: fileName,
    message: `it is not clear which of its columns (${headings.join(', ')}) say what each unit becomes`,
    hint: `Name them, as ${fileName}:${unit}:${other}, or make a table unit,new_unit by names or codes${row}; coterminous help scenarios shows every form`,
  });
}
