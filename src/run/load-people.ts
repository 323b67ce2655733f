/**
 * `--people` and `--blocks`: who is counted, and where the small areas are that carry the counts.
 */
import type { Blocks } from '../layer/blocks.js';
import { core20Measure } from '../layer/core20.js';
import type { FeatureTable } from '../layer/feature-table.js';
import type { CoordinateSystem } from '../layer/coordinate-system.js';
import type { Layer } from '../layer/layer.js';
import { sourceName, type Measure } from '../layer/people.js';
import type { Table } from '../layer/table.js';
import type { MeasureRequest } from '../measures/people/measure-request.js';
import { makeLayer } from '../read/make-layer.js';
import { knownSystemOf } from '../read/systems/recognise-system.js';
import { holdsDeprivation, readDeprivation } from '../read/table/deprivation.js';
import { readPoints, recognisePoints } from '../read/table/points.js';
import { readPeople } from '../read/table/read-people.js';
import { recogniseCode } from '../read/table/recognise-columns.js';
import { InputError } from '../trouble/input-error.js';
import { inRole, makeNote } from '../trouble/note.js';
import { shownName, shownPath } from './files.js';
import type { Inputs } from './inputs.js';
import { takeTable, type ReadTable } from './read-table.js';
import type { CountsSource } from './request.js';

/** Points as read, still in the system of their file. */
export interface RawPoints {
  readonly codes: readonly string[];
  readonly positions: Float64Array;
  readonly system: CoordinateSystem;
  readonly method: string;
  readonly source: string;
}

/** Where blocks are, before layers and points are brought into one system. */
export type RawBlocks =
  | { readonly form: 'polygons'; readonly layer: Layer }
  | { readonly form: 'points'; readonly points: RawPoints };

export interface LoadedPeople {
  readonly measures: readonly { readonly measure: Measure; readonly own: RawBlocks | null }[];
  readonly blocks: RawBlocks | null;
  readonly notes: Measure['notes'];
}

/** Loads all measures and the blocks. */
export async function loadPeople(
  inputs: Inputs,
  people: readonly CountsSource[],
  blocksGiven: CountsSource | undefined,
  progress: (text: string) => void,
): Promise<LoadedPeople> {
  const blocks = blocksGiven === undefined ? null : await loadBlocks(inputs, blocksGiven, progress);
  const measures: { measure: Measure; own: RawBlocks | null }[] = [];
  const names = new Set<string>();
  for (const source of people) {
    const name = source.name ?? 'people';
    if (names.has(name)) throw sameMeasure(name);
    names.add(name);
    progress(`reading ${shownName(source.path)}`);
    const read = await takeTable(inputs, source, 'people', name);
    measures.push(makeRequest(inputs, read, source, name, measures[0]?.measure ?? null, blocks));
  }
  return {
    measures,
    blocks,
    notes: inRole(
      'people',
      measures.flatMap(({ measure }) => measure.notes),
    ),
  };
}

function makeRequest(
  inputs: Inputs,
  { table, features }: ReadTable,
  source: CountsSource,
  name: string,
  residents: Measure | null,
  blocks: RawBlocks | null,
): { measure: Measure; own: RawBlocks | null } {
  const column = source.column ?? null;
  if (column === null && holdsDeprivation(table) && residents !== null) {
    return { measure: core20Measure(residents, readDeprivation(table), name), own: null };
  }
  if (blocks === null) {
    if (features !== null && features.shapes.polygonStart.length > 1) {
      const layer = polygonBlocks(inputs, features, source.path);
      return {
        measure: readPeople(table, { name, column }),
        own: { form: 'polygons', layer },
      };
    }
    if (recognisePoints(table) !== null) return pointMeasure(table, name, column);
  }
  return { measure: readPeople(table, { name, column }), own: null };
}

/** People at points: a number for each row, or one for each row where no column of people is there. */
function pointMeasure(
  table: Table,
  name: string,
  column: string | null,
): { measure: Measure; own: RawBlocks } {
  const points = readRawPoints(table, 'point in area');
  const values = column === null ? null : table.numbers(columnAt(table, column)).values;
  const measure: Measure = {
    name,
    basis: values === null ? `rows of ${sourceName(table)}` : `${column} in ${sourceName(table)}`,
    blocks: points.codes,
    values: values ?? new Float64Array(table.rowCount).fill(1),
    blockCounts: null,
    blocksWithoutNumber: [],
    isPublic: false,
    total: values === null ? table.rowCount : values.reduce((sum, value) => sum + (value || 0), 0),
    notes: [
      makeNote('points-counted', null, {
        words: { measure: name, ...(column === null ? {} : { column }) },
      }),
    ],
  };
  return { measure, own: { form: 'points', points } };
}

