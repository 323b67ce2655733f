/**
 * Units by name or code, as they are typed: in any case, without accents, apostrophes and full stops.
 */

/** What is searched. */
interface Named {
  readonly name: string;
  readonly code: string;
}

/**
 * Makes a search over units: numbers of those whose name or code holds a text, best first. First is a whole name, then
 * the beginning of a name, the beginning of a word, any other place; of equals the higher `weight`, then the earlier.
 * An empty text finds nothing.
 */
export function unitFinder(
  units: readonly Named[],
  weight: (unit: number) => number,
): (typed: string) => number[] {
  const names = units.map(({ name }) => plain(name));
  const texts = units.map(({ name, code }) => plain(`${name} ${code}`));
  return (typed) => {
    const wanted = plain(typed.trim());
    if (wanted === '') return [];
    const rank = (i: number): number => {
      if (names[i] === wanted) return -1;
      const place = texts[i]!.indexOf(wanted);
      return place === 0 ? 0 : texts[i]![place - 1] === ' ' ? 1 : 2;
    };
    const hits = texts.flatMap((text, i) => (text.includes(wanted) ? [i] : []));
    return hits.sort((p, q) => rank(p) - rank(q) || weight(q) - weight(p) || p - q);
  };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’.]/g, '')
    .toLowerCase();
