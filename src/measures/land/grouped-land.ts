/**
 * The land of units that are put together from blocks.
 *
 * Nothing is dissolved. The label of each face is mapped from block to unit, and an edge with one unit on both
 * sides is no longer an edge of the layer.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { NO_UNIT, type LayerLabels } from '../../arrangement/labels.js';
import { findPatches } from '../../arrangement/patches.js';
import { SetTable } from '../../arrangement/set-table.js';
import type { Polygon } from '../../arrangement/trace.js';
import { traceUnits } from '../../arrangement/trace-members.js';
import { unitAreas } from '../../arrangement/unit-areas.js';

export interface GroupedLand {
  /** Pieces of each unit that touch at most in corners. */
  readonly parts: Int32Array;
  readonly polygons: readonly (readonly Polygon[])[];
  /** Square metres of each unit. */
  readonly areas: Float64Array;
}

/** Land of units from their blocks; `unitOf` gives the unit of a block, or -1. */
export function groupedLand(
  arrangement: Arrangement,
  unitOf: (block: number) => number,
  unitCount: number,
): GroupedLand {
  const labels = mapLabels(arrangement.labels[0]!, unitOf, unitCount);
  const derived: Arrangement = { ...arrangement, labels: [labels, blankLabels(arrangement)] };
  const patches = findPatches(derived, 0, 1);
  const parts = new Int32Array(unitCount);
  for (const unit of patches.unitA) parts[unit]!++;
  return {
    parts,
    polygons: traceUnits(derived, 0, unitCount),
    areas: unitAreas(derived, 0, unitCount).ofUnit,
  };
}

/** Labels with every unit replaced by the one it belongs to; units that belong to none are gone. */
export function mapLabels(
  labels: LayerLabels,
  unitOf: (unit: number) => number,
  unitCount: number,
): LayerLabels {
  const sets = new SetTable(unitCount);
  const known = new Map<number, number>();
  const ofFace = labels.ofFace.map((set) => {
    let mapped = known.get(set);
    if (mapped === undefined) {
      const units = new Set(labels.sets.members(set).map(unitOf));
      mapped = sets.number([...units].filter((unit) => unit >= 0).sort((a, b) => a - b));
      known.set(set, mapped);
    }
    return mapped;
  });
  return { ofFace, sets, disputed: [] };
}

/** The labels of a layer that covers nothing: beside it, the patches of a layer are the parts of its units. */
export const blankLabels = (arrangement: Arrangement): LayerLabels => ({
  ofFace: new Int32Array(arrangement.area.length).fill(NO_UNIT),
  sets: new SetTable(0),
  disputed: [],
});
