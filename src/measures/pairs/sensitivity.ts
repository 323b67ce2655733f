/**
 * How the count of real overlaps depends on the tolerance: a stable answer stays the same over a wide range.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { SensitivityPoint } from '../../result/result.js';
import { hectares } from '../../result/units-of-measure.js';
import { judgePairs } from './judge-pairs.js';
import type { ShapePairs } from './shape-pairs.js';

/** Tolerances tried, in metres. */
export const SENSITIVITY_STEPS: readonly number[] = [
  0, 10, 20, 40, 60, 100, 150, 200, 300, 400, 600, 800, 1000,
];

/** Material and sliver pairs at each tolerance, remainders apart. */
export function sensitivityOf(layers: readonly [string, string], found: ShapePairs): SensitivityPoint[] {
  return SENSITIVITY_STEPS.map((tolerance) => {
    const { pairs } = judgePairs(found.patches, found.areasA, found.areasB, tolerance);
    const shared = pairs.filter((pair) => pair.a !== NO_UNIT && pair.b !== NO_UNIT);
    const slivers = shared.filter((pair) => !pair.material);
    return {
      layers,
      tolerance_m: tolerance,
      material_pairs: shared.length - slivers.length,
      sliver_pairs: slivers.length,
      sliver_ha: hectares(shared.reduce((sum, pair) => sum + pair.sliverArea, 0)),
    };
  });
}
