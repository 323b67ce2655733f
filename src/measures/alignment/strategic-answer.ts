/**
 * How an ICB stands to strategic authorities: five answers, asked in this order.
 *
 *     none there        no authority touches it
 *     partly covered    some of its people are in no authority
 *     union of whole    every authority it touches lies wholly in it
 *     inside one        one authority, which goes on beyond it
 *     cuts across       two or more, not all of them whole
 */
import type { AlignedUnit } from './alignment.js';

export type StrategicAnswer =
  'none there' | 'partly covered' | 'union of whole' | 'inside one' | 'cuts across';

/** The answers in the order they are listed, with what each means. */
export const STRATEGIC_ANSWERS: readonly { readonly answer: StrategicAnswer; readonly means: string }[] = [
  { answer: 'union of whole', means: 'Every authority it touches lies wholly in it' },
  { answer: 'inside one', means: 'One authority, which extends beyond it' },
  { answer: 'partly covered', means: 'Some of its people are in no authority' },
  { answer: 'cuts across', means: 'Two or more authorities, not all of them whole' },
  { answer: 'none there', means: 'No authority touches it' },
];

/** The answer for one unit of the first layer; `authorities` are the units of the second. */
export function strategicAnswer(unit: AlignedUnit, authorities: readonly AlignedUnit[]): StrategicAnswer {
  if (unit.leftOut) return 'none there';
  if (unit.outside !== null) return 'partly covered';
  if (unit.parts.every((part) => authorities[part.other]!.whole)) return 'union of whole';
  return unit.parts.length === 1 ? 'inside one' : 'cuts across';
}
