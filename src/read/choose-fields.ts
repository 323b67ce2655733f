/**
 * Which fields of a file hold the codes and names of its units.
 *
 *     --code given           that field
 *     one best candidate     it, with the names beside it (code-candidates.ts)
 *     features of one code   parts of a unit, unless a field tells them apart (rival-fields.ts): then the code is a
 *                            parent's, and the names, or else the user, say what the unit is
 *     names alone            serve as codes where land of one name hangs together; else ids, or another field
 *
 * What decides whether features become one unit is never guessed: where it is not clear, the file is refused.
 */
import type { FeatureTable } from '../layer/feature-table.js';
import { readFieldName, type FieldName } from '../layer/field-name.js';
import { makeNote, type Note } from '../trouble/note.js';
import type { FieldReason } from '../trouble/reading-record.js';
import { codeCandidates, nameBeside, type Candidate } from './code-candidates.js';
import { emptyField, noCodeField, noSuchField, repeatsApart, unclearCodes } from './field-errors.js';
import {
  columnOf,
  distinctValues,
  type FieldColumn,
  fieldsOf,
  findField,
  sharedValues,
  textOf,
  valuesOfField,
} from './field-values.js';
import { idsAsCodes } from './ids-as-field.js';
import { standApart } from './land-apart.js';
import { isNameField } from './name-field.js';
import { nameByWords } from './names-by-words.js';
import { numberTexts } from './number-texts.js';
import { rivalOf } from './rival-fields.js';

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
  /** Whether the codes are the features' own ids and in no field. */
  readonly fromIds: boolean;
  /** What needs saying of the choice, else null. */
  readonly note: Note | null;
  /** Why this field of codes, and which others could be. */
  readonly why: FieldReason;
  readonly candidates: readonly string[];
}

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
  const candidates = codeCandidates(table, fileName);
  const [first] = candidates;
  if (first === undefined) return chooseByNames(table, fields, fileName, [], null);
  const { best, note } = laterOf(table, first, candidates, fileName);
  const others = candidates.filter((other) => other !== best && !other.counter).map(({ field }) => field);
  const rival = rivalOf(table, best, candidates, idsAsCodes(table));
  if (rival === null) {
    refuseNumbersApart(table, best, fields, fileName);
    return {
      ...siblings(table, fields, best.field, wishes.name, fileName),
      fromIds: false,
      note,
      why: reasonFor(best, note, others),
      candidates: others,
    };
  }
  if (!rival.isName) throw unclearCodes(fileName, best.field, rival.field, differIn(best.field, rival.field));
  return chooseByNames(table, fields, fileName, candidates, best.field);
}

function reasonFor(best: Candidate, note: Note | null, others: readonly string[]): FieldReason {
  if (note?.id === 'several-vintages') return 'latest';
  if (others.length > 0) return 'finest';
  return best.counter ? 'only' : best.says === null ? 'values' : 'heading';
}

/** The field of codes that a file shows by itself, or null: what most speaks for, whether it is clear or not. */
export function recogniseCodeField(table: FeatureTable, fileName = ''): string | null {
  return codeCandidates(table, fileName)[0]?.field ?? null;
}

function chooseNamed(
  table: FeatureTable,
  fields: readonly string[],
  fileName: string,
  code: string,
  name: string | undefined,
): ChosenFields {
  const named = { why: 'named' as const, candidates: [] };
  const found = findField(fields, code);
  if (found === null && code === 'id' && table.ids.every((id) => id !== null)) {
    return { ...siblings(table, fields, 'id', name, fileName), fromIds: true, note: null, ...named };
  }
  if (found === null) throw noSuchField(fileName, 'code', code, fields);
  if (distinctValues(table, found).length === 0) throw emptyField(fileName, found, fields);
  return { ...siblings(table, fields, found, name, fileName), fromIds: false, note: null, ...named };
}

/** Of candidates that say as much as the first the one of the latest year; refuses two joins that say different things. */
function laterOf(
  table: FeatureTable,
  first: Candidate,
  candidates: readonly Candidate[],
  fileName: string,
): { best: Candidate; note: Note | null } {
  const { says } = first;
  const same = candidates.filter(
    (other) =>
      other !== first &&
      !other.counter &&
      says !== null &&
      says.stem !== '' &&
      other.says?.stem === says.stem,
  );
  const isAsFine = (other: Candidate): boolean =>
    other.distinct === first.distinct && other.official === first.official;
  const twin = same.find((other) => isAsFine(other) && other.says!.vintage === says!.vintage);
  const [own, its] = [first, twin].map((each) => each && valuesOfField(table, each.field));
  if (twin !== undefined && own!.some((value, i) => value !== its![i]))
    throw unclearCodes(fileName, first.field, twin.field, 'they hold different codes for the same land');
  const years = same.filter((other) => other.says!.vintage !== says!.vintage);
  const best = years
    .filter(isAsFine)
    .reduce((late, other) => (yearOf(other) > yearOf(late) ? other : late), first);
  if (years.length > 0) {
    const others = [first, ...years].filter((other) => other !== best).map(({ field }) => field);
    return { best, note: makeNote('several-vintages', fileName, { words: { field: best.field, others } }) };
  }
  const rest = candidates
    .filter(
      (other) => other !== first && other !== twin && !other.counter && other.distinct === first.distinct,
    )
    .map(({ field }) => field);
  if (first.counter || rest.length === 0) return { best, note: null };
  return { best, note: makeNote('codes-chosen', fileName, { words: { field: first.field, others: rest } }) };
}

