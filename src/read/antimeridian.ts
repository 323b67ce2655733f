/**
 * Rings drawn across the antimeridian instead of cut there.
 *
 *     179 ──► -179      an edge two degrees long, drawn as one around the world
 *
 * GeoJSON wants such shapes cut in two (RFC 7946, section 3.1.9). They are taken as drawn here, and that is said. A cap
 * around a pole is drawn to the pole and along the antimeridian, from one end of the map to the other: that is as it should be.
 */
import { boundsOf, type CoordinateSystem } from '../layer/coordinate-system.js';
import type { Shapes } from '../layer/shapes.js';
import { makeFinding, type Finding } from '../trouble/finding.js';

/** One finding for each unit with an edge of more than 180 degrees of longitude, at the first such place. */
export function antimeridianFindings(
  { coordinates, ringStart, polygonStart, featureStart }: Shapes,
  system: CoordinateSystem,
  featureUnit: Int32Array,
  units: { readonly codes: readonly string[]; readonly names: readonly string[] },
): Finding[] {
  if (system.kind !== 'geographic') return [];
  const bounds = boundsOf(coordinates);
  if (bounds === null || bounds.maxX - bounds.minX <= 180) return [];
  const found = new Map<number, Finding>();
  for (let feature = 0; feature < featureStart.length - 1; feature++) {
    const unit = featureUnit[feature]!;
    const firstRing = polygonStart[featureStart[feature]!]!;
    const endRing = polygonStart[featureStart[feature + 1]!]!;
    for (let ring = firstRing; ring < endRing; ring++) {
      const own = coordinates.subarray(2 * ringStart[ring]!, 2 * ringStart[ring + 1]!);
      for (let i = ringStart[ring]!; i < ringStart[ring + 1]! - 1; i++) {
        const [from, to] = [coordinates[2 * i]!, coordinates[2 * i + 2]!];
        if (Math.abs(to - from) <= 180 || found.has(unit)) continue;
        if (isEnd(from) && isEnd(to) && reachesPole(own)) continue;
        const finding = makeFinding({
          layer: '',
          finding: 'antimeridian',
          severity: 'warning',
          code: units.codes[unit]!,
          name: units.names[unit]!,
          position: [coordinates[2 * i]!, coordinates[2 * i + 1]!],
          detail:
            'a ring jumps more than 180 degrees of longitude and is taken as drawn, around the world; cut it at the antimeridian',
        });
        found.set(unit, finding);
      }
    }
  }
  return [...found.values()];
}

/** Degrees within which a position is on the edge of the map. */
const EDGE = 1e-4;

const isEnd = (longitude: number): boolean => Math.abs(longitude) >= 180 - EDGE;

const reachesPole = (ring: Float64Array): boolean =>
  ring.some((value, i) => i % 2 === 1 && Math.abs(value) >= 90 - EDGE);
