/**
 * How the inputs of a result were read, one line for each. The figures that come with the tool go without saying.
 */
import type { InputRecord, Result } from '../result/result.js';
import { distinctBy } from '../trouble/order.js';

/** The lines, in the order of the inputs; a file that was read twice in one way has one. */
export const readingLines = ({ inputs }: Pick<Result, 'inputs'>): string[] =>
  distinctBy(
    inputs
      .filter((input) => !isEmbedded(input))
      .flatMap(({ reading }) => (reading === undefined ? [] : [reading.line])),
    (line) => line,
  );

const isEmbedded = ({ role, file }: InputRecord): boolean => role === 'atoms' && file.startsWith('england:');
