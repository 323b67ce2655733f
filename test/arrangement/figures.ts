/**
 * What an arrangement says, as plain tables: land of units and pairs, border that layers own together.
 */
import type { Arrangement } from '../../src/arrangement/arrangement.js';
import { ExactSums } from '../../src/arrangement/exact-sum.js';

/** Square metres by label, units of a layer joined by +, layers by |, such as '0|1+2|'; uncovered faces left out. */
export function landByLabel(arrangement: Arrangement): Map<string, number> {
  return sumFaces(arrangement, (face) => {
    const label = labelOf(arrangement, face);
    return /\d/.test(label) ? [label] : [];
  });
}

/** The label of a face as text. */
export function labelOf(arrangement: Arrangement, face: number): string {
  return arrangement.labels.map(({ ofFace, sets }) => sets.members(ofFace[face]!).join('+')).join('|');
}

/** Square metres of every unit of a layer. */
export function landOfUnits(arrangement: Arrangement, layer: number, unitCount: number): Float64Array {
  const land = new Float64Array(unitCount);
  const { ofFace, sets } = arrangement.labels[layer]!;
  for (let face = 1; face < arrangement.faces.count; face++) {
    for (const unit of sets.members(ofFace[face]!)) land[unit]! += arrangement.area[face]!;
  }
  return land;
}

/** Square metres of every pair of units of two layers, by 'a∩b' with the codes given (or unit numbers). */
export function landOfPairs(
  arrangement: Arrangement,
  a: number,
  b: number,
  codesA?: readonly string[],
  codesB?: readonly string[],
): Map<string, number> {
  const [first, second] = [arrangement.labels[a]!, arrangement.labels[b]!];
  return sumFaces(arrangement, (face) =>
    first.sets
      .members(first.ofFace[face]!)
      .flatMap((p) =>
        second.sets.members(second.ofFace[face]!).map((q) => `${codesA?.[p] ?? p}∩${codesB?.[q] ?? q}`),
      ),
  );
}

/** Square metres of faces by key, exact in any order. */
function sumFaces({ faces, area }: Arrangement, keysOf: (face: number) => string[]): Map<string, number> {
  const sums = new Map<string, ExactSums>();
  for (let face = 1; face < faces.count; face++) {
    for (const key of keysOf(face)) {
      if (!sums.has(key)) sums.set(key, new ExactSums(1));
      sums.get(key)!.add(0, area[face]!);
    }
  }
  return new Map([...sums].map(([key, sum]) => [key, sum.values()[0]!]));
}

/** Metres of edges that just the given layers own. */
export function borderOwnedBy(arrangement: Arrangement, layers: readonly number[]): number {
  const { edges, faces, labels, length } = arrangement;
  let sum = 0;
  for (let e = 0; e < edges.from.length; e++) {
    const left = faces.ofHalfEdge[2 * e]!;
    const right = faces.ofHalfEdge[2 * e + 1]!;
    const owners = labels.flatMap(({ ofFace }, l) => (ofFace[left] !== ofFace[right] ? [l] : []));
    if (owners.join() === layers.join()) sum += length[e]!;
  }
  return sum;
}
