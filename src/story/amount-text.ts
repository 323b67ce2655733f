/**
 * People of a measure, or hectares where nobody is counted, as a sentence has them.
 */
import { formatNumber } from '../result/format-number.js';
import { wholeText } from '../trouble/count-text.js';
import { peopleText, peopleWords } from './people-text.js';
import type { UnitWords } from '../result/layer-words.js';

/** The measure that counts small areas where there are neither people nor land. */
const BLOCKS = 'blocks';

/** What a measure counts; hectares of none. */
export function peopleNouns(measure: string | null): UnitWords {
  if (measure === null) return { one: 'ha', many: 'ha' };
  if (measure === BLOCKS) return { one: 'small area', many: 'small areas' };
  const { one, many } = peopleWords(measure);
  return { one, many };
}

/** `one person`, `342,054 people`, `12 small areas`, `108,302 ha`. */
export function countedOf(amount: number, measure: string | null): string {
  if (measure === null) return hectareText(amount);
  if (measure !== BLOCKS) return peopleText(amount, measure);
  const { one, many } = peopleNouns(measure);
  return Math.round(amount) === 1 ? `one ${one}` : `${wholeText(amount)} ${many}`;
}

/** `108,302 ha`, below ten with one decimal: `3.8 ha`; what is not nothing is never `0.0 ha`. */
export function hectareText(hectares: number): string {
  if (hectares === 0 || hectares >= 9.95) return `${wholeText(hectares)} ha`;
  const text = formatNumber(hectares, 1);
  return text === '0.0' ? 'under 0.1 ha' : `${text} ha`;
}
