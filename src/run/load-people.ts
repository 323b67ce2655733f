/**
 * `--people` and `--blocks`: who is counted, and where the small areas are that carry the counts.
 */
import type { Blocks } from '../layer/blocks.js';
import { blocksCounted, rowsRead } from '../layer/columns-taken.js';
import { core20Measure } from '../layer/core20.js';
import type { FeatureTable } from '../layer/feature-table.js';
import type { Layer } from '../layer/layer.js';
import { sourceName, type Measure } from '../layer/people.js';
import type { Table } from '../layer/table.js';
import type { MeasureRequest } from '../measures/people/measure-request.js';
import { makeLayer } from '../read/make-layer.js';
import { knownSystemOf } from '../read/systems/recognise-system.js';
import { holdsDeprivation, readDeprivation } from '../read/table/deprivation.js';
import { recognisePoints } from '../read/table/points.js';
import { readPeople } from '../read/table/read-people.js';
import { codeColumn, knownCodes, type KnownCodes } from '../read/table/code-column.js';
import { tidyCode } from '../layer/tidy-codes.js';
import { InputError } from '../trouble/input-error.js';
import { inRole, makeNote } from '../trouble/note.js';
import { recordReading } from '../trouble/reading-record.js';
import { shownName, shownPath } from './files.js';
import type { Inputs, LedgerLine } from './inputs.js';
import { placeOfLayer } from './keep-layer.js';
import { peopleAtPoints, readRawPoints, type RawPoints } from './people-at-points.js';
import { noteRead, takeTable, type ReadTable } from './read-table.js';
import { passingPeople, type PassingPeople } from './passing-people.js';
import type { CountsSource } from './request.js';

/** Where blocks are, before layers and points are brought into one system. */
export type RawBlocks =
  | { readonly form: 'polygons'; readonly layer: Layer }
  | { readonly form: 'points'; readonly points: RawPoints };

/** Where the blocks of a measure are of its own: they may go by, to be counted on the sheet of all layers. */
export type OwnBlocks = RawBlocks | { readonly form: 'passing'; readonly passing: PassingPeople };

/** A measure as read, with blocks of its own where its table has them. */
interface ReadMeasure {
  readonly measure: Measure;
  readonly own: OwnBlocks | null;
}

export interface LoadedPeople {
  readonly measures: readonly (ReadMeasure & { readonly line: LedgerLine })[];
  readonly blocks: RawBlocks | null;
  readonly notes: Measure['notes'];
}

/**
 * Loads all measures and the blocks; `members` are codes of blocks that are known already. Where they `mayPass`, people
 * at points in a large file are left to go by again.
 */
export async function loadPeople(
  inputs: Inputs,
  people: readonly CountsSource[],
  blocksGiven: CountsSource | undefined,
  members: readonly string[],
  progress: (text: string) => void,
  mayPass = false,
): Promise<LoadedPeople> {
  const ofMembers = knownCodes(members);
  const blocks =
    blocksGiven === undefined ? null : await loadBlocks(inputs, blocksGiven, ofMembers, progress);
  const known = blocks === null ? ofMembers : knownCodes(codesOf(blocks));
  const measures: LoadedPeople['measures'][number][] = [];
  const names = new Set<string>();
  for (const source of people) {
    const name = source.name ?? 'people';
    if (names.has(name)) throw sameMeasure(name);
    names.add(name);
    progress(`reading ${shownName(source.path)}`);
    const passing = mayPass && blocks === null ? await passingPeople(inputs, source, name) : null;
    if (passing !== null) {
      const { measure, line } = passing;
      line.reading = measure.reading;
      measures.push({ measure, own: { form: 'passing', passing }, line });
      continue;
    }
    const read = await takeTable(inputs, source, 'people', name);
    const residents = measures[0]?.measure ?? null;
    const made = await makeRequest(inputs, read, { source, name, known }, residents, blocks);
    read.line.reading = made.measure.reading;
    measures.push({ ...made, line: read.line });
  }
  return {
    measures,
    blocks,
    notes: [
      ...inRole(
        'people',
        measures.flatMap(({ measure }) => measure.notes),
      ),
      ...inRole('blocks', blocks?.form === 'points' ? blocks.points.notes : []),
    ],
  };
}

async function makeRequest(
  inputs: Inputs,
  { table, features }: ReadTable,
  { source, name, known }: { source: CountsSource; name: string; known: KnownCodes },
  residents: Measure | null,
  blocks: RawBlocks | null,
): Promise<ReadMeasure> {
  const column = source.column ?? null;
  if (column === null && holdsDeprivation(table) && residents !== null) {
    return {
      measure: core20Measure(residents, readDeprivation(table, null, knownCodes(residents.blocks)), name),
      own: null,
    };
  }
  if (blocks === null) {
    if (features !== null && features.shapes.polygonStart.length > 1) {
      const layer = polygonBlocks(inputs, features, { path: source.path });
      return {
        measure: readPeople(table, { name, column, known: knownCodes(layer.codes) }),
        own: { form: 'polygons', layer },
      };
    }
    if (recognisePoints(table) !== null) {
      const { measure, points } = await peopleAtPoints(table, name, column);
      return { measure, own: { form: 'points', points } };
    }
  }
  return { measure: readPeople(table, { name, column, known }), own: null };
}

