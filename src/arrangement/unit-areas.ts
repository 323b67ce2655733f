/**
 * Square metres of each unit of a layer, and of its footprint.
 */
import type { FaceGraph } from './arrangement.js';
import { ExactSums } from './exact-sum.js';

export interface UnitAreas {
  /** Square metres of each unit; land that two units cover counts for both. */
  readonly ofUnit: Float64Array;
  /** Square metres covered by any unit, once. */
  readonly footprint: number;
  /** Square metres covered by two or more units. */
  readonly doubleCover: number;
}

/** Areas of the units of one layer of an arrangement. */
export function unitAreas(arrangement: FaceGraph, layer: number, unitCount: number): UnitAreas {
  const { ofFace, sets } = arrangement.labels[layer]!;
  const units = new ExactSums(unitCount);
  const totals = new ExactSums(2);
  for (let face = 1; face < ofFace.length; face++) {
    const set = ofFace[face]!;
    if (set < 0) continue;
    const area = arrangement.area[face]!;
    totals.add(0, area);
    if (set < unitCount) {
      units.add(set, area);
    } else {
      totals.add(1, area);
      for (const unit of sets.members(set)) units.add(unit, area);
    }
  }
  const [footprint, doubleCover] = totals.values();
  return { ofUnit: units.values(), footprint: footprint!, doubleCover: doubleCover! };
}
