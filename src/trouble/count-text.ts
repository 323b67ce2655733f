/**
 * Numbers and short lists as they stand in sentences: `1,909 blocks`, `E01000001, E01000002, E01000003 and 7 more`.
 *
 * Written by hand, not by locale, so that every machine prints the same bytes.
 */

/** A number rounded to a whole (half away from nought), with commas above 999; never `-0`. */
export function wholeText(value: number): string {
  const digits = String(Math.round(Math.abs(value)));
  return (value <= -0.5 ? '-' : '') + digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 row`, `2 rows`, `1,909 rows`; give the plural where it is not the noun with an s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${wholeText(count)} ${count === 1 ? noun : plural}`;
}

/** `1 resident`, `2 residents`, `0 people`: people of a measure, by its name, whole; a name that is no plural stays. */
export const countedPeople = (people: number, measure: string): string =>
  `${wholeText(people)} ${Math.round(people) === 1 ? oneOf(measure) : spaced(measure)}`;

/** What one of a measure is called: `registered patient`. */
export const oneOf = (measure: string): string =>
  spaced(measure)
    .replace(/\bpeople$/, 'person')
    .replace(/\b(resident|patient|person|pupil|job|household)s$/, '$1');

/** Items as a list in a sentence: `a`, `a and b`, `a, b and c`; or with another word before the last. */
export const listText = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]!}`;

/** The first three of a list, and how many more there are. */
export function firstThree(items: readonly string[], of = items.length): string {
  const shown = items.slice(0, 3);
  const more = of - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${wholeText(more)} more`;
  return listText(shown);
}

/** The text with a capital, as it begins a sentence or a heading. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a council`, `an ICB`: letters that are spelt out take the article of their sound. */
export const withArticle = (word: string): string =>
  `${(/^[aeiou]/i.test(word) && !/^(uni|eu|one\b|U[A-Z])/.test(word)) || /^[FHLMNRSX][A-Z]/.test(word) ? 'an' : 'a'} ${word}`;

/** The name of a measure, or another id, in words. */
export const spaced = (id: string): string => id.replaceAll('_', ' ');
