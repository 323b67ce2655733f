/**
 * Fields that could hold the codes of a file's units, and what speaks for each.
 *
 *     named as codes are    LAD24CD, icb24_code, LAD24CD_x     or holding official codes, whatever the name
 *     plainly named         code, gss, ref                     where at least a third of the features have one of their own
 *     counters              id, objectid, fid                  the same, where nothing better is there
 *
 * The finest field is the unit: the one with most distinct values. Among as many, points decide; then the first. A
 * counter stands behind every other.
 */
import type { FeatureTable } from '../layer/feature-table.js';
import { joinSuffix, readFieldName, type FieldName } from '../layer/field-name.js';
import { kindOfStem } from '../layer/kinds.js';
import { distinctValues, fieldsOf, findField, textOf } from './field-values.js';
import { numberedByWords } from './names-by-words.js';
import { idFromFile } from './id-from-file.js';

export interface Candidate {
  readonly field: string;
  /** What its name says, or null where only its values say that it holds codes. */
  readonly says: FieldName | null;
  readonly distinct: number;
  /** Whether all its values are official codes. */
  readonly official: boolean;
  /** Whether it may just number the features. */
  readonly counter: boolean;
  readonly points: number;
}

export const OFFICIAL = /^[EWSNKJ]\d{8}$/;
const PLAIN_CODES = ['code', 'gss_code', 'gss', 'ons_code', 'area_code', 'geo_code'];
const COUNTERS = ['id', 'ref', 'objectid', 'fid'];

/** Candidates by features, and the name of the file that they were last asked for with: a layer is asked twice. */
const found = new WeakMap<
  FeatureTable['properties'],
  { readonly fileName: string; readonly candidates: readonly Candidate[] }
>();

/** All candidates, the best first. */
export function codeCandidates(table: FeatureTable, fileName: string): readonly Candidate[] {
  const before = found.get(table.properties);
  if (before?.fileName === fileName) return before.candidates;
  const candidates = findCandidates(table, fileName);
  found.set(table.properties, { fileName, candidates });
  return candidates;
}

function findCandidates(table: FeatureTable, fileName: string): Candidate[] {
  const fields = fieldsOf(table);
  const named = fields.flatMap((field) => namedCandidate(table, fields, field, fileName) ?? []);
  const plain = plainOnes(table, fields, PLAIN_CODES, false).filter(
    ({ field }) => !named.some((other) => other.field === field),
  );
  const codes = [...named, ...plain].sort((a, b) => b.distinct - a.distinct || b.points - a.points);
  const counters = plainOnes(table, fields, COUNTERS, true);
  if (counters.length === 0) return codes;
  return [...codes, ...plainOnes(table, fields, numberedByWords(table, fields), true), ...counters];
}

function namedCandidate(
  table: FeatureTable,
  fields: readonly string[],
  field: string,
  fileName: string,
): Candidate | null {
  const says = readFieldName(field);
  const isNamed = says !== null && says.role === 'code' && says.stem !== '';
  if (!isNamed && !beginsOfficially(table, field)) return null;
  const values = distinctValues(table, field);
  const official = values.length > 0 && values.every((value) => OFFICIAL.test(value));
  if (values.length === 0 || (!isNamed && !official)) return null;
  const hasName = says !== null && nameBeside(fields, field, says) !== null;
  const points =
    (official ? 4 : 0) + (inFileName(says, fileName) ? 2 : 0) + (hasName ? 1 : 0) + (isNamed ? 1 : 0);
  return { field, says, distinct: values.length, official, counter: false, points };
}

/** Whether the first value there is an official code: a cheap look before all values are read. */
function beginsOfficially(table: FeatureTable, field: string): boolean {
  for (const properties of table.properties) {
    const text = textOf(properties[field]);
    if (text !== '') return OFFICIAL.test(text);
  }
  return false;
}

/** The field of names of the same entity and year, of the same join where there are several; or null. */
export function nameBeside(fields: readonly string[], code: string, says: FieldName): string | null {
  const suffix = joinSuffix(code);
  const fitting = fields.filter((field) => {
    const other = readFieldName(field);
    return other?.role === 'name' && other.stem === says.stem && other.vintage === says.vintage;
  });
  return fitting.find((field) => joinSuffix(field) === suffix) ?? fitting[0] ?? null;
}

/** Whether the file is called after what the field is about: `wards_2024.geojson` and WD24CD. */
function inFileName(says: FieldName | null, fileName: string): boolean {
  if (says === null || says.stem === '') return false;
  const kind = kindOfStem(says.stem);
  const file = `_${idFromFile(fileName)}_`;
  const words = kind === null ? [says.stem] : [...kind.stems, kind.one, kind.many, ...kind.aliases];
  return words.some((word) => {
    const key = word.toLowerCase().replace(/[^a-z0-9]+/g, '_');
    return new RegExp(`_${key}s?(\\d\\d|\\d{4})?_`).test(file);
  });
}

function plainOnes(
  table: FeatureTable,
  fields: readonly string[],
  wanted: readonly string[],
  counter: boolean,
): Candidate[] {
  return wanted.flatMap((plain) => {
    const field = findField(fields, plain);
    if (field === null) return [];
    const distinct = distinctValues(table, field).length;
    if (distinct < Math.max(1, table.properties.length / 3)) return [];
    return [{ field, says: readFieldName(field), distinct, official: false, counter, points: 0 }];
  });
}
