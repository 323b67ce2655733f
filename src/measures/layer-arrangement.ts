/**
 * Layers that share a coordinate system, put on one sheet.
 */
import { buildArrangement, type Arrangement } from '../arrangement/arrangement.js';
import type { LandLayer } from '../arrangement/land-layer.js';
import { geographicLattice, planarLattice, type Lattice } from '../arrangement/lattice.js';
import type { Layer } from '../layer/layer.js';

/** The arrangement of all layers that have land; `position` tells where each of the given layers stands in it. */
export interface LayerArrangement {
  readonly arrangement: Arrangement;
  /** Position of each given layer in the arrangement, -1 for one without land. */
  readonly position: readonly number[];
}

/** Builds the arrangement of layers in one system, on the plane or on the ellipsoid. */
export function arrangeLayers(layers: readonly Layer[], planar: boolean): LayerArrangement {
  let count = 0;
  const position = layers.map((layer) => (layer.land === null ? -1 : count++));
  const lands = layers.flatMap((layer): LandLayer[] =>
    layer.land === null ? [] : [{ unitCount: layer.codes.length, ...layer.land }],
  );
  return { arrangement: buildArrangement(lands, planar ? planeOf(lands) : geographicLattice), position };
}

function planeOf(lands: readonly LandLayer[]): Lattice {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { shapes } of lands) {
    for (let i = 0; i < shapes.coordinates.length; i += 2) {
      minX = Math.min(minX, shapes.coordinates[i]!);
      maxX = Math.max(maxX, shapes.coordinates[i]!);
      minY = Math.min(minY, shapes.coordinates[i + 1]!);
      maxY = Math.max(maxY, shapes.coordinates[i + 1]!);
    }
  }
  return planarLattice(minX, minY, maxX, maxY);
}