async function loadBlocks(
  inputs: Inputs,
  source: CountsSource,
  known: KnownCodes,
  progress: (text: string) => void,
): Promise<RawBlocks> {
  progress(`reading ${shownName(source.path)}`);
  const polygons = (layer: Layer, line: LedgerLine): RawBlocks => {
    line.reading = layer.reading && { ...layer.reading, makes: blocksCounted(layer.codes) };
    return { form: 'polygons', layer: inputs.onceOf(layer, 'id blocks', () => ({ ...layer, id: 'blocks' })) };
  };
  const place = await placeOfLayer(inputs, source, 'blocks', [
    'blocks',
    source.column ?? null,
    inputs.allowTruncated,
  ]);
  if (place.found !== null)
    return polygons(place.found.layer, noteRead(inputs, source, 'blocks', 'blocks', place.found));
  const read = await takeTable(inputs, source, 'blocks', 'blocks');
  const { features, line } = read;
  if (features !== null && features.shapes.polygonStart.length > 1) {
    const layer = polygonBlocks(inputs, features, source);
    place.keep(layer, { format: read.format, sidecars: read.sidecars ?? [] });
    return polygons(layer, line);
  }
  const points = await sortedPoints(read, shownPath(source.path), known);
  line.reading = points.reading;
  return { form: 'points', points };
}

/** Polygons that carry people, made into a layer once; a column is that of their codes. */
const polygonBlocks = (
  inputs: Inputs,
  features: FeatureTable,
  { path, column }: Pick<CountsSource, 'path' | 'column'>,
): Layer =>
  inputs.onceOf(features, `blocks ${path} ${column ?? ''}`, () =>
    makeLayer(features, shownPath(path), () => ({
      allowTruncated: inputs.allowTruncated,
      ...(column === undefined ? {} : { code: column }),
    })),
  );

/** Points of blocks in order of their codes, which must be distinct. */
async function sortedPoints(
  { table, features }: ReadTable,
  path: string,
  known: KnownCodes,
): Promise<RawPoints> {
  const raw =
    features !== null && features.points.length > 0
      ? pointsOfFeatures(table, features, path, known)
      : await readRawPoints(table, 'best fit (population-weighted centroid)', known);
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
    positions: Float64Array.from(
      { length: 2 * order.length },
      (_, at) => raw.positions[2 * order[at >> 1]! + (at & 1)]!,
    ),
  };
}

function pointsOfFeatures(table: Table, features: FeatureTable, path: string, known: KnownCodes): RawPoints {
  const { column: code, fields } = codeColumn(table, known);
  const positions = new Float64Array(table.rowCount * 2).fill(NaN);
  let missing = 0;
  for (let f = 0; f < table.rowCount; f++) {
    const at = features.pointStart[f]!;
    if (at === features.pointStart[f + 1]) {
      missing++;
      continue;
    }
    positions[2 * f] = features.points[2 * at]!;
    positions[2 * f + 1] = features.points[2 * at + 1]!;
  }
  const lost = makeNote('points-without-coordinates', table.fileName, { counts: { rows: missing } });
  return {
    codes: Array.from({ length: table.rowCount }, (_, row) => tidyCode(table.text(code, row))),
    positions,
    system: knownSystemOf(features.statedSystem, features.points, path),
    method: 'best fit (population-weighted centroid)',
    source: sourceName(table),
    notes: [],
    reading: recordReading({
      of: 'feature',
      fields,
      read: rowsRead(table),
      counted: table.rowCount - missing,
      notes: [lost],
      makes: { count: table.rowCount, one: 'block', many: 'blocks' },
    }),
  };
}

/** Codes of the blocks. */
export const codesOf = (blocks: RawBlocks): readonly string[] =>
  blocks.form === 'polygons' ? blocks.layer.codes : blocks.points.codes;

/** Which blocks each measure is on: its own, those given, or none (by lookup); without those that are to go by again. */
export function measureRequests(
  loaded: LoadedPeople,
  place: (blocks: RawBlocks) => Blocks,
): (MeasureRequest | PassingPeople)[] {
  const given = loaded.blocks === null ? null : place(loaded.blocks);
  return loaded.measures.map(({ measure, own }) =>
    own?.form === 'passing' ? own.passing : { measure, blocks: own === null ? given : place(own) },
  );
}

const sameMeasure = (name: string): InputError =>
  new InputError({
    id: 'same-measure',
    message: `two measures would both be called '${name}'`,
    hint: 'Give each a name of its own, e.g. --people residents=FILE --people registered=FILE',
  });
