/**
 * Joining things that belong together, one pair after another: a forest in which every root is the lowest number of
 * its tree.
 *
 *     parent   0 1 2 3 4   join 1 3, join 3 4   ──►   0 1 2 1 1      3 and 4 have the root 1
 */
/** So many things, each by itself. */
export function singles(count: number): Int32Array {
  const each = new Int32Array(count);
  for (let i = 0; i < count; i++) each[i] = i;
  return each;
}

/** Makes one tree of the trees of p and q; the lower root stays one. Changes `parent`. */
export function join(parent: Int32Array, p: number, q: number): void {
  const u = rootOf(parent, p);
  const v = rootOf(parent, q);
  if (u < v) parent[v] = u;
  else parent[u] = v;
}

/** The lowest number that `start` is joined to. Shortens the way there. */
export function rootOf(parent: Int32Array, start: number): number {
  let at = start;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!;
    at = parent[at]!;
  }
  return at;
}
