/**
 * Square metres of each unit of a layer, and of its footprint.
 */
import type { FaceGraph } from './arrangement.js';
import { ExactSums } from './exact-sum.js';
import type { LayerLabels } from './labels.js';

export interface UnitAreas {
  /** Square metres of each unit; land that two units cover counts for both. */
  readonly ofUnit: Float64Array;
  /** Square metres covered by any unit, once. */
  readonly footprint: number;
  /** Square metres covered by two or more units. */
  readonly doubleCover: number;
}

/** Areas that were summed before, by the labels and the areas of faces that they came of. */
const known = new WeakMap<LayerLabels, WeakMap<Float64Array, UnitAreas>>();

/** Areas of the units of one layer of an arrangement, summed once. */
export function unitAreas(arrangement: FaceGraph, layer: number, unitCount: number): UnitAreas {
  const labels = arrangement.labels[layer]!;
  const before = known.get(labels)?.get(arrangement.area);
  if (before?.ofUnit.length === unitCount) return before;
  const areas = sumAreas(labels, arrangement.area, unitCount);
  known.set(labels, new WeakMap([[arrangement.area, areas]]));
  return areas;
}

function sumAreas({ ofFace, sets }: LayerLabels, areaOf: Float64Array, unitCount: number): UnitAreas {
  const units = new ExactSums(unitCount);
  const totals = new ExactSums(2);
  for (let face = 1; face < ofFace.length; face++) {
    const set = ofFace[face]!;
    if (set < 0) continue;
    const area = areaOf[face]!;
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
