/**
 * Geometries as SVG path data, in tenths of a pixel, each position from the one before.
 */
import type { ShapeGeometry } from '../../result/shape-record.js';
import type { Position } from './map-lines.js';
import { pathData } from './people-map/draw-land.js';

/** Path data of a geometry whose positions `place` puts on the picture: rings closed, lines open. */
export function geometryPath(geometry: ShapeGeometry, place: (position: Position) => Position): string {
  const ring = (positions: readonly Position[]): string => pathData(positions.map(place), true);
  switch (geometry.type) {
    case 'LineString':
      return pathData(geometry.coordinates.map(place), false);
    case 'Polygon':
      return geometry.coordinates.map(ring).join('');
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((polygon) => polygon.map(ring)).join('');
  }
}
