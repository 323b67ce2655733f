/**
 * A rule as text: a quantity, a word, and a number where the word wants one.
 *
 *     shared_units max 12
 *     share_outside_main max 1%
 *     people_outside_main no-worse-than-baseline
 */
import { InputError } from '../trouble/input-error.js';
import { quantityKey } from './quantity.js';

export type Rule = { readonly text: string; readonly quantity: string } & (
  { readonly form: 'max' | 'min'; readonly limit: number } | { readonly form: 'no-worse-than-baseline' }
);

const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?$/;

/** The rule; throws InputError where the text is not one. Numbers may have commas between thousands, or end in %. */
export function parseRule(text: string): Rule {
  const words = text.trim().split(/\s+/);
  const [name = '', form = '', limit] = words;
  const quantity = quantityKey(name);
  const normal = form.toLowerCase().replaceAll('_', '-');
  const said = words.join(' ');
  if (/^[a-z][a-z0-9_]*$/.test(quantity)) {
    if (normal === 'no-worse-than-baseline' && words.length === 2) {
      return { text: said, quantity, form: normal };
    }
    if ((normal === 'max' || normal === 'min') && words.length === 3 && NUMBER.test(limit!)) {
      return { text: said, quantity, form: normal, limit: readLimit(limit!) };
    }
  }
  throw new InputError({
    id: 'rule-form',
    message: `'${text}' is not a rule`,
    hint: 'Write QUANTITY max N, QUANTITY min N or QUANTITY no-worse-than-baseline, for example "shared_units max 12"',
  });
}

function readLimit(text: string): number {
  const number = Number(text.replaceAll(',', '').replace('%', ''));
  return text.endsWith('%') ? number / 100 : number;
}
