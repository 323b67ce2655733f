/**
 * The overlap matrices of two layers, land and every measure: what all metrics are computed from.
 *
 * Cells are the material pairs. Metrics say "this piece is in that unit", so land that a layer covers more than once
 * has no place in them: it is left out, with its people, and how much that is goes into the stated domain.
 */
import { measureWord } from '../columns.js';
import { unitWord } from '../../layer/unit-words.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { Sheet } from '../people/sheet.js';
import type { OverlapPair } from '../pairs/pairs-of-layers.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';
import { overlapMatrix, type OverlapMatrix } from '../metrics/matrix.js';
import { hectares } from '../../result/units-of-measure.js';
import { wholeText } from '../../trouble/count-text.js';
import type { Alignment } from './alignment.js';
import { peopleByPatch } from '../people/people-by-patch.js';

export interface BasedMatrix {
  readonly matrix: OverlapMatrix;
  /** What the cells hold, and over which domain. */
  readonly basis: string;
  readonly holds: 'hectares' | 'people';
}

/** The matrix of each measure, then that of the land where there is any; hectares, people. */
export function matricesOf(
  alignment: Alignment,
  crossed: CrossedPair,
  sheet: Sheet | null,
  includeOutside: boolean,
): BasedMatrix[] {
  const { a, b, measures } = alignment;
  const { shapes } = crossed;
  const multiple = shapes === null ? null : multiplyCovered(shapes, sheet!);
  const domain = `what both ${unitWord(a, 2)} (A) and ${unitWord(b, 2)} (B) cover, slivers set aside`;
  const leaving = (amount: number, what: string): string =>
    amount === 0 ? '' : `; ${wholeText(amount)} ${what} covered more than once left out`;
  const people = measures.map((measure, m): BasedMatrix => {
    const once = multiple === null ? null : multiple.people(m);
    const all = crossed.land.pairs.map((pair) => pair.amounts[m]!.people);
    const used = once === null ? all : once.values;
    return {
      matrix: matrixOf(alignment, crossed.land.pairs, used, (part) => part.people[m]!, includeOutside),
      basis: `${measureWord(measure)}: ${measure.basis}; ${domain}${leaving(once?.left ?? 0, measureWord(measure))}`,
      holds: 'people',
    };
  });
  if (shapes === null) return people;
  const area = multiple === null ? crossed.land.pairs.map((pair) => pair.area!) : multiple.areas;
  const inHectares = Array.from(area, hectares);
  return [
    ...people,
    {
      matrix: matrixOf(
        alignment,
        crossed.land.pairs,
        inHectares,
        (part) => hectares(part.area!),
        includeOutside,
      ),
      basis: `hectares; ${domain}${leaving(hectares(multiple?.left ?? 0), 'ha')}`,
      holds: 'hectares',
    },
  ];
}

function matrixOf(
  { unitsA, unitsB }: Alignment,
  pairs: readonly OverlapPair[],
  amounts: ArrayLike<number>,
  amountOf: (part: { area: number | null; people: readonly number[] }) => number,
  includeOutside: boolean,
): OverlapMatrix {
  const cells = pairs.flatMap((pair, p) =>
    pair.material && pair.a !== NO_UNIT && pair.b !== NO_UNIT
      ? [{ row: pair.a, column: pair.b, value: amounts[p]! }]
      : [],
  );
  const outside = (units: Alignment['unitsA']): number[] =>
    units.map((unit) =>
      unit.outside === null || (unit.leftOut && !includeOutside) ? 0 : amountOf(unit.outside),
    );
  return overlapMatrix(unitsA.length, unitsB.length, cells, {
    rows: outside(unitsA),
    columns: outside(unitsB),
  });
}

interface MultiplyCovered {
  /** Square metres of each pair on faces that both layers cover once at most, and of all other faces. */
  readonly areas: Float64Array;
  readonly left: number;
  /** The same of people. */
  readonly people: (measure: number) => { readonly values: Float64Array; readonly left: number };
}

/** What is left of the pairs where land covered more than once is taken away; null where there is none. */
function multiplyCovered(shapes: ShapePairs, sheet: Sheet): MultiplyCovered | null {
  const { patches, list } = shapes;
  const { faceStart, ofFace } = patches;
  const faces = faceStart.length - 1;
  const isMultiple = (face: number): boolean => faceStart[face + 1]! - faceStart[face]! > 1;
  const sums = new ExactSums(list.pairs.length);
  const left = new ExactSums(1);
  let any = false;
  for (let face = 1; face < faces; face++) {
    if (faceStart[face + 1] === faceStart[face]) continue;
    const area = sheet.arrangement.area[face]!;
    if (isMultiple(face)) {
      any = true;
      left.add(0, area);
    } else sums.add(list.pairOfPatch[ofFace[faceStart[face]!]!]!, area);
  }
  if (!any) return null;
  return {
    areas: sums.values(),
    left: left.values()[0]!,
    people: (measure) => {
      const once = peopleByPatch(sheet, shapes, measure, (face) => !isMultiple(face));
      const values = new ExactSums(list.pairs.length);
      once.people.forEach((people, patch) => values.add(list.pairOfPatch[patch]!, people));
      return { values: values.values(), left: once.left };
    },
  };
}
