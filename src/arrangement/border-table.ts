/**
 * The border of every unit by neighbour: how much of it another layer shares.
 *
 *     a a b        a has a border with b, and an outer one; each edge between two units is in the rows of both.
 *     a a b
 *
 * In a layer that overlaps itself an edge is the border of each unit that ends there. Its neighbours are the units
 * that begin where it ends; where none does, those it lies among (its border runs inside their land, which gives
 * them no row), and where there are none the border is an outer one. With several neighbours each has a row.
 */
import { leftFace, rightFace, type Arrangement } from './arrangement.js';
import { addLength, makeSums, NO_BORDER, toLength, type Border, type BorderLength } from './borders.js';
import { NO_UNIT } from './labels.js';
import type { SetTable } from './set-table.js';

/** The border of a unit with a neighbour, in metres. */
export interface BorderRow extends BorderLength {
  readonly unit: number;
  /** The unit on the other side, or NO_UNIT for the outer border. */
  readonly neighbour: number;
}

/** One row for each unit of layer A and neighbour: by unit, then neighbour, outer border last. */
export function borderTable(arrangement: Arrangement, border: Border, unitCount: number): BorderRow[] {
  const { ofFace, sets } = arrangement.labels[border.layerA]!;
  const rows = new Map<number, Float64Array>();
  for (let e = 0; e < border.edgeClass.length; e++) {
    const edgeClass = border.edgeClass[e]!;
    if (edgeClass === NO_BORDER) continue;
    const left = ofFace[leftFace(arrangement, e)]!;
    const right = ofFace[rightFace(arrangement, e)]!;
    for (const [here, there] of [
      [left, right],
      [right, left],
    ] as const) {
      for (const unit of endingUnits(sets, here, there)) {
        for (const neighbour of neighboursOf(sets, here, there)) {
          // The outer border has the last place of a unit's rows.
          const key = unit * (unitCount + 1) + (neighbour === NO_UNIT ? unitCount : neighbour);
          let sums = rows.get(key);
          if (sums === undefined) rows.set(key, (sums = makeSums()));
          addLength(sums, edgeClass, arrangement.length[e]!);
        }
      }
    }
  }
  return [...rows]
    .sort(([p], [q]) => p - q)
    .map(([key, sums]) => {
      const place = key % (unitCount + 1);
      return {
        unit: (key - place) / (unitCount + 1),
        neighbour: place === unitCount ? NO_UNIT : place,
        ...toLength(sums),
      };
    });
}

/** Units of one label that the label across the edge does not have, rising. */
export function endingUnits(sets: SetTable, here: number, there: number): readonly number[] {
  const units = sets.members(here);
  return sets.size(there) === 0 || sets.singles > Math.max(here, there)
    ? units
    : units.filter((unit) => !sets.has(there, unit));
}

const OUTSIDE: readonly number[] = [NO_UNIT];

function neighboursOf(sets: SetTable, here: number, there: number): readonly number[] {
  if (there === NO_UNIT) return OUTSIDE;
  const beginning = endingUnits(sets, there, here);
  return beginning.length > 0 ? beginning : sets.members(there);
}
