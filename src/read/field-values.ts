/**
 * Fields of features and what they hold, as text.
 */
import type { FeatureTable } from '../layer/feature-table.js';

/** Field names by features: they are asked for whenever the roles of fields are chosen. */
const named = new WeakMap<FeatureTable['properties'], readonly string[]>();

/** All field names, in order of first appearance. */
export function fieldsOf(table: FeatureTable): readonly string[] {
  const known = named.get(table.properties);
  if (known !== undefined) return known;
  const fields = new Set<string>();
  for (const properties of table.properties) for (const field of Object.keys(properties)) fields.add(field);
  const all = [...fields];
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

/** Distinct values by features and field: a field is asked for them whenever the roles of fields are chosen. */
const found = new WeakMap<FeatureTable['properties'], Map<string, ReadonlySet<string>>>();

/** The distinct values of a field, without blanks. */
export function distinctValues(table: FeatureTable, field: string): ReadonlySet<string> {
  let ofFields = found.get(table.properties);
  if (ofFields === undefined) found.set(table.properties, (ofFields = new Map()));
  const known = ofFields.get(field);
  if (known !== undefined) return known;
  const values = new Set<string>();
  ofFields.set(field, values);
  for (const properties of table.properties) {
    const text = textOf(properties[field]);
    if (text !== '') values.add(text);
  }
  return values;
}

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
export const valuesOfField = (table: FeatureTable, field: string): string[] =>
  table.properties.map((properties) => textOf(properties[field]));
