/**
 * People on the pieces of a cover, each in the parent that every other table counts them in.
 *
 *     parent p ┌──────┐s┌──────┐ parent q      people of a sliver (s) between neighbourhood and parents are counted with
 *              │  a   │s│  b   │               the overlap beside it: those of p may count in q, here as there
 *
 * How often they are covered is told by the piece they live on; what changes is the parent alone.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import type { Patches } from '../../arrangement/patches.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';
import { settleSlivers } from '../people/settle-slivers.js';
import type { Sheet } from '../people/sheet.js';

/** People of one piece who count in one parent. */
export interface CountedPeople {
  readonly patch: number;
  readonly parent: number;
  /** By measure. */
  readonly people: readonly number[];
}

/** People of every piece by parent, those of the piece's own parent first; `pairs` is how they were judged. */
export function peopleOfPieces(sheet: Sheet, patches: Patches, pairs: ShapePairs | null): CountedPeople[] {
  const parentOf =
    pairs === null ? (_: number, parent: number) => parent : settledParents(sheet.arrangement, pairs);
  const slots = new Map<string, { patch: number; parent: number; slot: number }>();
  const slotOf = (patch: number, parent: number): number => {
    const key = `${patch} ${parent}`;
    let found = slots.get(key);
    if (found === undefined) slots.set(key, (found = { patch, parent, slot: slots.size }));
    return found.slot;
  };
  for (let patch = 0; patch < patches.count; patch++) slotOf(patch, patches.unitB[patch]!);
  const counts = sheet.measures.map(({ shares, values }) => {
    const terms: { slot: number; people: number }[] = [];
    values.forEach((value, block) => {
      if (Number.isNaN(value)) return;
      for (let i = shares.start[block]!; i < shares.start[block + 1]!; i++) {
        if (shares.share[i] === 0) continue;
        const face = shares.face[i]!;
        for (let k = patches.faceStart[face]!; k < patches.faceStart[face + 1]!; k++) {
          const patch = patches.ofFace[k]!;
          const slot = slotOf(patch, parentOf(face, patches.unitB[patch]!));
          terms.push({ slot, people: value * shares.share[i]! });
        }
      }
    });
    return terms;
  });
  const people = counts.map((terms) => {
    const sums = new ExactSums(slots.size);
    for (const { slot, people: here } of terms) sums.add(slot, here);
    return sums.values();
  });
  return [...slots.values()].map(({ patch, parent, slot }) => ({
    patch,
    parent,
    people: people.map((ofSlot) => ofSlot[slot]!),
  }));
}

/** For a face in a parent, the parent that its people count in. */
function settledParents(
  arrangement: Arrangement,
  { patches, list }: ShapePairs,
): (face: number, parent: number) => number {
  const home = settleSlivers(arrangement, patches, list.patchMaterial);
  return (face, parent) => {
    for (let k = patches.faceStart[face]!; k < patches.faceStart[face + 1]!; k++) {
      const patch = patches.ofFace[k]!;
      if (patches.unitB[patch] === parent) return patches.unitB[home[patch]!]!;
    }
    return parent;
  };
}
