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

/** The values at some places, in the order of these; NaN where a place is less than nought. */
export function valuesAt(values: Float64Array, places: Int32Array): Float64Array<ArrayBuffer> {
  const found = new Float64Array(places.length);
  for (let i = 0; i < found.length; i++) found[i] = places[i]! < 0 ? NaN : values[places[i]!]!;
  return found;
}

/** The first item of each key, in the order of the list. */
export function distinctBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return !seen.has(key) && seen.add(key);
  });
}

/** The first `most` items in an order, sorted: as of the sorted list, without sorting what comes after. */
export function firstOf<T>(items: readonly T[], most: number, compare: (p: T, q: T) => number): T[] {
  let first: T[] = [];
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined && compare(item, last) >= 0) continue;
    first.push(item);
    if (first.length < 2 * most) continue;
    first = first.sort(compare).slice(0, most);
    last = first.at(-1);
  }
  return first.sort(compare).slice(0, most);
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

/** Places in a sorted list of the items that a sorted other one has not; both are distinct. */
export function notAmong(items: readonly string[], others: readonly string[]): number[] {
  if (items === others) return [];
  const places: number[] = [];
  let j = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    while (j < others.length && others[j]! < item) j++;
    if (others[j] === item) j++;
    else places.push(i);
  }
  return places;
}

/** Sorted lists without repeats in one such list; the first of them itself where no other adds to it. */
export function unionOfSorted(lists: readonly (readonly string[])[]): readonly string[] {
  let union: readonly string[] = lists[0] ?? [];
  for (const list of lists.slice(1)) {
    const further = notAmong(list, union);
    if (further.length > 0) union = [...union, ...further.map((place) => list[place]!)].sort();
  }
  return union;
}
