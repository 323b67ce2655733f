/**
 * Things that are one because a chain of links joins them.
 */

/** For each of the things the lowest number of those it is joined with (union by number, paths halved). */
export function joinPlaces(count: number, links: Iterable<readonly number[]>): Int32Array {
  const above = Int32Array.from({ length: count }, (_, thing) => thing);
  const topOf = (thing: number): number => {
    let at = thing;
    while (above[at] !== at) at = above[at] = above[above[at]!]!;
    return at;
  };
  for (const link of links) {
    for (const thing of link) {
      const [p, q] = [topOf(link[0]!), topOf(thing)];
      above[Math.max(p, q)] = Math.min(p, q);
    }
  }
  return above.map((_, thing) => topOf(thing));
}
