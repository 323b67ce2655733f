/**
 * The number of threads on the command line: a whole number, 0 for as many as are worth it.
 */
import { InvalidArgumentError } from 'commander';

/** The number. */
export function readThreads(value: string): number {
  if (!/^\d{1,4}$/.test(value.trim()))
    throw new InvalidArgumentError('It wants a whole number, for example 1 or 2.');
  return Number(value);
}