function columnAt(table: Table, column: string): number {
  const at = table.headings.indexOf(column);
  if (at >= 0) return at;
  throw new InputError({
    id: 'no-such-column',
    file: table.fileName,
    message: `it has no column '${column}'; its columns are ${table.headings.join(', ')}`,
    hint: 'Name one of these after the file, as FILE:COLUMN',
  });
}

function readRawPoints(table: Table, method: string): RawPoints {
  const columns = recognisePoints(table);
  if (columns === null) throw noPoints(table);
  const points = readPoints(table, columns);
  const code = recogniseCodeOrRow(table);
  return {
    codes: code,
    positions: points.points,
    system: knownSystemOf(points.system),
    method,
    source: sourceName(table),
  };
}

/** Codes of the rows, or their numbers where the table has no codes. */
function recogniseCodeOrRow(table: Table): string[] {
  let column = -1;
  try {
    column = recogniseCode(table);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return Array.from({ length: table.rowCount }, (_, row) =>
    column < 0 ? `row ${row + 1}` : table.text(column, row),
  );
}

async function loadBlocks(
  inputs: Inputs,
  source: CountsSource,
  progress: (text: string) => void,
): Promise<RawBlocks> {
  progress(`reading ${shownName(source.path)}`);
  const read = await takeTable(inputs, source, 'blocks', 'blocks');
  const { features } = read;
  if (features !== null && features.shapes.polygonStart.length > 1) {
    const layer = polygonBlocks(inputs, features, source.path);
    return { form: 'polygons', layer: inputs.onceOf(layer, 'id blocks', () => ({ ...layer, id: 'blocks' })) };
  }
  return { form: 'points', points: sortedPoints(read, shownPath(source.path)) };
}

/** Polygons that carry people, made into a layer once. */
const polygonBlocks = (inputs: Inputs, features: FeatureTable, path: string): Layer =>
  inputs.onceOf(features, `blocks ${path}`, () =>
    makeLayer(features, shownPath(path), () => ({ allowTruncated: inputs.allowTruncated })),
  );

/** Points of blocks in order of their codes, which must be distinct. */
function sortedPoints({ table, features }: ReadTable, path: string): RawPoints {
  const raw =
    features !== null && features.points.length > 0
      ? pointsOfFeatures(table, features, path)
      : readRawPoints(table, 'best fit (population-weighted centroid)');
  const order = raw.codes
    .map((_, i) => i)
    .sort((i, j) => (raw.codes[i]! < raw.codes[j]! ? -1 : raw.codes[i]! > raw.codes[j]! ? 1 : i - j));
  const codes = order.map((i) => raw.codes[i]!);
  const twice = codes.find((code, i) => i > 0 && codes[i - 1] === code);
  if (twice !== undefined) {
    throw new InputError({
      id: 'block-twice',
      file: path,
      unit: twice,
      message: 'the block has two points',
      hint: 'Leave one point for each block',
    });
  }
  return {
    ...raw,
    codes,
    positions: Float64Array.from(order.flatMap((i) => [raw.positions[2 * i]!, raw.positions[2 * i + 1]!])),
  };
}

function pointsOfFeatures(table: Table, features: FeatureTable, path: string): RawPoints {
  const code = recogniseCode(table);
  const positions = new Float64Array(table.rowCount * 2).fill(NaN);
  for (let f = 0; f < table.rowCount; f++) {
    const at = features.pointStart[f]!;
    if (at === features.pointStart[f + 1]) continue;
    positions[2 * f] = features.points[2 * at]!;
    positions[2 * f + 1] = features.points[2 * at + 1]!;
  }
  return {
    codes: Array.from({ length: table.rowCount }, (_, row) => table.text(code, row)),
    positions,
    system: knownSystemOf(features.statedSystem, features.points, path),
    method: 'best fit (population-weighted centroid)',
    source: sourceName(table),
  };
}

/** Which blocks each measure is on: its own, those given, or none (by lookup). */
export function measureRequests(
  loaded: LoadedPeople,
  place: (blocks: RawBlocks) => Blocks,
): MeasureRequest[] {
  const given = loaded.blocks === null ? null : place(loaded.blocks);
  return loaded.measures.map(({ measure, own }) => ({ measure, blocks: own === null ? given : place(own) }));
}

const noPoints = (table: Table): InputError =>
  new InputError({
    id: 'no-coordinates',
    file: table.fileName,
    message: 'no columns of coordinates were recognised',
    hint: 'Call them longitude and latitude, or easting and northing; polygons can be given as a boundary file',
  });

const sameMeasure = (name: string): InputError =>
  new InputError({
    id: 'same-measure',
    message: `two measures would both be called '${name}'`,
    hint: 'Give each a name of its own, e.g. --people residents=FILE --people registered=FILE',
  });
