/**
 * Services and times: points with a type, and minutes from blocks to them.
 */
import { columnNamed, columnWithKey, headingKey, headingList, type Table } from '../layer/table.js';
import { sourceName } from '../layer/people.js';
import { respelledNote } from '../layer/match-blocks.js';
import { allowing, goOn, perCent, USUAL_UNMATCHED } from '../layer/partners-of-people.js';
import { respellings } from '../layer/spelling.js';
import { tidyCode, tidyColumn } from '../layer/tidy-codes.js';
import { firstThree, wholeText } from '../trouble/count-text.js';
import { countNotes, readCounts } from '../layer/read-counts.js';
import type { Minutes, Services, ServicesRequest } from '../measures/coverage/services.js';
import { bringPoints } from '../read/common-system.js';
import { placePoints } from '../read/place-points.js';
import { loadProjection, projection } from '../read/systems/projection.js';
import { knownSystemOf } from '../read/systems/recognise-system.js';
import { longitudeLatitude } from '../read/systems/known-systems.js';
import { pointsTaken, recognisePoints, type PointColumns } from '../read/table/points.js';
import { InputError } from '../trouble/input-error.js';
import { inRole, makeNote, type Note } from '../trouble/note.js';
import { recordReading } from '../trouble/reading-record.js';
import { columnTaken, rowsRead } from '../layer/columns-taken.js';
import { shownName, shownPath } from './files.js';
import type { Inputs } from './inputs.js';
import type { Ground } from './load-ground.js';
import { takeTable, type ReadTable } from './read-table.js';
import type { CountsSource, TableSource } from './request.js';

export interface LoadedServices {
  readonly request: ServicesRequest;
  readonly notes: Table['notes'];
}

const TYPES = ['type', 'service_type', 'kind', 'category'];
const CODES = ['service_code', 'site_code', 'code', 'site', 'service', 'practice_code', 'id'];

/** Loads services and, where given, minutes. Throws InputError for a table without coordinates. */
export async function loadServices(
  inputs: Inputs,
  source: CountsSource,
  times: TableSource | undefined,
  ground: Ground,
  allowUnmatched: number | undefined,
  progress: (text: string) => void,
): Promise<LoadedServices> {
  const path = shownPath(source.path);
  progress(`reading ${shownName(source.path)}`);
  const loaded = await takeTable(inputs, source, 'services', 'services');
  const { table } = loaded;
  const column = source.column ?? null;
  const type = column === null ? columnWithKey(table, TYPES) : columnNamed(table, column);
  const code = columnWithKey(table, CODES);
  const notes = [...table.notes];
  if (type < 0) notes.push(makeNote('services-of-one-type', path));
  const { positions, coordinates } = await positionsOf(loaded, path, ground);
  const missing = positions.reduce(
    (count, value, i) => count + (i % 2 === 0 && Number.isNaN(value) ? 1 : 0),
    0,
  );
  if (missing > 0)
    notes.push(makeNote('services-without-coordinates', path, { counts: { services: missing } }));
  const services: Services = {
    codes: Array.from({ length: table.rowCount }, (_, row) =>
      code < 0 ? `row ${row + 1}` : tidyCode(table.text(code, row)),
    ),
    types: Array.from({ length: table.rowCount }, (_, row) =>
      type < 0 ? 'service' : table.text(type, row) || 'no type given',
    ),
    positions,
    source: sourceName(table),
  };
  loaded.line.reading = recordReading({
    of: loaded.features === null ? 'row' : 'feature',
    fields: [
      ...columnTaken(table, 'type', type, column === null ? 'heading' : 'named'),
      ...(coordinates === null ? [] : pointsTaken(table, coordinates)),
      ...columnTaken(table, 'code', code, 'heading'),
    ],
    read: rowsRead(table),
    counted: table.rowCount - missing,
    notes,
    makes: { count: table.rowCount - missing, one: 'service', many: 'services' },
  });
  const minutes =
    times === undefined
      ? null
      : await loadMinutes(inputs, times, { services, ground, allowUnmatched }, notes, progress);
  return { request: { services, minutes }, notes: inRole('services', notes) };
}

/** Positions of all rows in the system of the run, and the columns they come from. */
async function positionsOf(
  { table, features }: ReadTable,
  path: string,
  ground: Ground,
): Promise<{ readonly positions: Float64Array; readonly coordinates: PointColumns | null }> {
  const fromFeatures = features !== null && features.points.length > 0;
  const columns = fromFeatures ? null : recognisePoints(table);
  if (!fromFeatures && columns === null) {
    throw new InputError({
      id: 'no-coordinates',
      file: path,
      message: 'no columns of coordinates were recognised',
      hint: `Call them longitude and latitude, or easting and northing; the columns are ${headingList(table)}`,
    });
  }
  const read = fromFeatures ? null : await placePoints(table, columns!);
  const raw = read === null ? pointsOfFeatures(features!) : read.points;
  const stated = read === null ? features!.statedSystem : read.system;
  const system = knownSystemOf(stated, raw, path);
  if (!ground.planar) {
    if (system.id !== longitudeLatitude) await loadProjection();
    return { positions: bringPoints(raw, system, false), coordinates: columns };
  }
  if (system.isBritishNationalGrid) return { positions: raw, coordinates: columns };
  await loadProjection();
  const land = ground.layers.find((layer) => layer.land !== null)!.land!;
  const converter = projection()(longitudeLatitude, land.system.definition);
  const degrees = bringPoints(raw, system, false);
  const metres = new Float64Array(raw.length).fill(NaN);
  for (let i = 0; i < raw.length; i += 2) {
    if (Number.isNaN(degrees[i]!)) continue;
    const placed = converter.forward({ x: degrees[i]!, y: degrees[i + 1]! });
    metres[i] = placed.x;
    metres[i + 1] = placed.y;
  }
  return { positions: metres, coordinates: columns };
}

