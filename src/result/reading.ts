/**
 * Checks of the parts of a saved result against the fields that are written.
 */
import { JsonFault, parseJson } from '../trouble/parse-json.js';
import { InputError } from '../trouble/input-error.js';
import { ABOUT_PARTS, type Field, type Fields } from './result-fields.js';
import { ROLES } from './role.js';
import type { Cell } from './table.js';

/** Part of a document before it is checked. */
export type Unchecked = Readonly<Record<string, unknown>>;

/** Checks of one document; a failed one names the file and the place in it. */
export class Reading {
  constructor(private readonly file: string | undefined) {}

  trouble(id: string, message: string, hint: string, place?: string): InputError {
    return new InputError({
      id,
      message,
      hint,
      ...(this.file === undefined ? {} : { file: this.file }),
      ...(place === undefined ? {} : { place }),
    });
  }

  json(text: string): unknown {
    try {
      return parseJson(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      const reason = error instanceof JsonFault ? error.message : 'it is too deeply nested';
      throw this.trouble(
        'result-not-json',
        `this is not JSON (${reason})`,
        'Give the JSON file that --json or -o x.json wrote.',
      );
    }
  }

  damaged(place: string, wanted: string): InputError {
    return this.trouble(
      'result-damaged',
      `the saved result is damaged: ${wanted} is missing here`,
      'Write it again; schema/result.schema.json says what belongs there.',
      place,
    );
  }

  record(value: unknown, place: string): Unchecked {
    if (!isRecord(value)) throw this.damaged(place, 'an object');
    return value;
  }

  list(value: unknown, place: string): unknown[] {
    if (!Array.isArray(value)) throw this.damaged(place, 'a list');
    return value;
  }

  text(value: unknown, place: string): string {
    if (typeof value !== 'string') throw this.damaged(place, 'a text');
    return value;
  }

  cell(row: Unchecked, heading: string, place: string): Cell {
    const value = Object.hasOwn(row, heading) ? row[heading] : undefined;
    if (value === null || typeof value === 'string' || isFigure(value) || typeof value === 'boolean')
      return value;
    throw this.damaged(place, 'a text, a number, true, false or null');
  }

  fields(value: unknown, fields: Fields, place: string): Unchecked {
    const record = this.record(value, place);
    return Object.fromEntries(
      Object.entries(fields).map(([key, field]) => {
        const before = typeof field.before === 'function' ? field.before(record) : field.before;
        const part = record[key] === undefined ? before : record[key];
        if (!fits(part, field))
          throw this.damaged(`${place}.${key}`, `a ${field.type}${field.orNull ? ' or null' : ''}`);
        return [key, part];
      }),
    );
  }
}

function fits(value: unknown, { type, orNull }: Field): boolean {
  if (value === null) return orNull;
  if (type === 'about') return isAbout(value);
  if (type === 'number') return isFigure(value);
  if (type !== 'two strings') return typeof value === type;
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

/** Text like 1e999 is read as a number beyond bounds; no figure of a result is near such. */
const isFigure = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 1e21;

/** Whether a value has no parts but those of what a column is about, and each is one. */
const isAbout = (value: unknown): boolean =>
  isRecord(value) &&
  Object.entries(value).every(
    ([part, text]) =>
      (ABOUT_PARTS as readonly string[]).includes(part) &&
      typeof text === 'string' &&
      (part !== 'role' || Object.hasOwn(ROLES, text)),
  );

/** Whether a value is an object and no list. */
export const isRecord = (value: unknown): value is Unchecked =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
