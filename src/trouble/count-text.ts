/**
 * Numbers and short lists as they stand in sentences: `1,909 blocks`, `E01000001, E01000002, E01000003 and 7 more`.
 *
 * Written by hand, not by locale, so that every machine prints the same bytes.
 */

/** A whole number with commas above 999. */
export function countText(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 row`, `2 rows`, `1,909 rows`; give the plural where it is not the noun with an s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${countText(count)} ${count === 1 ? noun : plural}`;
}

/** The first three of a list, and how many more there are. */
export function firstThree(items: readonly string[]): string {
  const shown = items.slice(0, 3);
  const more = items.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${countText(more)} more`;
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]!}`;
}
