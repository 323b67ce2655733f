/**
 * Which atoms are real: those of which every two units, of different layers, really overlap.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Atoms } from '../land/find-atoms.js';
import { ALWAYS } from '../pairs/judgement.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';

/** For each atom the tolerances by which it is real, MATERIAL, IF_HALF and IF_TWICE together; of every two layers. */
export function judgeAtoms(atoms: Atoms, crossed: readonly ShapePairs[]): Uint8Array {
  const judgements = new Uint8Array(atoms.count).fill(ALWAYS);
  for (const { patches, list } of crossed) {
    const { faceStart, ofFace, unitA, unitB } = patches;
    for (let atom = 0; atom < atoms.count; atom++) {
      // All faces of an atom lie in the same pairs.
      const face = atoms.faceOf[atom]!;
      for (let part = faceStart[face]!; part < faceStart[face + 1]!; part++) {
        const patch = ofFace[part]!;
        if (unitA[patch] === NO_UNIT || unitB[patch] === NO_UNIT) continue;
        judgements[atom]! &= list.judgements[list.pairOfPatch[patch]!]!;
      }
    }
  }
  return judgements;
}
