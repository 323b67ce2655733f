/**
 * Whose border each edge is: the units, of all layers together, that lie on one side of it and not on the other.
 *
 *      a │ b            this edge is a border of a and of b; where a and b overlap and c covers both sides, c has none
 */
import { leftFace, rightFace, type Arrangement } from '../../arrangement/arrangement.js';

/** An edge that is nobody's border. */
export const NO_OWNER = 0;

/** Owners of edges: each distinct set of units once. */
export interface EdgeOwners {
  /** For each edge the number of a set. */
  readonly ofEdge: Int32Array;
  /** Units of each set, counted through all layers, rising; the set NO_OWNER is empty. */
  readonly units: readonly (readonly number[])[];
}

/** Owners of all edges among the units of the layers at these positions of an arrangement. */
export function ownersOfEdges(arrangement: Arrangement, layers: readonly number[]): EdgeOwners {
  const ofEdge = new Int32Array(arrangement.length.length);
  const units: (readonly number[])[] = [[]];
  const joined = new Map<string, number>();
  let first = 0;
  for (const layer of layers) {
    const { ofFace, sets } = arrangement.labels[layer]!;
    const known = new Map<string, number>();
    for (let e = 0; e < ofEdge.length; e++) {
      const [left, right] = [ofFace[leftFace(arrangement, e)]!, ofFace[rightFace(arrangement, e)]!];
      if (left === right) continue;
      const key = `${ofEdge[e]} ${Math.min(left, right)} ${Math.max(left, right)}`;
      let owner = known.get(key);
      if (owner === undefined) {
        const own = oneSided(sets.members(left), sets.members(right)).map((unit) => first + unit);
        const all = [...units[ofEdge[e]!]!, ...own];
        const name = all.join(' ');
        owner = joined.get(name) ?? units.push(all) - 1;
        joined.set(name, owner);
        known.set(key, owner);
      }
      ofEdge[e] = owner;
    }
    first += sets.singles;
  }
  return { ofEdge, units };
}

/** Members of just one of two rising lists, rising. */
const oneSided = (p: readonly number[], q: readonly number[]): number[] =>
  [...p.filter((unit) => !q.includes(unit)), ...q.filter((unit) => !p.includes(unit))].sort((a, b) => a - b);

/** Whether two sets have a unit in common. */
export function shareUnit({ units }: EdgeOwners, p: number, q: number): boolean {
  if (p === q) return p !== NO_OWNER;
  const [first, second] = [units[p]!, units[q]!];
  return first.some((unit) => second.includes(unit));
}
