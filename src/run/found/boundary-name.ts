/**
 * Whether a file's name is that of boundaries.
 */
const BOUNDARIES =
  /\.(geojson|geojsonl|geojsons|geojsonseq|ndjson|ndgeojson|json|esrijson|topojson|shp|gpkg|fgb|parquet|geoparquet|kml|kmz|gml|tab|mif|gdb|zip)(\.gz)?$/i;

/** By its ending, packed or not. */
export const isBoundaryName = (name: string): boolean => BOUNDARIES.test(name);
