/**
 * Fields of features and what they hold, as text.
 */
import type { FeatureTable } from '../layer/feature-table.js';
import { numberTexts, type NumberedTexts } from './number-texts.js';

/** Field names by features: they are asked for whenever the roles of fields are chosen. */
const named = new WeakMap<FeatureTable['properties'], readonly string[]>();

/** All field names, in order of first appearance. */
export function fieldsOf(table: FeatureTable): readonly string[] {
  const known = named.get(table.properties);
  if (known !== undefined) return known;
  const fields = new Set<string>();
  const all: string[] = [];
  for (const properties of table.properties) {
    // Mostly each feature has the same fields as the first.
    let place = 0;
    for (const field in properties)
      if (field !== all[place++] && !fields.has(field)) {
        fields.add(field);
        all.push(field);
      }
  }
  named.set(table.properties, all);
  return all;
}

/** A field by name, exact first, then whatever the case. */
export function findField(fields: readonly string[], wanted: string): string | null {
  if (fields.includes(wanted)) return wanted;
  return fields.find((field) => field.toLowerCase() === wanted.toLowerCase()) ?? null;
}

/** A property as text; '' for null and for white space (ONS files write one space for no Welsh name). */
export function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).trim();
}

/** A field that was read: its text for each feature, '' for no value, and which of them are the same. */
export interface FieldColumn extends NumberedTexts {
  readonly values: readonly string[];
}

/** Columns by features and field: a field is asked for them whenever the roles of fields are chosen. */
const read = new WeakMap<FeatureTable['properties'], Map<string, FieldColumn>>();

/** A field as a column. */
export function columnOf({ properties }: FeatureTable, field: string): FieldColumn {
  let ofFields = read.get(properties);
  if (ofFields === undefined) read.set(properties, (ofFields = new Map<string, FieldColumn>()));
  const known = ofFields.get(field);
  if (known !== undefined) return known;
  const values = properties.map((record) => textOf(record[field]));
  const column = { values, ...numberTexts(values) };
  ofFields.set(field, column);
  return column;
}

/** The distinct values of a field, without blanks. */
export const distinctValues = (table: FeatureTable, field: string): readonly string[] =>
  columnOf(table, field).distinct;

/** The features that share a value with others, by value; '' is no value. */
export function sharedValues(values: readonly string[]): Map<string, number[]> {
  const first = new Map<string, number>();
  const shared = new Map<string, number[]>();
  values.forEach((value, feature) => {
    if (value === '') return;
    const before = first.get(value);
    if (before === undefined) first.set(value, feature);
    else if (!shared.has(value)) shared.set(value, [before, feature]);
    else shared.get(value)!.push(feature);
  });
  return shared;
}

/** The values of a field, one a feature. */
export const valuesOfField = (table: FeatureTable, field: string): readonly string[] =>
  columnOf(table, field).values;
