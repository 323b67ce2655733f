/**
 * The order of codes and texts, when two are the same, lists without repeats and the search in sorted ones: alike on
 * every machine, whatever its language.
 */

/** Below 0 where `p` comes first, above 0 where `q` does, 0 for equals; texts by their code units, numbers by size. */
export const compareCodes = <T extends string | number>(p: T, q: T): number => (p < q ? -1 : p > q ? 1 : 0);

/** A code as it is compared: upper case, without white space and marks of byte order. */
export const comparable = (code: string): string =>
  isPlain(code) ? code : code.toUpperCase().replace(/[\s\u200B\uFEFF]+/g, '');

/** True for capital letters and digits alone, as most codes are: a loop is faster than a pattern. */
function isPlain(code: string): boolean {
  for (let i = 0; i < code.length; i++) {
    const unit = code.charCodeAt(i);
    if (!((unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90))) return false;
  }
  return true;
}

/** The first item of each key, in the order of the list. */
export function distinctBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return !seen.has(key) && seen.add(key);
  });
}

/** How many of `count` sorted items come before a place: the number of the first that does not. */
export function countBefore(count: number, comesBefore: (item: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comesBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
