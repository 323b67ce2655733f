/**
 * What a user says the units of a layer are called: `ward|wards`, or one of the two.
 */
import { InputError } from '../trouble/input-error.js';
import { isPlural, pluralOf, singularOf } from './plural.js';
import type { UnitWords } from './unit-words.js';

/** The words said, or an InputError where they are not one word or two parted by a bar; `where` is for its message. */
export function saidWords(text: string, where: string): UnitWords {
  const parts = text.split('|').map((part) => part.trim().replace(/\s+/g, ' '));
  const [one, many] = parts;
  if (parts.length > 2 || parts.some((part) => !/\p{L}/u.test(part))) {
    throw new InputError({
      id: 'call-form',
      message: `${where} wants what one unit and several are called, and '${text}' is not that`,
      hint: 'For example "ward|wards", or only "ward"',
    });
  }
  if (many !== undefined) return { one: one!, many };
  return isPlural(one!) ? { one: singularOf(one!), many: one! } : { one: one!, many: pluralOf(one!) };
}
