/**
 * English plurals of the words that areas are called by, both ways.
 *
 *     ward ⇄ wards      locality ⇄ localities      parish ⇄ parishes      quartier ⇄ quartiers
 */

/** Several of what is called by a word; an abbreviation in capitals gets a small s. */
export function pluralOf(one: string): string {
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
}

/** One of what is called by a plural; a word that is no plural stays. */
export function singularOf(many: string): string {
  if (/[^aeiou]ies$/.test(many)) return `${many.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh)es$/.test(many)) return many.slice(0, -2);
  return isPlural(many) ? many.slice(0, -1) : many;
}

/** Whether a word ends as plurals do: `wards`, not `census` or `analysis`. */
export const isPlural = (word: string): boolean => /[^siu]s$/i.test(word);
