/**
 * Groups of two layers neither of which overlaps itself: exact, by a minimum cut for each atom.
 *
 * The graph of units and atoms is totally unimodular: whatever can be worked out by any sums and differences of counts
 * is a disjoint union of whole units of one layer less whole units of the other.
 */
import { findBridges } from './bridges.js';
import { Cuts } from './cuts.js';
import { contracted, graphOf } from './graph.js';
import type { Group, Incidence } from './incidence.js';

/** For each atom that is in one, the smallest group below the limit that holds it. */
export function twoLayerGroups(incidence: Incidence): Group[] {
  const { weight, limit } = incidence;
  const isHeavy = (atom: number): boolean => weight[atom]! >= limit;
  const graph = contracted(graphOf(incidence, 0, 1), isHeavy);
  const bridges = findBridges(graph);
  const cuts = new Cuts(graph, weight, limit);
  return weight.flatMap((_, atom) => {
    if (isHeavy(atom)) return [];
    const atoms = bridges[atom] === 1 ? [atom] : cuts.smallest(atom);
    return atoms === null ? [] : [{ atoms, proved: true }];
  });
}
