/**
 * Properties of many features in a few arrays and one text, so that they go from thread to thread at once.
 *
 *     forms   names of the properties of features of one form      texts     all different texts after one another
 *     formOf  a form for each feature                              textEnd   where each of them ends
 *     kinds, values   one after another, feature by feature: NULL, FALSE, TRUE, a number, the number of a text (-1 is '')
 */
import type { Properties, PropertyValue } from '../../layer/feature-table.js';
import { numberTexts } from '../number-texts.js';
import { setProperty } from './set-property.js';

const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const NUMBER = 3;
const TEXT = 4;

export interface PackedRecords {
  readonly forms: readonly (readonly string[])[];
  readonly formOf: Uint32Array<ArrayBuffer>;
  readonly kinds: Uint8Array<ArrayBuffer>;
  readonly values: Float64Array<ArrayBuffer>;
  readonly texts: string;
  readonly textEnd: Uint32Array<ArrayBuffer>;
}

/** Packs records; names keep their order. */
export function packRecords(records: readonly Properties[]): PackedRecords {
  const forms = new Forms();
  const texts: string[] = [];
  const formOf = new Uint32Array(records.length);
  const names = records.map((record, i) => {
    const own = Object.keys(record);
    formOf[i] = forms.numberOf(own);
    return own;
  });
  const count = names.reduce((sum, own) => sum + own.length, 0);
  const kinds = new Uint8Array(count);
  const values = new Float64Array(count);
  let at = 0;
  records.forEach((record, i) => {
    for (const name of names[i]!) {
      const value = record[name]!;
      kinds[at] = kindOf(value);
      if (typeof value === 'number') values[at] = value;
      else if (typeof value === 'string') texts.push(value);
      at++;
    }
  });
  const { distinct, index } = numberTexts(texts);
  for (let i = 0, text = 0; i < count; i++) if (kinds[i] === TEXT) values[i] = index[text++]!;
  let end = 0;
  return {
    forms: forms.all,
    formOf,
    kinds,
    values,
    texts: distinct.join(''),
    textEnd: Uint32Array.from(distinct, (text) => (end += text.length)),
  };
}

function kindOf(value: PropertyValue): number {
  if (value === null) return NULL;
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  return typeof value === 'number' ? NUMBER : TEXT;
}

/** The records that were packed. */
export function unpackRecords({ forms, formOf, kinds, values, texts, textEnd }: PackedRecords): Properties[] {
  const textOf = new Array<string>(textEnd.length);
  let begin = 0;
  textEnd.forEach((end, i) => {
    textOf[i] = texts.slice(begin, end);
    begin = end;
  });
  let at = 0;
  return Array.from(formOf, (form) => {
    const record: Record<string, PropertyValue> = {};
    for (const name of forms[form]!) {
      const kind = kinds[at];
      const value = values[at++]!;
      setProperty(record, name, kind === TEXT ? (textOf[value] ?? '') : plainValue(kind!, value));
    }
    return record;
  });
}

const plainValue = (kind: number, value: number): PropertyValue =>
  kind === NUMBER ? value : kind === NULL ? null : kind === TRUE;

/** Lists of names by number; features after one another mostly have the same. */
class Forms {
  readonly all: (readonly string[])[] = [];
  private readonly numbers = new Map<string, number>();
  private last = -1;

  numberOf(names: readonly string[]): number {
    const before = this.all[this.last];
    if (before?.length === names.length && names.every((name, i) => name === before[i])) return this.last;
    const key = JSON.stringify(names);
    const known = this.numbers.get(key);
    if (known !== undefined) return (this.last = known);
    this.numbers.set(key, this.all.length);
    return (this.last = this.all.push(names) - 1);
  }
}
