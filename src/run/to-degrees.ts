/**
 * Positions of a run as longitude and latitude, for places and shapes in results.
 */
import { loadProjection } from '../read/systems/projection.js';
import { toLongitudeLatitude } from '../read/systems/to-longitude-latitude.js';
import type { Run } from './load-ground.js';
import { fileSource, readWhole } from '../cli/read-source.js';

/** From the system of the run to longitude and latitude, by the grid of shifts in a file where the user has one. */
export async function toDegrees(
  run: Pick<Run, 'layers' | 'planar'>,
  gridPath: string | null,
): Promise<(positions: Float64Array) => Float64Array> {
  const system = run.planar ? run.layers.find((layer) => layer.land !== null)?.land?.system : undefined;
  if (system === undefined) return (positions) => positions;
  await loadProjection();
  const grid = gridPath === null ? undefined : (await readWhole(fileSource(gridPath))).bytes;
  return (positions) => toLongitudeLatitude(positions, system, grid).coordinates;
}
