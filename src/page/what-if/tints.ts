/**
 * A tint for every unit, so that neighbours differ: the first that no neighbour has; for a unit that is new one that no unit
 * has, where there is one.
 */

/** Tints there are; their colours are `--tint-0` and so on. */
export const TINTS = 6;

/** For each unit the number of its tint. `sides` are the pieces on both sides of every line, `unitOf` the unit of each piece. */
export function tintsOf(
  sides: Int32Array,
  unitOf: readonly string[],
  before: ReadonlyMap<string, number>,
): Map<string, number> {
  const tints = new Map(before);
  const wanted = [...new Set(unitOf)].filter((unit) => unit !== '' && !tints.has(unit)).sort();
  if (wanted.length === 0) return tints;
  const beside = neighboursOf(sides, unitOf);
  const used = new Set(before.values());
  for (const unit of wanted) {
    const taken = new Set([...(beside.get(unit) ?? [])].map((other) => tints.get(other)));
    const free = Array.from({ length: TINTS }, (_, tint) => tint).filter((tint) => !taken.has(tint));
    const unseen = before.size === 0 ? undefined : free.find((tint) => !used.has(tint));
    const tint = unseen ?? free[0] ?? TINTS - 1;
    if (before.size > 0) used.add(tint);
    tints.set(unit, tint);
  }
  return tints;
}

/** For each unit those that have a line with it. */
function neighboursOf(sides: Int32Array, unitOf: readonly string[]): Map<string, Set<string>> {
  const beside = new Map<string, Set<string>>();
  const meet = (p: string, q: string): void => {
    const set = beside.get(p) ?? new Set();
    beside.set(p, set.add(q));
  };
  for (let k = 0; k < sides.length; k += 2) {
    const [p, q] = [unitOf[sides[k]!] ?? '', unitOf[sides[k + 1]!] ?? ''];
    if (p === '' || q === '' || p === q) continue;
    meet(p, q);
    meet(q, p);
  }
  return beside;
}
