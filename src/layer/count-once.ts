/**
 * Everybody once: the rows of a table that divides its blocks by sex or age, brought to one number for each block.
 *
 *     block      sex      people              block      people
 *     E01000901  Persons  1010                E01000901  1010      its row for everybody
 *     E01000902  Male      500                E01000902  1020      its parts added up
 *     E01000902  Female    520
 *
 * Each block is looked at by itself, so a file in which some have a total and some do not counts each once. A part that
 * is kept back leaves the block without a number, unless its total is there.
 */
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
import { labelRoles, type LabelledRow } from './breakdown-labels.js';
import { countNotes, readCounts, type CountedThing } from './read-counts.js';
import type { Table } from './table.js';

/** What is counted, and by which columns. */
export interface Counting {
  /** Columns that together name what is counted: a block, or a block and a practice. */
  readonly keys: readonly number[];
  readonly value: number;
  readonly thing: CountedThing;
  /** Columns of sex and age. */
  readonly breakdowns: readonly number[];
}

export interface CountedOnce {
  /** Rows of the table, one for each block where the table has breakdowns, otherwise all. */
  readonly rows: Int32Array;
  /** What each counts, NaN where it is not known. */
  readonly values: Float64Array;
  /** How many rows of the table each is made of; those that are in none were left out and are in the notes. */
  readonly stands: Int32Array;
  readonly notes: readonly Note[];
}

/** A heading that divides a block over several rows. */
const BREAKDOWN =
  /^(sex|gender|ages?|age_(group|band|range)|single_year_of_age|five_year_age_(band|group))(_\d+[a-z]?_categories)?(_(code|name|label))?$/;

/** True for the key of a heading of sex or age. */
export const isBreakdown = (key: string): boolean => BREAKDOWN.test(key);

/**
 * Counts everybody once. Throws InputError for cells that are no counts, for a block that stands twice under one label,
 * and for a label that may be a total and may be a part.
 */
export function countOnce(table: Table, { keys, value, thing, breakdowns }: Counting): CountedOnce {
  const numbers = readCounts(table, value, thing, keys[0]);
  const notes = countNotes(table, value, numbers);
  let rows: Int32Array = Int32Array.from({ length: table.rowCount }, (_, row) => row);
  let values = numbers.values;
  let stands: Int32Array = new Int32Array(table.rowCount).fill(1);
  const divided = breakdowns.filter((column) => {
    const labels = table.distinct(column).values;
    if (labels.length > 1) return true;
    notes.push(...noteOnOne(table, column, labels[0] ?? ''));
    return false;
  });
  // Columns of codes first: the words beside them say more.
  const inOrder = [...divided].sort((a, b) => Number(isCode(table, b)) - Number(isCode(table, a)) || a - b);
  inOrder.forEach((column, at) => {
    const merged = mergeColumn(table, [...keys, ...inOrder.slice(at + 1)], column, { rows, values, stands });
    ({ rows, values, stands } = merged);
    notes.push(...merged.notes);
  });
  return { rows, values, stands, notes };
}

const isCode = (table: Table, column: number): boolean => /code$/i.test(table.headings[column]!.trim());

function noteOnOne(table: Table, column: number, value: string): Note[] {
  if (value === '' || labelRoles([value], []).isTotal[0]!) return [];
  const words = { column: table.headings[column]!, value };
  return [makeNote('breakdown-of-one', table.fileName, { words })];
}

