/**
 * Groups of two layers neither of which overlaps itself: exact, by a minimum cut for each atom.
 *
 * The graph of units and atoms is totally unimodular: whatever can be worked out by any sums and differences of counts
 * is a disjoint union of whole units of one layer less whole units of the other.
 */
import { findBridges } from './bridges.js';
import { Cuts } from './cuts.js';
import { contracted, graphOf } from './graph.js';
import { lightUnitsOf, weightOf, type Group, type Incidence } from './incidence.js';

/** For each atom that is in one, the smallest group below the limit that holds it and no unit that it is in. */
export function twoLayerGroups(incidence: Incidence): Group[] {
  const { weight, limit, atomsOf } = incidence;
  const isHeavy = (atom: number): boolean => weight[atom]! >= limit;
  const graph = contracted(graphOf(incidence, 0, 1), isHeavy);
  const bridges = findBridges(graph);
  const cuts = new Cuts(graph, weight, limit);

  /** The smallest group that holds the atom, none of those kept out and no whole unit that the atom is in. */
  const search = (atom: number, keptOut: readonly number[]): number[] | null => {
    const found = bridges[atom] === 1 ? [atom] : cuts.smallest(atom, keptOut);
    if (found === null) return null;
    const unit = lightUnitsOf(incidence, atom).find((each) => isSame(atomsOf[each]!, found));
    if (unit === undefined) return found;
    // Every other group lacks some atom of the unit.
    return smallestOf(
      incidence,
      found.filter((each) => each !== atom).map((each) => search(atom, [...keptOut, each])),
    );
  };
  return weight.flatMap((_, atom) => {
    const found = isHeavy(atom) ? null : search(atom, []);
    return found === null ? [] : [{ atoms: found, proved: true }];
  });
}

function smallestOf(incidence: Incidence, groups: readonly (number[] | null)[]): number[] | null {
  let best: number[] | null = null;
  for (const group of groups)
    if (group !== null && (best === null || weightOf(incidence, group) < weightOf(incidence, best))) best = group;
  return best;
}

const isSame = (p: readonly number[], q: readonly number[]): boolean =>
  p.length === q.length && p.every((atom, i) => atom === q[i]);
