/**
 * Points of a table in one coordinate system: metres of the Irish Grid brought to those of the British one.
 *
 * Postcode directories give eastings and northings of Northern Ireland on the Irish Grid (EPSG:29902). Taken as British
 * ones, Belfast would lie in Cheshire.
 */
import type { Table } from '../layer/table.js';
import { makeNote, type Note } from '../trouble/note.js';
import { britishNationalGrid, knownSystem } from './systems/known-systems.js';
import { loadProjection, projection } from './systems/projection.js';
import { readPoints, type PointColumns, type TablePoints } from './table/points.js';

const IRISH_GRID = 'EPSG:29902';

/** The points, all in `system`. */
export async function placePoints(table: Table, columns: PointColumns): Promise<TablePoints> {
  const read = readPoints(table, columns);
  const irish = read.irish.filter((row) => !Number.isNaN(read.points[2 * row]!));
  if (irish.length === 0) return read;
  await loadProjection();
  return {
    ...read,
    points: bringIrish(read.points, irish),
    notes: [...read.notes, onIrishGrid(table.fileName, irish.length)],
  };
}

/** The points with some rows of them brought from the Irish Grid; the projection must be loaded. */
export function bringIrish(points: Float64Array, irish: readonly number[]): Float64Array {
  const converter = projection()(
    knownSystem(IRISH_GRID)!.definition,
    knownSystem(britishNationalGrid)!.definition,
  );
  const brought = points.slice();
  for (const row of irish) {
    const { x, y } = converter.forward({ x: points[2 * row]!, y: points[2 * row + 1]! });
    brought[2 * row] = x;
    brought[2 * row + 1] = y;
  }
  return brought;
}

/** That so many rows were brought from the Irish Grid. */
export const onIrishGrid = (fileName: string, rows: number): Note =>
  makeNote('points-on-irish-grid', fileName, { counts: { rows } });
