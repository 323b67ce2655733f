/**
 * Which fields of a file hold the codes and names of its units.
 *
 * Fields named in the ONS or the NHS way (`LAD24CD` and `LAD24NM`, `icb24_code`, `pcn_code`) come first; where a
 * file has several (an LSOA file that names councils too), the one with most distinct values is the unit. Then
 * plain `code`, `id`, `ref`. A file with names but no codes uses its names as codes, and that is said.
 */
import type { FeatureTable } from '../layer/feature-table.js';
import { readFieldName, type FieldName } from '../layer/field-name.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';

export interface FieldWishes {
  /** Field named by the user for codes, names; and further fields to carry. */
  readonly code?: string;
  readonly name?: string;
  readonly keep?: readonly string[];
}

export interface ChosenFields {
  readonly code: string;
  readonly name: string | null;
  readonly ods: string | null;
  /** What the code field's name says. */
  readonly says: FieldName | null;
  /** A sentence where the choice needs saying, else null. */
  readonly note: Note | null;
}

const GSS = /^[EWSNKJ]\d{8}$/;
const PLAIN_CODES = [
  'code',
  'gss_code',
  'gss',
  'ons_code',
  'area_code',
  'geo_code',
  'id',
  'ref',
  'objectid',
  'fid',
];
const PLAIN_NAMES = [
  'name',
  'nm',
  'area_name',
  'label',
  'title',
  'locality',
  'neighbourhood',
  'ward',
  'ward_name',
];

/** Chooses the fields, or throws InputError listing the fields there are. */
export function chooseFields(table: FeatureTable, fileName: string, wishes: FieldWishes): ChosenFields {
  const fields = fieldsOf(table);
  if (wishes.code !== undefined) return chooseNamed(table, fields, fileName, wishes.code, wishes.name);
  const best = recogniseCodeField(table);
  if (best !== null) {
    return { ...siblings(fields, best, wishes.name, fileName), note: null };
  }
  const name = plainField(table, fields, PLAIN_NAMES) ?? onsNameField(table, fields);
  if (name === null) throw noCodeField(fileName, fields);
  return {
    code: name,
    name,
    ods: null,
    says: readFieldName(name),
    note: makeNote('names-for-codes', fileName, { words: { field: name } }),
  };
}

/** The field of codes that a file shows by itself, or null. */
export function recogniseCodeField(table: FeatureTable): string | null {
  const fields = fieldsOf(table);
  return bestOnsField(table, fields) ?? plainField(table, fields, PLAIN_CODES);
}

/** All field names, in order of first appearance. */
export function fieldsOf(table: FeatureTable): string[] {
  const fields = new Set<string>();
  for (const properties of table.properties) for (const field of Object.keys(properties)) fields.add(field);
  return [...fields];
}

function chooseNamed(
  table: FeatureTable,
  fields: readonly string[],
  fileName: string,
  code: string,
  name: string | undefined,
): ChosenFields {
  const found = findField(fields, code);
  if (found === null) throw noSuchField(fileName, code, fields);
  if (distinctValues(table, found).size === 0) throw emptyField(fileName, found, fields);
  return { ...siblings(fields, found, name, fileName), note: null };
}

/** A field by name, exact first, then whatever the case. */
export function findField(fields: readonly string[], wanted: string): string | null {
  if (fields.includes(wanted)) return wanted;
  return fields.find((field) => field.toLowerCase() === wanted.toLowerCase()) ?? null;
}

/** The code field with most distinct values; ties go to GSS codes, then to the first. */
function bestOnsField(table: FeatureTable, fields: readonly string[]): string | null {
  let best: { field: string; distinct: number; gss: boolean } | null = null;
  for (const field of fields) {
    const says = readFieldName(field);
    if (says === null || says.role !== 'code' || says.stem === '') continue;
    const values = distinctValues(table, field);
    if (values.size === 0) continue;
    const gss = [...values].every((value) => GSS.test(value));
    if (best === null || values.size > best.distinct || (values.size === best.distinct && gss && !best.gss)) {
      best = { field, distinct: values.size, gss };
    }
  }
  return best?.field ?? null;
}

/** A plainly named field in which every feature has a value of its own, or codes repeat with their names. */
function plainField(
  table: FeatureTable,
  fields: readonly string[],
  wanted: readonly string[],
): string | null {
  for (const plain of wanted) {
    const field = findField(fields, plain);
    if (field !== null && distinctValues(table, field).size >= Math.max(1, table.properties.length / 3))
      return field;
  }
  return null;
}

function onsNameField(table: FeatureTable, fields: readonly string[]): string | null {
  return (
    fields.find(
      (field) =>
        readFieldName(field)?.role === 'name' &&
        distinctValues(table, field).size >= table.properties.length / 3,
    ) ?? null
  );
}

/** The name and ODS fields of the same entity and year as a code field. */
function siblings(
  fields: readonly string[],
  code: string,
  wantedName: string | undefined,
  fileName: string,
): Omit<ChosenFields, 'note'> {
  const says = readFieldName(code);
  const named = wantedName === undefined ? null : findField(fields, wantedName);
  if (wantedName !== undefined && named === null) throw noSuchField(fileName, wantedName, fields);
  const sibling = (role: FieldName['role']): string | null =>
    fields.find((field) => {
      const other = readFieldName(field);
      return other?.role === role && other.stem === says?.stem && other.vintage === says?.vintage;
    }) ?? null;
  const plainName =
    PLAIN_NAMES.map((name) => findField(fields, name)).find((field) => field !== null) ?? null;
  return { code, name: named ?? sibling('name') ?? plainName, ods: sibling('ods'), says };
}

/** A property as text; '' for null and for white space (ONS files write one space for no Welsh name). */
export function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).trim();
}

function distinctValues(table: FeatureTable, field: string): Set<string> {
  const values = new Set<string>();
  for (const properties of table.properties) {
    const text = textOf(properties[field]);
    if (text !== '') values.add(text);
  }
  return values;
}

function listed(fields: readonly string[]): string {
  return fields.length === 0 ? 'none' : fields.map((field) => `'${field}'`).join(', ');
}

const noCodeField = (file: string, fields: readonly string[]): InputError =>
  new InputError({
    id: 'no-code-field',
    file,
    message: `no field of codes was recognised; its fields are: ${listed(fields)}`,
    hint: 'Name one with --code id=FIELD (and the names with --name id=FIELD)',
  });

const noSuchField = (file: string, wanted: string, fields: readonly string[]): InputError =>
  new InputError({
    id: 'no-such-field',
    file,
    message: `it has no field '${wanted}'; its fields are: ${listed(fields)}`,
    hint: 'Name one of these',
  });

const emptyField = (file: string, field: string, fields: readonly string[]): InputError =>
  new InputError({
    id: 'empty-field',
    file,
    message: `the field '${field}' holds no values; its fields are: ${listed(fields)}`,
    hint: 'Name another with --code id=FIELD',
  });
