/**
 * Numbers as a headline has them: words to nine, figures from 10.
 */
import { wholeText } from '../trouble/count-text.js';

export { capital } from '../trouble/count-text.js';

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `no`, `one`, `nine`, `10`, `1,909`: a count in a sentence. */
export const numberText = (count: number): string => WORDS[count] ?? wholeText(count);

/** `no council`, `one council`, `12 councils`. */
export const countedUnits = (count: number, { one, many }: { one: string; many: string }): string =>
  `${numberText(count)} ${count === 1 || count === 0 ? one : many}`;