/** The first point of each feature. */
function pointsOfFeatures({
  points,
  pointStart,
  properties,
}: NonNullable<ReadTable['features']>): Float64Array {
  return Float64Array.from({ length: 2 * properties.length }, (_, i) => {
    const feature = i >> 1;
    const at = pointStart[feature]!;
    return at === pointStart[feature + 1] ? NaN : points[2 * at + (i & 1)]!;
  });
}

/**
 * A table of blocks, sites and minutes; rows of unknown sites are counted. Throws InputError where no service, or too few
 * blocks with people, have minutes.
 */
async function loadMinutes(
  inputs: Inputs,
  source: TableSource,
  { services, ground, allowUnmatched = USUAL_UNMATCHED }: MinutesFor,
  notes: Note[],
  progress: (text: string) => void,
): Promise<Minutes> {
  const path = shownPath(source.path);
  progress(`reading ${shownName(source.path)}`);
  const { table, line } = await takeTable(inputs, source, 'times', 'times');
  const [block, site, minutes] = timeColumns(table);
  const numbers = readCounts(table, minutes, 'minutes', block);
  const own: Note[] = [...countNotes(table, minutes, numbers)];
  const blocks = [...new Set(ground.measures.flatMap(({ measure }) => measure.blocks))];
  const [sites, froms] = [tidyColumn(table, site), tidyColumn(table, block)];
  const siteOf = respellings(sites.values, new Set(services.codes));
  const blockOf = respellings(froms.values, new Set(blocks));
  const known = new Set(services.codes);
  const ofBlock = new Map<string, Map<string, number>>();
  const reached = new Set<string>();
  let [unknown, blank, repeated, taken] = [0, 0, 0, 0];
  for (let row = 0; row < table.rowCount; row++) {
    const site = sites.values[sites.index[row]!]!;
    const code = siteOf.get(site) ?? site;
    const start = froms.values[froms.index[row]!]!;
    const from = blockOf.get(start) ?? start;
    reached.add(from);
    if (!known.has(code)) {
      unknown++;
      continue;
    }
    reached.add(code);
    if (Number.isNaN(numbers.values[row]!)) {
      blank++;
      continue;
    }
    const times = ofBlock.get(from) ?? new Map<string, number>();
    if (times.has(code)) repeated++;
    else taken++;
    times.set(code, Math.min(numbers.values[row]!, times.get(code) ?? Infinity));
    ofBlock.set(from, times);
  }
  // Minutes to services of one type alone are enough, to none of them are not.
  if (services.codes.every((code) => !reached.has(code)) && allowUnmatched < 100)
    throw without(services.codes, services.codes, 'services', path);
  const far = blocks.filter((code) => !reached.has(code));
  if (100 * far.length > allowUnmatched * blocks.length)
    throw without(far, blocks, 'blocks with people', path);
  for (const [spelled, what] of [
    [siteOf, services.source],
    [blockOf, 'the blocks'],
  ] as const)
    if (spelled.size > 0) own.push(respelledNote(spelled, sourceName(table), what));
  const note = (id: Note['id'], counts: Note['counts']): number =>
    own.push(makeNote(id, path, { counts, words: { column: table.headings[minutes]! } }));
  if (unknown > 0) note('minutes-of-other-sites', { rows: unknown });
  if (blank > 0) note('rows-without-number', { rows: blank });
  if (repeated > 0) note('minutes-repeated', { rows: repeated });
  note('minutes-read', { blocks: ofBlock.size });
  notes.push(...inRole('times', own));
  line.reading = recordReading({
    fields: [
      ...columnTaken(table, 'minutes', minutes, 'heading'),
      ...columnTaken(table, 'code', block, 'heading'),
      ...columnTaken(table, 'site', site, 'heading'),
    ],
    read: rowsRead(table),
    counted: taken,
    notes: [...table.notes, ...own],
    makes: { count: ofBlock.size, one: 'block', many: 'blocks' },
  });
  return { ofBlock, source: sourceName(table) };
}

/** What minutes are read for. */
interface MinutesFor {
  readonly services: Services;
  readonly ground: Ground;
  readonly allowUnmatched: number | undefined;
}

function without(
  missing: readonly string[],
  codes: readonly string[],
  what: string,
  file: string,
): InputError {
  const share = (100 * missing.length) / codes.length;
  return new InputError({
    id: 'minutes-unmatched',
    file,
    message: `${wholeText(missing.length)} of ${wholeText(codes.length)} ${what} (${perCent(share)} %) are not in the table of minutes: ${firstThree(missing)}`,
    hint: `The codes may be of another kind or year, or the table is of a smaller area. Give tables that belong together, or ${goOn(share)} without these`,
    offers: [allowing(share)],
  });
}

function timeColumns(table: Table): [number, number, number] {
  const block = table.headings.findIndex((heading) =>
    /^(lsoa|oa|msoa|block|postcode|from)(_?(20)?\d\d)?_?(code|cd|id)?$/.test(headingKey(heading)),
  );
  const site = columnWithKey(table, [...CODES, 'to', 'to_id', 'destination']);
  const minutes = columnWithKey(table, [
    'minutes',
    'time',
    'travel_time',
    'mins',
    'travel_minutes',
    'duration',
  ]);
  if (block >= 0 && site >= 0 && minutes >= 0) return [block, site, minutes];
  throw new InputError({
    id: 'times-columns',
    file: table.fileName,
    message: 'no columns of blocks, sites and minutes were recognised',
    hint: `Call them block_code (or LSOA21CD), site_code and minutes; the columns are ${headingList(table)}`,
  });
}
