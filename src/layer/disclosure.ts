/**
 * Disclosure control: small counts suppressed, others rounded, before anything is made of them.
 *
 * This is the one gate. Whatever tells how many people there are (a cell, a note, a finding, a sentence, how many
 * blocks or rows stand under a figure) is published through one of the functions here; without a rule they change
 * nothing.
 */
import { InputError } from '../trouble/input-error.js';
import { counted, oneOf, wholeText } from '../trouble/count-text.js';
import type { Telling } from '../trouble/say-notes.js';

export interface Disclosure {
  /** Counts of 1 to `under` − 1 are suppressed. */
  readonly under: number;
  /** Other counts are rounded to a multiple of this. */
  readonly round: number;
}

/** NHS England's rule for published patient counts: 1 to 7 suppressed, others rounded to 5. */
export const NHS: Disclosure = { under: 8, round: 5 };

/** Reads `nhs` or `under=N,round=M`. */
export function parseDisclosure(text: string): Disclosure {
  if (text === 'nhs') return NHS;
  const found = /^under=(\d+),round=(\d+)$/.exec(text.replace(/\s/g, ''));
  if (found === null || Number(found[2]) < 1) {
    throw new InputError({
      id: 'disclosure-rule',
      message: `--disclosure ${text} is not a rule`,
      hint: 'Give nhs (counts of 1 to 7 suppressed, others rounded to 5) or under=N,round=M',
    });
  }
  return { under: Number(found[1]), round: Number(found[2]) };
}

/** A count as it may be published: rounded, or null where it is suppressed; as it is without a rule. */
export function disclosed(count: number, rule: Disclosure | null): number | null {
  if (rule === null) return count;
  const whole = Math.round(count);
  if (whole > 0 && whole < rule.under) return null;
  return Math.round(whole / rule.round) * rule.round;
}

/** Counts of a table whose cells are published as they are: atoms, for one. */
export const discloseAll = (counts: Float64Array, rule: Disclosure | null): ArrayLike<number | null> =>
  rule === null ? counts : Array.from(counts, (count) => disclosed(count, rule));

/** A count in a sentence: `1,905`, or `fewer than 8`. */
export function disclosedText(count: number, rule: Disclosure | null): string {
  const shown = disclosed(count, rule);
  return shown === null ? `fewer than ${rule!.under}` : wholeText(shown);
}

/** A count with its noun: `1 row`, `1,905 rows`, `fewer than 8 rows`. */
export function disclosedCount(
  count: number,
  noun: string,
  rule: Disclosure | null,
  plural?: string,
): string {
  const shown = disclosed(count, rule);
  if (shown !== null) return counted(shown, noun, plural);
  return `${disclosedText(count, rule)} ${plural ?? `${noun}s`}`;
}

/** People of a measure in a sentence: `1 person`, `1,905 residents`, `fewer than 8 people`. */
export function disclosedPeople(count: number, measure: string, rule: Disclosure | null): string {
  return `${disclosedText(count, rule)} ${tellsOne(count, rule) ? oneOf(measure) : measure}`;
}

/** True where a count is told as one. */
export const tellsOne = (count: number, rule: Disclosure | null): boolean =>
  Math.round(disclosed(count, rule) ?? 0) === 1;

/** How the numbers of notes are told: through the gate, and lists whose length would tell one not at all. */
export const tellingUnder = (rule: Disclosure | null): Telling => ({
  number: (count) => disclosedText(count, rule),
  counted: (count, noun, plural) => disclosedCount(count, noun, rule, plural),
  isOne: (count) => disclosed(count, rule) === 1,
  isOpen: rule === null,
});
