/** Feature tables on squares of one degree. */
import type { FeatureTable, Properties } from '../../src/layer/feature-table.js';

export type DrawnIds = readonly (string | number | null)[];

/** One square a feature, its south-western corner where `at` says. */
export function makeTable(
  properties: readonly Properties[],
  at: (feature: number) => readonly [number, number],
  ids: DrawnIds = [],
): FeatureTable {
  const starts = (step: number): Uint32Array => Uint32Array.from(properties, (_, i) => i * step);
  const withEnd = (step: number): Uint32Array =>
    Uint32Array.from([...starts(step), properties.length * step]);
  return {
    properties,
    ids: properties.map((_, i) => ids[i] ?? null),
    shapes: {
      coordinates: Float64Array.from(
        properties.flatMap((_, i) => {
          const [x, y] = at(i);
          return [x, y, x, y + 1, x + 1, y + 1, x + 1, y, x, y];
        }),
      ),
      ringStart: withEnd(5),
      polygonStart: withEnd(1),
      featureStart: withEnd(1),
    },
    points: new Float64Array(0),
    pointStart: new Uint32Array(properties.length + 1),
    statedSystem: 'EPSG:4326',
    notes: [],
  };
}
