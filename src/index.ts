/**
 * The library: a request in, a result out, written in any format; and a low door to the parts below.
 *
 *     const inputs = new Inputs(memoryFiles({ 'icb.geojson': icbs, 'ltla.geojson': councils }));
 *     const request = { command: 'overlap', layers: [{ path: 'icb.geojson' }, { path: 'ltla.geojson' }] };
 *     const result = await run(request, inputs);
 *     const csv = await write(result, 'csv');
 *
 * Nothing here touches a disk or a terminal, so all of it works in Node, in a worker and in a browser; in Node
 * `coterminous/node` lends files from disk.
 */
export { InputError, type InputTrouble, type Offer } from './trouble/input-error.js';

export { run } from './run/run.js';
export type { RunWishes } from './run/measure-report.js';
export { runReports } from './run/run-reports.js';
export type {
  AlignRequest,
  CheckRequest,
  CommonWishes,
  CompareRequest,
  CountsSource,
  CoverageRequest,
  DeriveRequest,
  AtomsRequest,
  DifferencingRequest,
  DisclosureRule,
  EnglandSource,
  FileSource,
  GroupSource,
  LayerSource,
  LookupSource,
  LookupTableSource,
  OverlapRequest,
  PartnersRequest,
  RenderRequest,
  ReportRequest,
  ReportsRequest,
  Request,
  ScenarioRequest,
  ScenarioSource,
  SuggestRequest,
  TableSource,
} from './run/request.js';
export { openWhatIf, type WhatIfRequest } from './run/open-what-if.js';
export { openDrawing } from './run/draw-neighbourhoods.js';
export type { DrawRequest } from './run/drawn-figures.js';
export type {
  HeldAgainst,
  WorkFigures,
  WorkLayer,
  WorkLayout,
  WorkTarget,
  WorkView,
  Workbench,
} from './run/workbench.js';
export type { ChoiceFacts, ChosenPiece } from './measures/what-if/choice.js';
export type { MapRecord } from './result/map-record.js';
export { requestOfConfig } from './run/config/config-reports.js';
export type { Schema } from './run/json-schema.js';
export { checkRequest } from './run/check-request.js';
export { commandLine } from './run/typed/command-line.js';
export { parseLayer } from './run/layer-source.js';
export { takeEngland, takeFiles, type TakenFile } from './run/found/take-files.js';
export type { FileChange, FileRole, FileSetting, FoundLayer, FoundPeople } from './run/found/found-file.js';
export { Inputs, type ExpectedInput } from './run/inputs.js';
export type { InputRole } from './run/input-role.js';
export type { ByteStream, Files, Hasher } from './run/files.js';
export type { Conversion, Converter } from './read/formats/converter.js';
export { memoryFiles, type MemoryFile } from './run/memory-files.js';

export type { InputRecord, Result, ResultDocument } from './result/result.js';
export type { InputReading } from './result/input-reading.js';
export type { Cell, Column, Table } from './result/table.js';
export { parseResult } from './result/parse-result.js';
export { combineResults, type NamedResult } from './result/combine-results.js';
export { write, type WriteOptions } from './report/write.js';

export { readBoundaryFile } from './read/formats/formats.js';
export { createGeoJsonReader, readGeoJson } from './read/geojson/geojson-reader.js';
export { makeLayer } from './read/make-layer.js';
export { bringTogether } from './read/common-system.js';
export { readCsv } from './read/table/csv.js';
export { readPeople } from './read/table/read-people.js';
export { readLookup } from './layer/read-lookup.js';
export type { FeatureTable } from './layer/feature-table.js';
export type { Land, Layer } from './layer/layer.js';
export type { Membership } from './layer/membership.js';
export type { Measure } from './layer/people.js';
export type { Shapes } from './layer/shapes.js';
export type { Finding } from './trouble/finding.js';
export type { Note } from './trouble/note.js';
export { sayNotes } from './trouble/say-notes.js';
export { buildArrangement, type Arrangement } from './arrangement/arrangement.js';
export { geographicLattice, planarLattice } from './arrangement/lattice.js';
export type { Crossing } from './measures/crossing/crossing.js';
export { crossLayers } from './measures/crossing/cross-layers.js';
