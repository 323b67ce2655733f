/**
 * What is asked, as the panel of the page holds it: every wish that matters, already with an answer.
 */
import type { Request } from '../../index.js';

/** The reports that the page asks for; the sentence is the question that a person has. */
export const QUESTIONS = {
  align: 'Where do they not line up?',
  overlap: 'What does each share with each?',
  coverage: 'Is everybody in a neighbourhood?',
  compare: 'What changed from one year to the other?',
  partners: 'Whom does a place work with?',
  scenario: 'What would a proposal change?',
  check: 'Is the file sound?',
  differencing: 'Can small groups be worked out from two publications?',
} as const satisfies Partial<Record<Request['command'], string>>;

export type Question = keyof typeof QUESTIONS;

export interface Asking {
  readonly question: Question;
  /** Names of layers as the files give them, in the order the question wants: first and second, before and after. */
  readonly layers: readonly string[];
  /** Name of the table of people; null for none. */
  readonly people: string | null;
  /** Name of the file of the small areas that people are counted by; null where none is needed. */
  readonly blocks: string | null;
  /** Name of the proposal, the place that is meant. */
  readonly proposal: string | null;
  readonly place: string;
  readonly services: string | null;
  /** Name of a saved result that the answer is held against; null for none. */
  readonly baseline: string | null;
  /** Metres; null to take it from the files. */
  readonly tolerance: number | null;
  /** Units by name or code. */
  readonly only: readonly string[];
  /** Counts under so many are suppressed, others rounded; null for no rule. */
  readonly disclosure: { readonly under: number; readonly round: number } | null;
  readonly bands: readonly number[] | null;
  /** Groups under so many people are told; of differencing. */
  readonly under: number;
  readonly unmatched: number | null;
  readonly truncated: boolean;
}
