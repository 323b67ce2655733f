/**
 * Everybody once: the rows of a table that divides its blocks by sex or age, brought to one number for each block.
 *
 *     block      sex      people              block      people
 *     E01000901  Persons  1010                E01000901  1010      its row for everybody
 *     E01000902  Male      500                E01000902  1020      its parts added up
 *     E01000902  Female    520
 *
 * Each block is looked at by itself, so a file in which some have a total and some do not counts each once. A part that
 * is kept back leaves the block without a number, unless its total is there; so do men without women, and one part alone
 * of several where people are counted. Other rows that are not there count as nought, which is said.
 */
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
import { labelRoles, NEAR, saysEverybody, saysSex, type LabelledRow } from './breakdown-labels.js';
import { followsFrom } from './follows-from.js';
import { countNotes, readCounts, type CountedThing } from './read-counts.js';
import { headingKey, type Table } from './table.js';

/** What is counted, and by which columns. */
export interface Counting {
  /** Columns that together name what is counted: a block, or a block and a practice. */
  readonly keys: readonly number[];
  readonly value: number;
  readonly thing: CountedThing;
  /** Columns that divide a block over several rows: sex, age, ethnic group. */
  readonly breakdowns: readonly number[];
}

export interface CountedOnce {
  /** Rows of the table, one for each block where the table has breakdowns, otherwise all. */
  readonly rows: Int32Array;
  /** What each counts, NaN where it is not known. */
  readonly values: Float64Array;
  /** How many rows of the table each is made of; those that are in none were left out and are in the notes. */
  readonly stands: Int32Array;
  /** The group that every row is of, by column: `Sex: Male`; nothing where everybody may be in the table. */
  readonly groups: readonly string[];
  readonly notes: readonly Note[];
}

/** A heading that divides a block over several rows: of sex or age, or of a classification with its number of classes. */
const BREAKDOWN =
  /^((sex|gender|ages?|age_(group|band|range)|single_year_of_age|five_year_age_(band|group))(_\d+[a-z]?_categories)?|.+_\d+[a-z]?_categories)(_(code|name|label))?$/;

/** True for the key of a heading that divides a block over several rows by its name. */
export const isBreakdown = (key: string): boolean => BREAKDOWN.test(key);

/**
 * Counts everybody once. Throws InputError for cells that are no counts, for a block that stands twice under one label,
 * for a label that may be a total and may be a part, and for parts whose ages overlap.
 */
export function countOnce(table: Table, { keys, value, thing, breakdowns }: Counting): CountedOnce {
  const numbers = readCounts(table, value, thing, keys[0]);
  const notes = countNotes(table, value, numbers);
  let rows: Int32Array = new Int32Array(table.rowCount).map((_, row) => row);
  let values = numbers.values;
  let stands: Int32Array = new Int32Array(table.rowCount).fill(1);
  const divided = breakdowns.filter((column) => table.distinct(column).values.length > 1);
  const ofOne = columnsOfOne(
    table,
    breakdowns.filter((column) => !divided.includes(column)),
  );
  for (const { heading, label } of ofOne)
    notes.push(
      makeNote('breakdown-of-one', table.fileName, { words: { column: heading, value: label, thing } }),
    );
  // Columns of codes go first: the words beside them say more.
  const inOrder = withoutCoarser(
    table,
    [...divided].sort((a, b) => Number(isCode(table, b)) - Number(isCode(table, a)) || a - b),
  );
  inOrder.forEach((column, at) => {
    const merged = mergeColumn(
      table,
      [...keys, ...inOrder.slice(at + 1)],
      column,
      { rows, values, stands },
      thing,
    );
    ({ rows, values, stands } = merged);
    notes.push(...merged.notes);
  });
  const groups = ofOne.map(({ heading, label }) => `${heading}: ${label}`);
  return { rows, values, stands, groups, notes };
}

const isCode = (table: Table, column: number): boolean => /code$/i.test(table.headings[column]!.trim());

/** The columns without those that follow from another: codes beside their labels, age groups beside single years. */
function withoutCoarser(table: Table, columns: readonly number[]): number[] {
  return columns.reduce<number[]>((kept, column, at) => {
    const others = [...kept, ...columns.slice(at + 1)];
    return others.some((other) => followsFrom(table, column, other)) ? kept : [...kept, column];
  }, []);
}

/** Of columns with one label those whose rows are of one group; of a code and its words (`SEX`, `SEX_NAME`) the words. */
function columnsOfOne(
  table: Table,
  columns: readonly number[],
): { readonly heading: string; readonly label: string }[] {
  const families = new Map<string, { heading: string; label: string }[]>();
  for (const column of columns) {
    const heading = table.headings[column]!;
    const family = headingKey(heading).replace(/_(code|name|label)$/, '');
    const one = { heading, label: table.distinct(column).values[0] ?? '' };
    families.set(family, [...(families.get(family) ?? []), one]);
  }
  return [...families.values()].flatMap((family) => {
    if (family.some(({ label }) => label === '' || saysEverybody(label))) return [];
    return family.find(({ label }) => /\p{L}{2}/u.test(label)) ?? family[0]!;
  });
}

