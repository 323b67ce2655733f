/**
 * Writes a GeoJSON geometry, as the Shapefile and TopoJSON libraries hand it out, into a table.
 *
 * Polygons and points are kept, lines noted and passed over, a third dimension dropped.
 */
import type { Geometry, Position } from 'geojson';
import type { TableBuilder } from './table-builder.js';

/** Adds the geometry to the builder's current feature; null is noted. */
export function addGeoJsonGeometry(geometry: Geometry | null | undefined, builder: TableBuilder): void {
  if (!geometry) {
    builder.note('null-geometry');
    return;
  }
  switch (geometry.type) {
    case 'Polygon':
      addPolygon(geometry.coordinates, builder);
      return;
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) addPolygon(polygon, builder);
      return;
    case 'Point':
      addPoint(geometry.coordinates, builder);
      return;
    case 'MultiPoint':
      for (const position of geometry.coordinates) addPoint(position, builder);
      return;
    case 'GeometryCollection':
      for (const member of geometry.geometries) addGeoJsonGeometry(member, builder);
      return;
    default:
      builder.note('line-geometry');
  }
}

function addPolygon(rings: readonly Position[][], builder: TableBuilder): void {
  builder.startPolygon();
  for (const ring of rings) {
    for (const position of ring) {
      if (position.length > 2) builder.noteFile('extra-dimension');
      builder.position(position[0]!, position[1]!);
    }
    builder.endRing();
  }
}

function addPoint(position: Position, builder: TableBuilder): void {
  if (position.length > 2) builder.noteFile('extra-dimension');
  if (position.length >= 2) builder.point(position[0]!, position[1]!);
}
