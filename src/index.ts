/**
 * The library: layers from bytes, layers crossed, reports, writers. Nothing here touches files or the terminal.
 */
export { InputError, type InputTrouble } from './trouble/input-error.js';
export type { Finding } from './trouble/finding.js';
export type { FeatureTable } from './layer/feature-table.js';
export type { Land, Layer } from './layer/layer.js';
export type { Membership } from './layer/membership.js';
export type { Measure } from './layer/people.js';
export type { Shapes } from './layer/shapes.js';
export { createGeoJsonReader, readGeoJson } from './read/geojson/geojson-reader.js';
export { readBoundaryFile } from './read/formats/formats.js';
export { makeLayer } from './read/make-layer.js';
export { bringTogether } from './read/common-system.js';
export { readCsv } from './read/table/csv.js';
export { readPeople } from './read/table/read-people.js';
export { readLookup } from './layer/read-lookup.js';
export { buildArrangement, type Arrangement } from './arrangement/arrangement.js';
export { geographicLattice, planarLattice } from './arrangement/lattice.js';
export { crossLayers, type Crossing } from './measures/crossing/cross-layers.js';
export { overlap, type OverlapRequest } from './measures/overlap/overlap.js';
export { type Report } from './measures/report.js';
export type { Result } from './result/result.js';
export type { Table } from './result/table.js';
export { parseResult } from './result/parse-result.js';
export { WRITERS, writerFor } from './report/writers.js';
