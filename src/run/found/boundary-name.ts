/**
 * Whether a file's name is that of boundaries.
 */
const BOUNDARIES = /\.(geojson|json|topojson|shp|gpkg|fgb|parquet|geoparquet|kml|kmz|zip)(\.gz)?$/i;

/** By its ending, packed or not. */
export const isBoundaryName = (name: string): boolean => BOUNDARIES.test(name);
