/**
 * The shape of a row, where a command draws any.
 */
import type { Cell } from './table.js';

/** A geometry in longitude and latitude, as GeoJSON (RFC 7946) has it: outer rings counter-clockwise. */
export type ShapeGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly [number, number])[])[] }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
    }
  | { readonly type: 'LineString'; readonly coordinates: readonly (readonly [number, number])[] };

/** The shape of one row of a table. */
export interface ShapeRecord {
  /** Name of the table. */
  readonly table: string;
  /** The cells of the row by heading. */
  readonly properties: Readonly<Record<string, Cell>>;
  readonly geometry: ShapeGeometry;
}
