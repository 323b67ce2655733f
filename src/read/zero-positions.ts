/**
 * Positions at 0, 0 in shapes that are elsewhere: a failed conversion, or a coordinate that was missing.
 *
 *     ┌──┐
 *     │  └─────────── · 0, 0      far from all other positions of its ring
 *     └──┘
 */
import type { Shapes } from '../layer/shapes.js';
import { boundsOf } from '../layer/coordinate-system.js';
import { makeFinding, type Finding } from '../trouble/finding.js';

/** One finding for each unit with a position at 0, 0 further from its ring than the ring is wide or high. */
export function zeroPositionFindings(
  { coordinates, ringStart, polygonStart, featureStart }: Shapes,
  featureUnit: Int32Array,
  units: { readonly codes: readonly string[]; readonly names: readonly string[] },
): Finding[] {
  const box = boundsOf(coordinates);
  if (box === null || box.minX > 0 || box.minY > 0 || box.maxX < 0 || box.maxY < 0) return [];
  if (!hasZero(coordinates)) return [];
  const found = new Map<number, Finding>();
  for (let feature = 0; feature < featureStart.length - 1; feature++) {
    const unit = featureUnit[feature]!;
    const endRing = polygonStart[featureStart[feature + 1]!]!;
    for (let ring = polygonStart[featureStart[feature]!]!; ring < endRing; ring++) {
      if (found.has(unit)) break;
      if (!straysToZero(coordinates.subarray(2 * ringStart[ring]!, 2 * ringStart[ring + 1]!))) continue;
      const finding = makeFinding({
        layer: '',
        finding: 'stray-position',
        severity: 'error',
        code: units.codes[unit]!,
        name: units.names[unit]!,
        position: [0, 0],
        detail: `feature ${feature + 1} has a position at 0, 0, far from its others: a missing or failed coordinate; mend or remove it`,
      });
      found.set(unit, finding);
    }
  }
  return [...found.values()];
}

function hasZero(coordinates: Float64Array): boolean {
  for (let i = 0; i < coordinates.length; i += 2)
    if (coordinates[i] === 0 && coordinates[i + 1] === 0) return true;
  return false;
}

/** Whether a ring has a position at 0, 0 and the box of the others is further from there than it is wide or high. */
function straysToZero(ring: Float64Array): boolean {
  if (!hasZero(ring)) return false;
  const others = ring.filter((_, i) => ring[i - (i % 2)] !== 0 || ring[i - (i % 2) + 1] !== 0);
  const box = boundsOf(others);
  if (box === null) return false;
  const { minX, minY, maxX, maxY } = box;
  const away = Math.hypot(Math.max(minX, -maxX, 0), Math.max(minY, -maxY, 0));
  return away > Math.max(maxX - minX, maxY - minY);
}
