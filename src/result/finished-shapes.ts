/**
 * Shapes as they are written, whatever made the result: positions cut to seven places, outer rings counter-clockwise,
 * each with its box and a point for its label. Turf's functions do it, and are loaded with this file only.
 */
import { area, bbox, booleanPointInPolygon, centroid, pointOnFeature, rewind, truncate } from '@turf/turf';
import type { Feature, Geometry, Point, Polygon, Position } from 'geojson';
import { DEGREE_PLACES } from './round-shapes.js';
import type { ShapeGeometry, ShapeRecord } from './shape-record.js';

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** A shape ready to be written. */
export interface FinishedShape extends ShapeRecord {
  readonly box: Box;
  /** Longitude and latitude of a point on the largest part. */
  readonly label: readonly [number, number];
}

const PLACES = { precision: DEGREE_PLACES, coordinates: 2 };

/** The shapes in their order. */
export const finishShapes = (shapes: readonly ShapeRecord[]): FinishedShape[] =>
  shapes.map((shape) => {
    const geometry = finishGeometry(shape.geometry);
    const label = truncate(labelOf(largestPart(forTurf(geometry))), PLACES).geometry.coordinates;
    return { ...shape, geometry, box: boxOf([geometry])!, label: label as [number, number] };
  });

/** West, south, east, north of all geometries; null for none. */
export function boxOf(geometries: readonly ShapeGeometry[]): Box | null {
  if (geometries.length === 0) return null;
  return bbox({ type: 'GeometryCollection', geometries: geometries.map(forTurf) }) as unknown as Box;
}

/** A geometry cut and wound. Lines keep their direction: Turf would turn those round that run counter-clockwise. */
export function finishGeometry(geometry: ShapeGeometry): ShapeGeometry {
  const cut = truncate(forTurf(geometry), PLACES);
  return (cut.type === 'LineString' ? cut : rewind(cut)) as unknown as ShapeGeometry;
}

/** The middle of its positions where that is inside, else a point that is on it. */
function labelOf(part: Geometry): Feature<Point> {
  if (part.type === 'Polygon') {
    const middle = centroid(part);
    if (booleanPointInPolygon(middle, part, { ignoreBoundary: true })) return middle;
  }
  return pointOnFeature(part);
}

/** The part of most land; a line has one. */
function largestPart(geometry: Geometry): Geometry {
  if (geometry.type !== 'MultiPolygon') return geometry;
  const parts = geometry.coordinates.map((coordinates: Position[][]): Polygon => ({
    type: 'Polygon',
    coordinates,
  }));
  return parts.reduce((largest, part) => (area(part) > area(largest) ? part : largest));
}

/** The same, as Turf types it: its arrays may be written to, which none of these functions does. */
const forTurf = (geometry: ShapeGeometry): Geometry => geometry as unknown as Geometry;
