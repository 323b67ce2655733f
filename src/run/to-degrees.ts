/**
 * Positions of a ground as longitude and latitude, for places and shapes in results.
 */
import { loadProjection } from '../read/systems/projection.js';
import { toLongitudeLatitude } from '../read/systems/to-longitude-latitude.js';
import type { Ground } from './load-ground.js';

/** From the system of the ground to longitude and latitude, by the grid of shifts where the user has one. */
export async function toDegrees({
  layers,
  planar,
  grid,
}: Pick<Ground, 'layers' | 'planar' | 'grid'>): Promise<(positions: Float64Array) => Float64Array> {
  const system = planar ? layers.find((layer) => layer.land !== null)?.land?.system : undefined;
  if (system === undefined) return (positions) => positions;
  await loadProjection();
  return (positions) => toLongitudeLatitude(positions, system, grid).coordinates;
}
