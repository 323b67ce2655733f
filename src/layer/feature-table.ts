/**
 * What a format reader hands on: the features of one layer of one file, before anyone decided what they mean.
 *
 * Every format (GeoJSON, Shapefile, TopoJSON, …) becomes this. A plain table (CSV, XLSX, a lookup exported as
 * GeoJSON with null geometries) is a FeatureTable whose features have no polygons and no points.
 */
import type { Shapes } from './shapes.js';

/** A property value; nested values are kept as JSON text. */
export type PropertyValue = string | number | boolean | null;
export type Properties = Readonly<Record<string, PropertyValue>>;

export interface FeatureTable {
  /** One record a feature, in file order. */
  readonly properties: readonly Properties[];
  /** The feature's own id member, or null. */
  readonly ids: readonly (string | number | null)[];
  /** Polygons of every feature; same number of features as `properties`. */
  readonly shapes: Shapes;
  /** Points of every feature (Point and MultiPoint): x, y after one another. */
  readonly points: Float64Array;
  /** Feature f holds points pointStart[f] to pointStart[f + 1] - 1. */
  readonly pointStart: Uint32Array;
  /** The coordinate system as the file states it (a name, proj4 or WKT text), or null. */
  readonly statedSystem: string | null;
  /**
   * Where the server says that it stopped at its limit: the features that are here, and how many there would be (null
   * where it does not say). Absent in a whole file.
   */
  readonly truncated?: { readonly features: number; readonly of: number | null };
  /** Things set right or passed over while reading. */
  readonly notes: readonly ReadingNote[];
}

/** Something the reader set right or passed over; becomes a finding once the layer's id is known. */
export interface ReadingNote {
  /** Short name: `closed-ring`, `short-ring`, `null-geometry`, `line-geometry`, `extra-dimension` … */
  readonly note: string;
  /** Feature index, or -1 for the whole file. */
  readonly feature: number;
  /** How often. */
  readonly count: number;
  /** x, y of the first place, or null. */
  readonly position: readonly [number, number] | null;
}
