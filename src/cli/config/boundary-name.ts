/**
 * Which files are boundaries, by their names alone.
 */

const BOUNDARIES = /\.(geojson|json|topojson|shp|gpkg|fgb|parquet|geoparquet|kml|kmz|zip)(\.gz)?$/i;

/** Whether a file's name is that of boundaries. */
export const isBoundaryName = (name: string): boolean => BOUNDARIES.test(name);
