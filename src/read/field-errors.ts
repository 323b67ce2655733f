/**
 * What is said where the fields of a file cannot be settled: always with its fields and the option that chooses.
 */
import { InputError } from '../trouble/input-error.js';
import { idFromFile } from './id-from-file.js';

/** No field looks like codes or names. */
export const noCodeField = (file: string, fields: readonly string[]): InputError =>
  new InputError({
    id: 'no-code-field',
    file,
    message: `no field of codes was recognised; its fields are: ${listed(fields)}`,
    hint:
      fields.length === 0
        ? 'Export it again with its fields, of which one holds the codes of its units'
        : `Name one with --code ${idFromFile(file)}=FIELD (and the names with --name ${idFromFile(file)}=FIELD)`,
    offers: [{ setting: 'code', values: fields }],
  });

/** A field was asked for that is not there. */
export const noSuchField = (
  file: string,
  setting: 'code' | 'name',
  wanted: string,
  fields: readonly string[],
): InputError =>
  new InputError({
    id: 'no-such-field',
    file,
    message: `it has no field '${wanted}'; its fields are: ${listed(fields)}`,
    hint: 'Name one of these',
    offers: [{ setting, values: fields }],
  });

/** A field was asked for that is blank throughout. */
export const emptyField = (file: string, field: string, fields: readonly string[]): InputError =>
  new InputError({
    id: 'empty-field',
    file,
    message: `the field '${field}' holds no values; its fields are: ${listed(fields)}`,
    hint: `Name another with --code ${idFromFile(file)}=FIELD`,
    offers: [{ setting: 'code', values: fields.filter((other) => other !== field) }],
  });

/** Two fields could be the codes, and which of them decides what a unit is. */
export const unclearCodes = (file: string, best: string, other: string, why: string): InputError =>
  new InputError({
    id: 'code-field-unclear',
    file,
    message: `'${best}' and '${other}' could both be the codes of its units: ${why}`,
    hint: `Choose with ${optionFor(file, best)} or ${optionFor(file, other)}`,
    offers: [{ setting: 'code', values: [best, other] }],
  });

/** The only field there is repeats over land in several pieces. */
export const repeatsApart = (
  file: string,
  field: string,
  value: string,
  fields: readonly string[],
): InputError =>
  new InputError({
    id: 'codes-repeat-apart',
    file,
    message: `'${field}' is '${value}' on several pieces of land that do not touch, and no field tells them apart; its fields are: ${listed(fields)}`,
    hint: `Name a field of codes with --code ${idFromFile(file)}=FIELD; ${optionFor(file, field)} takes them as one unit`,
    offers: [{ setting: 'code', values: fields }],
  });

const optionFor = (file: string, field: string): string =>
  `--code ${idFromFile(file)}=${/[^\w.-]/.test(field) ? `'${field}'` : field}`;

const listed = (fields: readonly string[]): string =>
  fields.length === 0 ? 'none' : fields.map((field) => `'${field}'`).join(', ');
