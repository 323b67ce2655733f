/**
 * Tables with coordinates: practices, postcodes, patients, each row at its own point.
 */
import type { CoordinateSystem } from '../layer/coordinate-system.js';
import { peopleCounted, sourceName, type Measure } from '../layer/people.js';
import { countNotes, readCounts } from '../layer/read-counts.js';
import { columnNamed, type Table } from '../layer/table.js';
import { tidyCode } from '../layer/tidy-codes.js';
import { placePoints } from '../read/place-points.js';
import { knownSystemOf } from '../read/systems/recognise-system.js';
import { codeColumn, type CodeColumn, type KnownCodes } from '../read/table/code-column.js';
import { pointsTaken, recognisePoints } from '../read/table/points.js';
import { countedAs, recogniseCounts } from '../read/table/recognise-columns.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
import { recordReading, type ReadingRecord } from '../trouble/reading-record.js';
import { columnTaken, rowsRead } from '../layer/columns-taken.js';

/** Points as read, still in the system of their file. */
export interface RawPoints {
  readonly codes: readonly string[];
  /** x, y of each; NaN for a point without coordinates. */
  readonly positions: Float64Array;
  readonly system: CoordinateSystem;
  readonly method: string;
  readonly source: string;
  /** What was passed over or set right. */
  readonly notes: readonly Note[];
  /** How the table was read as points. */
  readonly reading: ReadingRecord;
}

/**
 * People at points: the number of each row, in the named column or one whose heading says people, or else one for each
 * row. Rows whose number is not known are left out and said. Throws InputError for text and for numbers below nought.
 */
export async function peopleAtPoints(
  table: Table,
  name: string,
  column: string | null,
): Promise<{ measure: Measure; points: RawPoints }> {
  const points = await readRawPoints(table, 'point in area');
  const at = column === null ? recogniseCounts(table) : columnNamed(table, column);
  if (at === null) {
    const values = new Float64Array(table.rowCount).fill(1);
    const note = makeNote('points-counted', null, { words: { measure: name } });
    const measure = measureAt(`rows of ${sourceName(table)}`, name, points.codes, values);
    const reading = { ...points.reading, total: peopleCounted(points.reading.counted, 'people') };
    return { measure: { ...measure, notes: [...points.notes, note], reading }, points };
  }
  const heading = table.headings[at]!;
  const numbers = readCounts(table, at, 'people', codesOfPoints(table).column);
  const known = Array.from(numbers.values.keys()).filter((row) => !Number.isNaN(numbers.values[row]!));
  const of = (row: number): string => points.codes[row]!;
  const measure = measureAt(
    `${heading} in ${sourceName(table)}`,
    name,
    known.map(of),
    Float64Array.from(known, (row) => numbers.values[row]!),
  );
  const isPlaced = (row: number): boolean => !Number.isNaN(points.positions[2 * row]!);
  const placed = known.filter(isPlaced);
  const total = placed.reduce((sum, row) => sum + numbers.values[row]!, 0);
  const unknown = points.reading.counted - placed.length;
  const notes = [
    ...points.notes.map((note) =>
      note.id === 'points-without-coordinates'
        ? { ...note, people: { people: measure.total - total } }
        : note,
    ),
    ...(unknown === 0
      ? []
      : [
          makeNote('rows-without-number', table.fileName, {
            counts: { rows: unknown },
            words: { column: heading },
          }),
        ]),
    makeNote('points-counted', null, { words: { measure: name, column: heading } }),
    ...countNotes(table, at, numbers),
  ];
  return {
    measure: {
      ...measure,
      blocksWithoutNumber: points.codes.filter((_, row) => Number.isNaN(numbers.values[row]!)),
      notes,
      reading: recordReading({
        fields: [
          ...columnTaken(table, 'people', at, column === null ? 'heading' : 'named'),
          ...points.reading.fields,
        ],
        read: points.reading.read,
        counted: placed.length,
        notes,
        makes: { count: placed.length, one: 'point', many: 'points' },
        total: peopleCounted(total, countedAs(heading)),
      }),
    },
    points: {
      ...points,
      codes: measure.blocks,
      positions: Float64Array.from(
        { length: 2 * known.length },
        (_, at) => points.positions[2 * known[at >> 1]! + (at & 1)]!,
      ),
    },
  };
}

/** Notes that say no more than the usual. */
const UNSAID: readonly string[] = ['point-columns', 'points-by-size'];

const measureAt = (
  basis: string,
  name: string,
  blocks: readonly string[],
  values: Float64Array,
): Measure => ({
  name,
  basis,
  blocks,
  values,
  blockCounts: null,
  blocksWithoutNumber: [],
  isPublic: false,
  total: values.reduce((sum, value) => sum + value, 0),
  notes: [],
});

/** The points of a table, one a row; throws InputError where it has no columns of coordinates. */
export async function readRawPoints(
  table: Table,
  method: string,
  known: KnownCodes = new Set(),
): Promise<RawPoints> {
  const columns = recognisePoints(table);
  if (columns === null) throw noPoints(table);
  const { points, system, notes, missing } = await placePoints(table, columns);
  const { column: code, fields } = codesOfPoints(table, known);
  const codes = Array.from({ length: table.rowCount }, (_, row) =>
    code < 0 ? `row ${row + 1}` : tidyCode(table.text(code, row)),
  );
  const withCodes = (note: Note): Note =>
    note.id === 'points-without-coordinates'
      ? { ...note, words: { codes: codes.filter((_, at) => Number.isNaN(points[2 * at]!)) } }
      : note;
  const told = [...table.notes, ...notes.filter(({ id }) => !UNSAID.includes(id)).map(withCodes)];
  const placed = table.rowCount - missing;
  return {
    codes,
    positions: points,
    system: knownSystemOf(system),
    method,
    source: sourceName(table),
    notes: told,
    reading: recordReading({
      fields: [...pointsTaken(table, columns), ...fields],
      read: rowsRead(table),
      counted: placed,
      notes: told,
      makes: { count: placed, one: 'point', many: 'points' },
    }),
  };
}

/** The column of codes, or -1: points need none. */
function codesOfPoints(table: Table, known: KnownCodes = new Set()): Omit<CodeColumn, 'notes'> {
  try {
    return codeColumn(table, known);
  } catch (error) {
    if (error instanceof InputError) return { column: -1, fields: [] };
    throw error;
  }
}

const noPoints = (table: Table): InputError =>
  new InputError({
    id: 'no-coordinates',
    file: table.fileName,
    message: 'no columns of coordinates were recognised',
    hint: 'Call them longitude and latitude, or easting and northing; polygons can be given as a boundary file',
  });
