/**
 * Which columns of a plain table say where units go.
 *
 *     unit,new_unit                          by their headings
 *     LAD24CD,LAD24NM,new_unit               codes before names
 *     district,unitary                       two columns: each unit once, the new ones several times
 *     LAD24CD,LAD24NM,county_code,county_name          the same, with names beside the codes
 */
import { kindsCalled } from '../../layer/kinds-called.js';
import { codeSiblings } from '../../layer/lookup-names.js';
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

/** Other words for areas, at the end of a heading. */
const AREA =
  /(^|_)(area|authority|council|place|name|region|neighbourhood|existing|successor|before|after)s?$/;

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
  const [first, second, ...further] = withoutSiblings(table, all);
  if (first === undefined || second === undefined || further.length > 0) throw unclear(table);
  if (isHeadless(table)) throw unclear(table);
  const areDistinct = [isDistinct(table, first), isDistinct(table, second)];
  // Lists under the names of new units would be taken for units that become one another.
  if (areDistinct.every(Boolean) && ![first, second].some((column) => isWordForUnits(headings[column]!)))
    throw unclear(table);
  const isTurned = !areDistinct[0] && areDistinct[1];
  const [member, becomes] = isTurned ? [second, first] : [first, second];
  return { member: headings[member]!, group: headings[becomes]! };
}

/** Columns but those of names and ODS codes beside a column of codes. */
function withoutSiblings(table: Table, columns: readonly number[]): readonly number[] {
  const beside = new Set(
    columns.flatMap((column) => {
      if (!/(cd|code)h?$/.test(headingKey(table.headings[column]!))) return [];
      const { name, ods } = codeSiblings(table, column);
      return [name, ods].filter((sibling) => sibling !== column);
    }),
  );
  return columns.filter((column) => !beside.has(column));
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

/** Whether the first row is one like the others: what it says is said again below. */
const isHeadless = (table: Table): boolean =>
  table.headings.some((heading, column) => table.distinct(column).values.includes(heading));

const isWordForUnits = (heading: string): boolean =>
  UNIT.includes(headingKey(heading)) || AREA.test(headingKey(heading)) || kindsCalled(heading).length > 0;

/** Whether each row has a value of its own. */
const isDistinct = (table: Table, column: number): boolean =>
  table.distinct(column).values.length === table.rowCount;

function unclear(table: Table): InputError {
  const { fileName, headings, rowCount, text } = table;
  const columns = withoutSiblings(table, [...headings.keys()]).map((column) => headings[column]!);
  const [unit = 'unit', other = 'new_unit'] = columns;
  const row = rowCount === 0 || headings.length < 2 ? '' : `, such as ${text(0, 0)},New name`;
  return new InputError({
    id: 'no-scenario',
    file: fileName,
    message: `it is not clear which of its columns (${headings.join(', ')}) say what each unit becomes`,
    hint: `Name them, as ${fileName}:${unit}:${other}, or make a table unit,new_unit by names or codes${row}; coterminous help scenarios shows every form`,
  });
}
