/**
 * Shapes that go with the rows of a table, in longitude and latitude as GeoJSON wants them.
 */
import type { Polygon, Ring } from '../../arrangement/trace.js';
import type { ColumnOf } from '../../result/make-table.js';
import type { ShapeGeometry, ShapeRecord } from '../../result/shape-record.js';
import type { Cell, Table } from '../../result/table.js';
import type { ToLongitudeLatitude } from './to-longitude-latitude.js';

/** One record a row, with the cells of the row as its properties; none for a row whose geometry is null. */
export function recordShapes(table: Table, geometries: readonly (ShapeGeometry | null)[]): ShapeRecord[] {
  return geometries.flatMap((geometry, row) =>
    geometry === null
      ? []
      : [
          {
            table: table.name,
            properties: Object.fromEntries(
              table.columns.map(({ heading }, i) => [heading, table.rows[row]![i] as Cell]),
            ),
            geometry,
          },
        ],
  );
}

/** The land of each row: the polygons traced for it, or no record where there are none. */
export const recordPolygons = (
  table: Table,
  traced: readonly (readonly Polygon[])[],
  toDegrees: ToLongitudeLatitude,
): ShapeRecord[] =>
  recordShapes(
    table,
    traced.map((polygons) => (polygons.length === 0 ? null : polygonsShape(polygons, toDegrees))),
  );

/** A polygon, or several as one. */
export function polygonsShape(polygons: readonly Polygon[], toDegrees: ToLongitudeLatitude): ShapeGeometry {
  const rings = polygons.map((polygon) => polygon.map((ring) => pairsOf(toDegrees(ring))));
  return rings.length === 1
    ? { type: 'Polygon', coordinates: rings[0]! }
    : { type: 'MultiPolygon', coordinates: rings };
}

/** A line. */
export const lineShape = (positions: Float64Array, toDegrees: ToLongitudeLatitude): ShapeGeometry => ({
  type: 'LineString',
  coordinates: pairsOf(toDegrees(positions)),
});

/** Longitude and latitude of one position. */
export const pointOf = (point: readonly [number, number], toDegrees: ToLongitudeLatitude): [number, number] =>
  [...toDegrees(Float64Array.from(point))] as [number, number];

/** Longitude and latitude of the place that `placeOf` finds for a row. */
export const placeColumns = <Row>(
  description: string,
  placeOf: (row: Row) => readonly [number, number],
): ColumnOf<Row>[] =>
  (['longitude', 'latitude'] as const).map((heading, i) => ({
    heading,
    title: heading,
    kind: 'degrees',
    description,
    value: (row) => placeOf(row)[i]!,
  }));

const pairsOf = (ring: Ring): [number, number][] =>
  Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]);
