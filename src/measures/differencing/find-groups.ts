/**
 * All groups of fewer people than asked that can be had by subtraction.
 *
 * A group is listed where it is the smallest that holds some of its people: whoever can be told apart in a group below the
 * limit is in a listed one, or in a whole unit that is smaller still. Those units are published as they are and are no
 * groups. Each group is minimal, for of two groups one in the other the difference can be had too.
 */
import { isPartition, layerCount, weightOf, type Group, type Incidence } from './incidence.js';
import { manyLayerGroups, type FoundGroups, type SearchEffort } from './many-layer-groups.js';
import { twoLayerGroups } from './two-layer-groups.js';
import { compareCodes } from '../../trouble/order.js';

/** The groups, lightest first, each once. */
export function findGroups(incidence: Incidence, effort?: SearchEffort): FoundGroups {
  const { groups, completeTo } =
    layerCount(incidence) <= 2 && isPartition(incidence)
      ? { groups: twoLayerGroups(incidence), completeTo: null }
      : manyLayerGroups(incidence, effort);
  const units = new Set(incidence.atomsOf.map(keyOf));
  const distinct = new Map<string, Group>();
  for (const group of groups) {
    const key = keyOf(group.atoms);
    if (units.has(key)) continue;
    // Proved for one of its atoms it need not be for another.
    const same = distinct.get(key);
    distinct.set(key, same === undefined || group.proved ? group : same);
  }
  return {
    groups: [...distinct.values()].sort(
      (p, q) => weightOf(incidence, p.atoms) - weightOf(incidence, q.atoms) || compareLists(p.atoms, q.atoms),
    ),
    completeTo,
  };
}

const keyOf = (atoms: readonly number[]): string => atoms.join(' ');

function compareLists(p: readonly number[], q: readonly number[]): number {
  const at = p.findIndex((atom, i) => atom !== q[i]);
  return at < 0 ? p.length - q.length : compareCodes(p[at]!, q[at] ?? -1);
}
