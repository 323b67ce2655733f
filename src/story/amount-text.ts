/**
 * People of a measure, or hectares where nobody is counted, as a sentence has them.
 */
import { hectareText } from '../result/hectare-text.js';
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
