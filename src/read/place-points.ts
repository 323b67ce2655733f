/**
 * Points of a table in one coordinate system: metres of the Irish Grid brought to those of the British one.
 *
 * Postcode directories give eastings and northings of Northern Ireland on the Irish Grid (EPSG:29902). Taken as British
 * ones, Belfast would lie in Cheshire.
 */
import type { Table } from '../layer/table.js';
import { makeNote } from '../trouble/note.js';
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
  const converter = projection()(
    knownSystem(IRISH_GRID)!.definition,
    knownSystem(britishNationalGrid)!.definition,
  );
  const points = read.points.slice();
  for (const row of irish) {
    const { x, y } = converter.forward({ x: points[2 * row]!, y: points[2 * row + 1]! });
    points[2 * row] = x;
    points[2 * row + 1] = y;
  }
  const note = makeNote('points-on-irish-grid', table.fileName, { counts: { rows: irish.length } });
  return { ...read, points, notes: [...read.notes, note] };
}
