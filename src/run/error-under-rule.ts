/**
 * What an error may say under a disclosure rule: which file and what to do, but no count of people and no cell of theirs.
 */
import { InputError, type InputTrouble } from '../trouble/input-error.js';

/** To go on whatever the share is: the share itself is kept back. */
const ANY_SHARE: InputTrouble['offers'] = [{ setting: 'unmatched', values: ['100'] }];

/** Errors that tell counts or cells, and what is said in their place. */
const CLOSED: Readonly<Record<string, Pick<InputTrouble, 'message' | 'hint' | 'offers'>>> = {
  'people-unmatched': {
    message: 'more codes, or more people, than are allowed have no partner among the blocks or the units',
    hint: 'Give files that belong together, or go on with --allow-unmatched PERCENT',
    offers: ANY_SHARE,
  },
  'practices-unmatched': {
    message: 'practices with more patients than are allowed are not in the practice map',
    hint: 'Give the map of the same date, or go on with --allow-unmatched PERCENT and these patients as unmapped',
    offers: ANY_SHARE,
  },
  'not-a-number': {
    message: 'a cell that should hold a number holds something else',
    hint: 'Look it up in the file: under a disclosure rule its cells are not shown',
  },
  'negative-number': {
    message: 'a cell that should count people is less than nought',
    hint: 'Look it up in the file: under a disclosure rule its cells are not shown',
  },
  'dots-or-thousands': {
    message: 'dots in numbers may be decimals or stand between thousands: commas do not divide the cells',
    hint: 'Write numbers without dots between thousands',
  },
  'repeated-rows': {
    message: 'the row repeats another: the same area, with the same number',
    hint: 'Keep one row for each area',
  },
};

/** The error as it may be told; whatever is no user error as it is. */
export function errorUnderRule(error: unknown): unknown {
  if (!(error instanceof InputError)) return error;
  const closed = CLOSED[error.trouble.id];
  if (closed === undefined) return error;
  // What is offered may tell the share that is kept back.
  const { offers: _, ...trouble } = error.trouble;
  return new InputError({ ...trouble, ...closed });
}
