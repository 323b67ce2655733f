/**
 * People of a measure in sentences: `387,102 people`, `one resident`, `3,004 jobs`.
 */
import { oneOf, wholeText, spaced } from '../trouble/count-text.js';
import { countedAs } from './counted-as.js';

/** How a measure is spoken of. */
export interface PeopleWords {
  readonly many: string;
  readonly one: string;
  /** Whether they live somewhere, as people do, or only are there, as jobs. */
  readonly live: boolean;
}

/** The words for a measure by its name: people for residents in any spelling, patients, or else the measure's own. */
export function peopleWords(measure: string): PeopleWords {
  const known = countedAs(measure);
  if (known === 'patients') return { many: 'patients', one: 'patient', live: true };
  if (known !== null) return { many: 'people', one: 'person', live: true };
  const many = spaced(measure);
  return { many, one: oneOf(many), live: /(people|residents?|patients?|persons?|pupils?)$/i.test(many) };
}

/** `387,102 people`, `One person`: what a sentence begins with, whole. */
export function peopleFirst(people: number, measure: string): string {
  const { many, one } = peopleWords(measure);
  const whole = Math.round(people);
  return whole === 1 ? `One ${one}` : `${wholeText(whole)} ${many}`;
}

/** The same within a sentence: `387,102 people`, `one person`. */
export function peopleText(people: number, measure: string): string {
  const { many, one } = peopleWords(measure);
  const whole = Math.round(people);
  return whole === 1 ? `one ${one}` : `${wholeText(whole)} ${many}`;
}

/** `live` or `lives`, `are` or `is`. */
export function liveText(people: number, measure: string): string {
  const single = Math.round(people) === 1;
  if (!peopleWords(measure).live) return single ? 'is' : 'are';
  return single ? 'lives' : 'live';
}
