/**
 * Fields that tell features of one code apart.
 *
 *     INT_Name     ICB24CD      ICB24NM
 *     North        E54000001    One         parts of one unit have everything in common but their numbers and
 *     South        E54000001    One         measures: here the code is that of a parent, and INT_Name is the unit
 */
import type { FeatureTable } from '../layer/feature-table.js';
import { readFieldName, type FieldName } from '../layer/field-name.js';
import type { Candidate } from './code-candidates.js';
import { isNameField } from './name-field.js';
import { columnOf, distinctValues, fieldsOf, sharedValues, textOf, valuesOfField } from './field-values.js';

export interface Rival {
  readonly field: string;
  /** Whether it is called a name, so that it clearly is the unit's. */
  readonly isName: boolean;
}

/** Headings of numbers of areas, as opposed to counters and measures. */
const NUMBER = /(^|_)(no|num|number|nr)$/;
/** Made by software for each feature: GUIDs, paths and links, dates, structures, long hexadecimal numbers. */
const MACHINE_MADE = /^\{|[/\\]|^[0-9a-f]{8}-[0-9a-f]{4}-|^[0-9a-f]{16,}$|^\d{4}-\d\d-\d\d|^\[/i;

/** The first field that differs within one code though it is no attribute of it; names come first. Null where none. */
export function rivalOf(
  table: FeatureTable,
  code: Pick<Candidate, 'field' | 'says' | 'distinct'>,
  others: readonly Candidate[],
  ids: readonly string[] | null,
): Rival | null {
  const { values, distinct, filled } = columnOf(table, code.field);
  // Where no code stands twice nothing can differ within one.
  if (filled === distinct.length) return null;
  const groups = [...sharedValues(values).values()];
  const fields = fieldsOf(table).filter(
    (field) => field !== code.field && !isOwn(field, code.says) && differsWithin(table, groups, field),
  );
  const name = fields.find(isNameField);
  if (name !== undefined) return { field: name, isName: true };
  const other = fields.find(
    (field) =>
      others.some((candidate) => candidate.field === field && !candidate.counter) ||
      tellsApart(table, field, code.distinct),
  );
  if (other !== undefined) return { field: other, isName: false };
  return ids === null ? null : { field: 'id', isName: false };
}

/** Whether a field is an attribute of the code by its name: of the same entity and year. */
function isOwn(field: string, says: FieldName | null): boolean {
  const other = readFieldName(field);
  if (says === null || says.stem === '' || other === null) return false;
  return other.stem === says.stem && other.vintage === says.vintage && other.role !== 'code';
}

/** Whether any group of features holds two different values of a field, blanks apart. */
export function differsWithin(
  table: FeatureTable,
  groups: readonly (readonly number[])[],
  field: string,
): boolean {
  return groups.some((features) => {
    const values = new Set(features.map((feature) => textOf(table.properties[feature]![field])));
    values.delete('');
    return values.size > 1;
  });
}

/** Whether a field of any name holds what could be codes or names finer than the codes: text, or numbers of areas. */
function tellsApart(table: FeatureTable, field: string, distinctCodes: number): boolean {
  const values = valuesOfField(table, field);
  const distinct = distinctValues(table, field).length;
  if (distinct <= distinctCodes || distinct < values.length / 2) return false;
  if (values.every((value) => value === '' || Number.isFinite(Number(value))))
    return NUMBER.test(field.toLowerCase().replace(/[\s.-]+/g, '_')) && distinct === values.length;
  if (values.some((value) => MACHINE_MADE.test(value) || value.length > 100)) return false;
  return !values.every((value, feature) => countsFeatures(value, feature));
}

/** Whether an id ends in the number of its feature, counted from 0 or from 1, as servers make them. */
export function countsFeatures(id: string, feature: number): boolean {
  const digits = /^\D*(\d+)$/.exec(id)?.[1];
  return digits !== undefined && (Number(digits) === feature || Number(digits) === feature + 1);
}
