/**
 * People of a measure on the atoms of several layers.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import { discloseAll, type Disclosure } from '../../layer/disclosure.js';
import type { MeasureOnFaces } from '../people/measure-on-faces.js';
import type { Atoms } from '../land/find-atoms.js';
import type { AtomMeasure } from './atom-table.js';

/** Sums a measure by atom; `rule` is applied to every sum. */
export function peopleOnAtoms(atoms: Atoms, measure: MeasureOnFaces, rule: Disclosure | null): AtomMeasure {
  const { shares, values } = measure;
  const sums = new ExactSums(atoms.count);
  for (let block = 0; block < shares.blocks; block++) {
    if (Number.isNaN(values[block]!)) continue;
    for (let i = shares.start[block]!; i < shares.start[block + 1]!; i++) {
      const atom = atoms.ofFace[shares.face[i]!]!;
      if (atom >= 0) sums.add(atom, values[block]! * shares.share[i]!);
    }
  }
  return {
    name: measure.name,
    basis: measure.basis,
    method: measure.method,
    decimals: shares.decimals,
    people: discloseAll(sums.values(), rule),
  };
}
