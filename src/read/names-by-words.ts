/**
 * Names and numbers of areas in fields that no publisher's way of naming them tells, by the words of their headings:
 *
 *     OBJECTID  Ward_No  Name_of_Wa        Ward_No is the number of the ward, Name_of_Wa, cut off after ten letters, its name
 *     FID       ZONE_ID  Zone              ZONE_ID is the code of the zone, Zone its name
 *     OBJECTID  COUNCILLOR                 no name of an area: a councillor is none
 */
import type { FeatureTable } from '../layer/feature-table.js';
import { beginsNoun } from '../layer/area-nouns.js';
import { readFieldName } from '../layer/field-name.js';
import { nounOfField } from '../layer/words-of-file.js';
import { distinctValues, valuesOfField } from './field-values.js';
import { isNameField } from './name-field.js';

/** Headings that end as those of numbers and codes of areas do. */
const NUMBER = /(^|[_\s.-])(id|no|nr|num|number|code|cd|ref)\.?$/i;
/** Values that number or code areas and name none: `12`, `W-07`, `A 1b`. */
const NUMBERED = /^\p{L}{0,4}[\s_.-]*\d+\p{L}?$/u;
const WORD = /\p{L}{2,}/u;
/** Of ten names of a column so many are names at least, and so many of ten units have one of their own. */
const MOST = 0.9;
const LONGEST = 80;

/** The first field by whose heading and values units are named; null where there is none. */
export function nameByWords(table: FeatureTable, fields: readonly string[], code: string): string | null {
  const units = distinctValues(table, code).length;
  const named = fields.filter((field) => field !== code && holdsNames(table, field, units));
  return (
    named.find((field) => isNameField(field) && isOfAreas(field)) ??
    named.find((field) => nounOfField(field) !== null && !NUMBER.test(field)) ??
    null
  );
}

/** Fields of numbers or codes of areas, each feature with one of its own. */
export const numberedByWords = (table: FeatureTable, fields: readonly string[]): string[] =>
  fields.filter((field) => {
    if (!NUMBER.test(field) || nounOfField(field) === null) return false;
    const values = valuesOfField(table, field);
    return !values.includes('') && new Set(values).size === values.length;
  });

/** Whether a heading of names is about areas: `Name of Ward`, `nom_zone`, and `Name_of_Wa` where it was cut off. */
function isOfAreas(field: string): boolean {
  const stem = readFieldName(field)?.stem ?? '';
  return nounOfField(field) !== null || (field.length === 10 && stem.length > 1 && beginsNoun(stem));
}

function holdsNames(table: FeatureTable, field: string, units: number): boolean {
  const values = valuesOfField(table, field);
  const names = values.filter(
    (value) => WORD.test(value) && value.length <= LONGEST && !NUMBERED.test(value),
  );
  return names.length >= MOST * values.length && distinctValues(table, field).length >= MOST * units;
}