/** Rows that differ in nothing but one column made one. */
function mergeColumn(
  table: Table,
  keys: readonly number[],
  column: number,
  { rows, values, stands }: Pick<CountedOnce, 'rows' | 'values' | 'stands'>,
): CountedOnce {
  const labels = table.distinct(column);
  const groupOf = new Map<number, number>();
  const groups: number[][] = [];
  const distinct = keys.map((key) => table.distinct(key));
  rows.forEach((row, at) => {
    const key = distinct.reduce((number, each) => number * each.values.length + each.index[row]!, 0);
    const group = groupOf.get(key);
    if (group !== undefined) groups[group]!.push(at);
    else {
      groupOf.set(key, groups.length);
      groups.push([at]);
    }
  });
  const labelled = (group: readonly number[]): LabelledRow[] =>
    group.map((at) => ({ label: labels.index[rows[at]!]!, value: values[at]! }));
  const several = groups.filter((group) => group.length > 1);
  for (const group of several) refuseTwice(table, column, group, rows, labels.index);
  const roles = labelRoles(labels.values, several.map(labelled));
  if (roles.unclear >= 0) throw unclearLabel(table, column, labels.values[roles.unclear]!);
  const hasParts = labels.values.map((_, label) => !roles.isTotal[label]!);
  const [merged, tally] = [new Float64Array(groups.length), { whole: 0, added: 0, left: 0 }];
  const standing = new Int32Array(groups.length);
  const rowsOf = (group: readonly number[]): number => group.reduce((sum, at) => sum + stands[at]!, 0);
  const parts = new Set(
    several
      .flatMap(labelled)
      .filter(({ label }) => hasParts[label]!)
      .map(({ label }) => label),
  );
  groups.forEach((group, g) => {
    const all = labelled(group);
    const totals = all.filter(({ label, value }) => roles.isTotal[label]! && !Number.isNaN(value));
    if (totals.some(({ value }) => value !== totals[0]!.value))
      throw unlikeTotals(table, column, rows[group[0]!]!);
    if (totals.length > 0) {
      tally.whole++;
      standing[g] = stands[group[all.indexOf(totals[0]!)]!]!;
      tally.left += rowsOf(group) - standing[g];
      merged[g] = totals[0]!.value;
      return;
    }
    const known = all.filter(({ label }) => hasParts[label]!);
    const isWhole = known.length === all.length || known.length === parts.size;
    if (group.length > 1) tally.added++;
    standing[g] = rowsOf(known.length === 0 ? group : group.filter((_, i) => hasParts[all[i]!.label]!));
    tally.left += rowsOf(group) - standing[g];
    merged[g] = isWhole && known.length > 0 ? known.reduce((sum, { value }) => sum + value, 0) : NaN;
  });
  return {
    rows: Int32Array.from(groups, (group) => rows[group[0]!]!),
    values: merged,
    stands: standing,
    notes: noteOnMerge(table, column, roles.isTotal, labels.values, tally),
  };
}

function noteOnMerge(
  table: Table,
  column: number,
  isTotal: readonly boolean[],
  labels: readonly string[],
  { whole, added, left }: { whole: number; added: number; left: number },
): Note[] {
  const heading = table.headings[column]!;
  const value = labels.find((_, label) => isTotal[label]!);
  if (value === undefined) {
    if (added === 0) return [];
    const shown = labels.slice(0, 3).join(', ') + (labels.length > 3 ? ' …' : '');
    return [makeNote('breakdown-added', table.fileName, { words: { column: heading, values: shown } })];
  }
  const words = { column: heading, value };
  return added > 0
    ? [makeNote('breakdown-mixed', table.fileName, { counts: { whole, added, rows: left }, words })]
    : [makeNote('breakdown-chosen', table.fileName, { counts: { rows: left }, words })];
}

function refuseTwice(
  table: Table,
  column: number,
  group: readonly number[],
  rows: Int32Array,
  label: Int32Array,
): void {
  const seen = new Map<number, number>();
  for (const at of group) {
    const row = rows[at]!;
    const before = seen.get(label[row]!);
    if (before !== undefined) {
      throw new InputError({
        id: 'repeated-rows',
        file: table.fileName,
        place: table.place(row),
        message: `the row repeats ${table.place(before)}: the same area, with '${table.headings[column]}' ${table.text(column, row)} in both`,
        hint: 'Keep one row for each area and group (one date, one practice).',
      });
    }
    seen.set(label[row]!, row);
  }
}

const unclearLabel = (table: Table, column: number, label: string): InputError =>
  new InputError({
    id: 'breakdown-unclear',
    file: table.fileName,
    message: `'${label}' in '${table.headings[column]}' may be the total of the other rows or a part of it; the numbers do not tell`,
    hint: 'Call the rows for everybody Total, or keep either these rows or the others.',
  });

const unlikeTotals = (table: Table, column: number, row: number): InputError =>
  new InputError({
    id: 'breakdown-unclear',
    file: table.fileName,
    place: table.place(row),
    message: `two rows of one area are totals by '${table.headings[column]}', and they differ`,
    hint: 'Keep one row for everybody in each area.',
  });