/** Rows that differ in nothing but one column made one. */
function mergeColumn(
  table: Table,
  keys: readonly number[],
  column: number,
  { rows, values, stands }: Pick<CountedOnce, 'rows' | 'values' | 'stands'>,
  thing: CountedThing,
): Omit<CountedOnce, 'groups'> {
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
  const { isTotal } = roles;
  const merged = new Float64Array(groups.length);
  const tally = { whole: 0, added: 0, left: 0, short: 0, parts: 0, over: 0 };
  const standing = new Int32Array(groups.length);
  const rowsOf = (group: readonly number[]): number => group.reduce((sum, at) => sum + stands[at]!, 0);
  const parts = [...new Set(groups.flat().map((at) => labels.index[rows[at]!]!))].filter((l) => !isTotal[l]!);
  const sexes = parts.filter((label) => saysSex(labels.values[label]!));
  groups.forEach((group, g) => {
    const all = labelled(group);
    const totals = all.filter(({ label, value }) => isTotal[label]! && !Number.isNaN(value));
    if (totals.some(({ value }) => value !== totals[0]!.value))
      throw unlikeTotals(table, column, rows[group[0]!]!);
    if (totals.length > 0) {
      tally.whole++;
      if (partsAmount(all, isTotal) > (1 + NEAR) * totals[0]!.value) tally.over++;
      standing[g] = stands[group[all.indexOf(totals[0]!)]!]!;
      tally.left += rowsOf(group) - standing[g];
      merged[g] = totals[0]!.value;
      return;
    }
    const known = all.filter(({ label }) => !isTotal[label]!);
    const men = known.filter(({ label }) => sexes.includes(label)).length;
    const isPart =
      thing === 'people' && parts.length > 1 && (known.length === 1 || (men > 0 && men < sexes.length));
    const standFor = known.length === 0 ? group : group.filter((_, i) => !isTotal[all[i]!.label]!);
    standing[g] = isPart ? 0 : rowsOf(standFor);
    tally.left += rowsOf(group) - rowsOf(standFor);
    if (isPart) tally.parts += rowsOf(standFor);
    if (isPart || known.length === 0 || (known.length < all.length && known.length < parts.length)) {
      merged[g] = NaN;
      return;
    }
    if (group.length > 1) tally.added++;
    if (known.length < parts.length) tally.short++;
    merged[g] = known.reduce((sum, { value }) => sum + value, 0);
  });
  if (tally.added > 0 && roles.overlap !== null) throw agesTwice(table, column, roles.overlap);
  if (tally.added > 0 && 2 * tally.over > tally.whole) throw partsTwice(table, column);
  return {
    rows: Int32Array.from(groups, (group) => rows[group[0]!]!),
    values: merged,
    stands: standing,
    notes: [
      ...noteOnMerge(table, column, isTotal, labels.values, tally),
      ...noteOnShort(table, column, thing, tally, merged),
    ],
  };
}

/** What the parts of a block add up to, as far as they are known. */
const partsAmount = (rows: readonly LabelledRow[], isTotal: readonly boolean[]): number =>
  rows.reduce((sum, { label, value }) => (isTotal[label]! || Number.isNaN(value) ? sum : sum + value), 0);

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

/** What is said of blocks that lack some of the parts. */
function noteOnShort(
  table: Table,
  column: number,
  thing: CountedThing,
  { short, parts }: { short: number; parts: number },
  merged: Float64Array,
): Note[] {
  if (thing !== 'people') return [];
  const words = { column: table.headings[column]! };
  const note = (id: 'breakdown-short' | 'breakdown-unknown', areas: number, rows = {}): Note[] =>
    areas === 0 ? [] : [makeNote(id, table.fileName, { counts: { areas, ...rows }, words })];
  const unknown = merged.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  return [...note('breakdown-short', short), ...note('breakdown-unknown', unknown, { rows: parts })];
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

function agesTwice(table: Table, column: number, labels: readonly [number, number]): InputError {
  const { values } = table.distinct(column);
  const [a, b] = labels.map((label) => `'${values[label]!}'`);
  return new InputError({
    id: 'ages-overlap',
    file: table.fileName,
    message: `${a} and ${b} in '${table.headings[column]}' count some people twice, and not every area has a row for everybody`,
    hint: 'Keep age groups that do not overlap, or the rows for all ages.',
  });
}

const partsTwice = (table: Table, column: number): InputError =>
  new InputError({
    id: 'parts-overlap',
    file: table.fileName,
    message: `the parts by '${table.headings[column]}' are more than the total where it is known, so some people are in two of them, and not every area has a row for everybody`,
    hint: 'Keep parts that do not overlap, or the rows for everybody.',
  });

const unlikeTotals = (table: Table, column: number, row: number): InputError =>
  new InputError({
    id: 'breakdown-unclear',
    file: table.fileName,
    place: table.place(row),
    message: `two rows of one area are totals by '${table.headings[column]}', and they differ`,
    hint: 'Keep one row for everybody in each area.',
  });
