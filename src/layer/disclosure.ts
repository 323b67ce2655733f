/**
 * Disclosure control: small counts suppressed, others rounded, before anything is made of them.
 *
 * This is the one gate. The people of a run are counted in cells (those who are in the same units of all its layers),
 * and every cell passes through `standIn` before anything is measured; counts that stand by themselves (in a note, a
 * finding, a sentence) pass through `disclosed`. Without a rule these functions change nothing.
 *
 * What a suppressed cell holds is supposed three times over, and a figure is printed where all three runs agree
 * (src/result/agreed-result.ts): so it follows from what is published.
 */
import { InputError } from '../trouble/input-error.js';
import { counted, oneOf, wholeText } from '../trouble/count-text.js';
import type { Telling } from '../trouble/say-notes.js';

export interface Disclosure {
  /** Counts of 1 to `under` − 1 are suppressed. */
  readonly under: number;
  /** Other counts are rounded to a multiple of this. */
  readonly round: number;
  /** What is supposed of the cells in this run; `least` if it is not said. */
  readonly supposed?: Supposed;
}

/**
 * What a run supposes of the people that are not published: that suppressed cells hold hardly anybody; that they hold as
 * many as they may; that they hold hardly anybody and that the people of each cell live elsewhere in it.
 */
export type Supposed = (typeof SUPPOSITIONS)[number];
export const SUPPOSITIONS = ['least', 'most', 'elsewhere'] as const;

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
  const under = Number(found[1]);
  if (under === 2) throw onlyOnes(text);
  return { under, round: Number(found[2]) };
}

const onlyOnes = (text: string): InputError =>
  new InputError({
    id: 'disclosure-rule',
    message: `--disclosure ${text} keeps back nothing but 1s, so every blank would tell that it is one`,
    hint: 'Give under=3 or more',
  });

/** A count as it may be published: rounded, or null where it is suppressed; as it is without a rule. */
export function disclosed(count: number, rule: Disclosure | null): number | null {
  if (rule === null) return count;
  const whole = Math.round(Math.abs(count));
  if (count !== 0 && whole < rule.under) return null;
  return Math.sign(count) * Math.round(whole / rule.round) * rule.round || 0;
}

/** The part of a person that stands for a suppressed cell: the finest that exact sums keep. */
export const TRACE = 2 ** -17;

/**
 * The people a run goes on with for a cell: as published, or what is supposed of one that is suppressed. `at` is the
 * number of the cell; by it traces differ from one supposition to another, so that no order of equals is taken for known.
 */
export function standIn(count: number, rule: Disclosure, at: number): number {
  const shown = disclosed(count, rule);
  if (shown !== null) return shown;
  if (rule.supposed === 'most') return rule.under - 1 + TRACE;
  return rule.supposed === 'elsewhere' ? TRACE * (1 + (at % 4)) : TRACE;
}

/** Whether people are of a suppressed cell, or some of them are. */
export const holdsTrace = (people: number): boolean => Math.abs(people - Math.round(people)) > TRACE / 2;

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