const differIn = (code: string, field: string): string => `features of one '${code}' differ in '${field}'`;

const yearOf = ({ says }: Candidate): string => says?.vintage ?? '';

/** Numbers that repeat on land apart are codes only where something else says the same of all of it. */
function refuseNumbersApart(
  table: FeatureTable,
  { field, counter }: Candidate,
  fields: readonly string[],
  fileName: string,
): void {
  if (!counter) return;
  const apart = firstApart(table, valuesOfField(table, field));
  if (apart === null) return;
  const hasText = fields.some(
    (other) =>
      other !== field && apart.features.every((f) => /[^\d.\s-]/.test(textOf(table.properties[f]![other]))),
  );
  if (!hasText) throw repeatsApart(fileName, field, apart.value, fields);
}

/** The first value whose features' land does not hang together, or null. */
function firstApart(
  table: FeatureTable,
  values: readonly string[],
): { value: string; features: readonly number[] } | null {
  for (const [value, features] of sharedValues(values)) {
    if (standApart(table.shapes, features)) return { value, features };
  }
  return null;
}

/** Fields where there are no codes but those of a parent: the finest names, with whatever tells equal names apart. */
function chooseByNames(
  table: FeatureTable,
  fields: readonly string[],
  fileName: string,
  candidates: readonly Candidate[],
  parent: string | null,
): ChosenFields {
  const name = finestNames(table, fields);
  if (name === null) throw noCodeField(fileName, fields);
  const names = valuesOfField(table, name);
  const note = (field: string): Note =>
    parent === null
      ? makeNote('names-for-codes', fileName, { words: { field } })
      : makeNote('parent-passed-over', fileName, { words: { field, parent } });
  const others = candidates.filter(({ counter }) => !counter).map(({ field }) => field);
  const own = { name, ods: null, fromIds: false, candidates: others };
  const apart = firstApart(table, names);
  if (apart === null) {
    const says = readFieldName(name);
    const rival = rivalOf(table, { field: name, says, distinct: new Set(names).size }, candidates, null);
    if (rival !== null) throw unclearCodes(fileName, name, rival.field, differIn(name, rival.field));
    return { ...own, code: name, says, note: note(name), why: parent === null ? 'names' : 'parent' };
  }
  const telling = (field: string, fromIds: boolean): ChosenFields => ({
    ...own,
    code: field,
    says: null,
    fromIds,
    why: fromIds ? 'ids' : 'distinct',
    note: makeNote('names-repeat', fileName, { words: { name, value: apart.value, field } }),
  });
  if (allDiffer(table.ids.map(textOf))) return telling('id', true);
  const other = fields.find(
    (field) => field !== name && areWhole(table, field) && allDiffer(valuesOfField(table, field)),
  );
  if (other === undefined) throw repeatsApart(fileName, name, apart.value, fields);
  return telling(other, false);
}

/** The field of names with most distinct values, at least a third of the features; plain names first among as many. */
function finestNames(table: FeatureTable, fields: readonly string[]): string | null {
  const plain = PLAIN_NAMES.flatMap((name) => findField(fields, name) ?? []);
  let best: { field: string; distinct: number } | null = null;
  for (const field of new Set([...plain, ...fields.filter(isNameField)])) {
    const distinct = distinctValues(table, field).length;
    if (distinct >= Math.max(1, table.properties.length / 3) && distinct > (best?.distinct ?? 0))
      best = { field, distinct };
  }
  return best?.field ?? null;
}

const allDiffer = (values: readonly string[]): boolean =>
  values.length > 0 && !values.includes('') && new Set(values).size === values.length;

/** Whether a field holds texts or whole numbers, and no measures. */
const areWhole = (table: FeatureTable, field: string): boolean =>
  table.properties.every(({ [field]: value }) => typeof value === 'string' || Number.isInteger(value));

/** The name and ODS fields of the same entity and year as a code field. */
function siblings(
  table: FeatureTable,
  fields: readonly string[],
  code: string,
  wantedName: string | undefined,
  fileName: string,
): Pick<ChosenFields, 'code' | 'name' | 'ods' | 'says'> {
  const says = readFieldName(code);
  const named = wantedName === undefined ? null : findField(fields, wantedName);
  if (wantedName !== undefined && named === null) throw noSuchField(fileName, 'name', wantedName, fields);
  const beside = says === null ? null : nameBeside(fields, code, says);
  const plainName =
    PLAIN_NAMES.map((name) => findField(fields, name)).find((field) => field !== null) ??
    fields.find((field) => field !== code && isPlainName(field)) ??
    // Codes of an entity have its names beside them, or none.
    (says === null || says.stem === '' ? nameByWords(table, fields, code) : null);
  const ods =
    fields.find((field) => {
      const other = readFieldName(field);
      return other?.role === 'ods' && other.stem === says?.stem && other.vintage === says?.vintage;
    }) ?? null;
  return { code, name: named ?? beside ?? plainName, ods, says };
}

/** Whether a field is called a name and of nothing: `nom`, `name_en`, `Libellé`. */
function isPlainName(field: string): boolean {
  const says = readFieldName(field);
  return says?.role === 'name' && says.stem === '';
}

/** The code of each feature as text; '' where it has none. */
export const codesOf = (table: FeatureTable, fields: ChosenFields): readonly string[] =>
  codeColumn(table, fields).values;

/** The same with which of them are the same. */
export function codeColumn(table: FeatureTable, fields: ChosenFields): FieldColumn {
  if (!fields.fromIds) return columnOf(table, fields.code);
  const values = table.ids.map(textOf);
  return { values, ...numberTexts(values) };
}
