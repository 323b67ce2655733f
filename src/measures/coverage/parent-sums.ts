/**
 * What the pieces of each parent add up to: land and people covered once, not at all, twice or more.
 */
import type { Covered } from './covered.js';

/** Sums over the pieces of one parent: square metres, and people of each measure. */
export interface ParentSums {
  readonly area: number;
  readonly covered: number;
  readonly uncovered: number;
  readonly double: number;
  readonly slivers: number;
  readonly people: readonly number[];
  readonly coveredPeople: readonly number[];
  readonly uncoveredPeople: readonly number[];
  readonly doublePeople: readonly number[];
}

/** Sums of every parent. */
export function sumByParent({ cover, parents, withParents }: Covered): ParentSums[] {
  const measures = withParents.land.measures.length;
  const zeros = (): number[] => new Array<number>(measures).fill(0);
  const sums = parents.codes.map(() => ({
    area: 0,
    covered: 0,
    uncovered: 0,
    double: 0,
    slivers: 0,
    people: zeros(),
    coveredPeople: zeros(),
    uncoveredPeople: zeros(),
    doublePeople: zeros(),
  }));
  for (const piece of cover.pieces) {
    if (piece.parent < 0) continue;
    const sum = sums[piece.parent]!;
    const area = piece.area ?? 0;
    sum.area += area;
    if (piece.kind !== 'gap') sum.covered += area;
    if (!piece.material) sum.slivers += area;
    else if (piece.kind === 'gap') sum.uncovered += area;
    else if (piece.kind === 'double') sum.double += area;
    piece.people.forEach((people, m) => {
      sum.people[m]! += people;
      if (piece.countsAs === 'gap') sum.uncoveredPeople[m]! += people;
      else sum.coveredPeople[m]! += people;
      if (piece.countsAs === 'double') sum.doublePeople[m]! += people;
    });
  }
  return sums;
}
