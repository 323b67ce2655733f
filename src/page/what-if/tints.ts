/**
 * A tint for every unit, so that neighbours differ: the first that no neighbour has.
 */

/** Tints there are; their colours are `--tint-0` and so on. */
export const TINTS = 6;

/** For each unit the number of its tint. `sides` are the pieces on both sides of every line, `unitOf` the unit of each piece. */
export function tintsOf(
  sides: Int32Array,
  unitOf: readonly string[],
  before: ReadonlyMap<string, number>,
): Map<string, number> {
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
  const tints = new Map(before);
  for (const unit of [...new Set(unitOf)].sort()) {
    if (unit === '' || tints.has(unit)) continue;
    const taken = new Set([...(beside.get(unit) ?? [])].map((other) => tints.get(other)));
    let tint = 0;
    while (taken.has(tint) && tint < TINTS - 1) tint++;
    tints.set(unit, tint);
  }
  return tints;
}
