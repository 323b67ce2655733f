/**
 * Points out of a table: postcodes, practices, addresses, centroids.
 *
 * Longitude and latitude are preferred where a table has easting and northing as well. The values must fit what the
 * headings say: metres under `longitude`, degrees under `easting` and the two swapped over are refused, not guessed.
 */
import { InputError } from '../../trouble/input-error.js';
import { FLATTENED } from '../../layer/field-name.js';
import { type Table, columnNamed, headingKey, headingList } from '../../layer/table.js';
import { counted } from '../../trouble/count-text.js';
import { makeNote, type Note } from '../../trouble/note.js';
import type { FieldTaken } from '../../trouble/reading-record.js';
import { columnTaken } from '../../layer/columns-taken.js';
import { ambiguous } from './ambiguous.js';
import { irishRows, terminatedRows, withoutGridReference } from './postcode-directory.js';

/** The columns of coordinates and the system their headings claim. */
export interface PointColumns {
  readonly x: number;
  readonly y: number;
  /** `EPSG:4326` longitude and latitude, `EPSG:27700` easting and northing, or null for x and y (told by values). */
  readonly claims: 'EPSG:4326' | 'EPSG:27700' | null;
  readonly note: Note;
}

/** Points, one a row of the table. */
export interface TablePoints {
  /** x, y after one another, in the units of `system`; NaN where the row has no coordinates. */
  readonly points: Float64Array;
  readonly system: 'EPSG:4326' | 'EPSG:27700';
  /** Rows without coordinates. */
  readonly missing: number;
  /** Rows whose metres are those of the Irish Grid: postcodes of Northern Ireland. */
  readonly irish: readonly number[];
  readonly notes: readonly Note[];
}

const PAIRS: readonly [RegExp, RegExp, PointColumns['claims']][] = [
  [/^(longitude|long|lon|lng)(_?(deg|wgs84|4326))?$/, /^(latitude|lat)(_?(deg|wgs84|4326))?$/, 'EPSG:4326'],
  [
    /^(eastings?|bng_?e|bng_?east(ing)?s?|os(east|gb)?e?1?m?_?eastings?|oseast1m|east1m|x_?(bng|27700))$/,
    /^(northings?|bng_?n|bng_?north(ing)?s?|os(nrth|gb)?n?1?m?_?northings?|osnrth1m|north1m|y_?(bng|27700))$/,
    'EPSG:27700',
  ],
  [/^(x|x_coord(inate)?|coord_x|point_x)$/, /^(y|y_coord(inate)?|coord_y|point_y)$/, null],
];

/** The columns of coordinates, or null where the table has none; throws InputError where a pair is ambiguous. */
export function recognisePoints(
  table: Table,
  named: readonly [string, string] | null = null,
): PointColumns | null {
  if (named !== null) {
    const [x, y] = [columnNamed(table, named[0]), columnNamed(table, named[1])];
    const key = headingKey(table.headings[x]!);
    const claims = PAIRS.find(([pattern]) => pattern.test(key))?.[2] ?? null;
    return { x, y, claims, note: noteOn(table, x, y) };
  }
  const keys = table.headings.map((heading) => headingKey(heading).replace(FLATTENED, ''));
  const matching = (pattern: RegExp): number[] => keys.flatMap((key, at) => (pattern.test(key) ? [at] : []));
  for (const [xPattern, yPattern, claims] of PAIRS) {
    const xs = matching(xPattern);
    const ys = matching(yPattern);
    if (xs.length === 0 || ys.length === 0) continue;
    for (const found of [xs, ys]) {
      if (found.length > 1)
        throw ambiguous(table, 'a coordinate', found, 'Leave only one of them in the file.');
    }
    return { x: xs[0]!, y: ys[0]!, claims, note: noteOn(table, xs[0]!, ys[0]!) };
  }
  return null;
}

const noteOn = (table: Table, x: number, y: number): Note =>
  makeNote('point-columns', table.fileName, { words: { x: table.headings[x]!, y: table.headings[y]! } });

/** The two columns, for the record of the reading. */
export const pointsTaken = (table: Table, { x, y }: PointColumns): FieldTaken[] => [
  ...columnTaken(table, 'x', x, 'heading'),
  ...columnTaken(table, 'y', y, 'heading'),
];

/** Reads the points; rows without coordinates are counted, coordinates that belie their headings refused. */
export function readPoints(table: Table, columns: PointColumns): TablePoints {
  const seen = noPointsSeen();
  const points = seePoints(table, columns, seen);
  const { system, notes } = judgePoints(table, columns, seen);
  const irish = system === 'EPSG:27700' ? irishRows(table) : [];
  return { points, system, missing: seen.missing, irish, notes };
}

/** Cells of a column that are no coordinates. */
interface WrongCells {
  count: number;
  first: { readonly place: string; readonly text: string } | null;
}

/** What a look through rows of points has found, which may have gone piece by piece. */
export interface PointsSeen {
  missing: number;
  readonly wrong: { readonly x: WrongCells; readonly y: WrongCells };
  degrees: number;
  metres: number;
  swapped: number;
  /** Where the first row stands whose values are not what the headings claim. */
  firstOdd: string | null;
  /** Postcodes that have ended. */
  ended: number;
}

/** Before the first look. */
export const noPointsSeen = (): PointsSeen => ({
  missing: 0,
  wrong: { x: { count: 0, first: null }, y: { count: 0, first: null } },
  degrees: 0,
  metres: 0,
  swapped: 0,
  firstOdd: null,
  ended: 0,
});

/** The points of some rows, x and y after one another, NaN where there are none; what is found is added to `seen`. */
export function seePoints(table: Table, columns: PointColumns, seen: PointsSeen): Float64Array {
  const xs = coordinatesIn(table, columns.x, seen.wrong.x);
  const ys = coordinatesIn(table, columns.y, seen.wrong.y);
  const points = new Float64Array(2 * table.rowCount);
  const isNowhere = withoutGridReference(table);
  let [missing, degrees, metres, swapped, firstOdd] = [0, 0, 0, 0, -1];
  for (let row = 0; row < table.rowCount; row++) {
    const x = xs[row]!;
    const y = ys[row]!;
    const absent = Number.isNaN(x) || Number.isNaN(y) || (x === 0 && y === 0) || isNowhere(row, y);
    points[2 * row] = absent ? NaN : x;
    points[2 * row + 1] = absent ? NaN : y;
    if (absent) {
      missing++;
      continue;
    }
    const isDegrees = Math.abs(x) <= 180 && Math.abs(y) <= 90;
    if (isDegrees) degrees++;
    else metres++;
    if (isDegrees && x > 49 && x < 62 && y > -9 && y < 3) swapped++;
    if (firstOdd < 0 && columns.claims !== null && isDegrees !== (columns.claims === 'EPSG:4326'))
      firstOdd = row;
  }
  seen.missing += missing;
  seen.degrees += degrees;
  seen.metres += metres;
  seen.swapped += swapped;
  if (firstOdd >= 0) seen.firstOdd ??= table.place(firstOdd);
  seen.ended += terminatedRows(table);
  return points;
}

function coordinatesIn(table: Table, column: number, wrong: WrongCells): Float64Array {
  const numbers = table.numbers(column);
  wrong.count += numbers.wrong;
  if (numbers.wrong > 0)
    wrong.first ??= {
      place: table.place(numbers.firstWrong),
      text: table.text(column, numbers.firstWrong),
    };
  return numbers.values;
}

/** The system of the points and what is to be said of them. Throws InputError for what was seen and is no coordinate. */
export function judgePoints(
  table: Table,
  columns: PointColumns,
  seen: PointsSeen,
): Pick<TablePoints, 'system' | 'notes'> {
  for (const [column, { count, first }] of [
    [columns.x, seen.wrong.x],
    [columns.y, seen.wrong.y],
  ] as const) {
    if (first === null) continue;
    throw new InputError({
      id: 'not-a-number',
      file: table.fileName,
      place: first.place,
      message: `'${first.text.slice(0, 20)}' in '${table.headings[column]}' is not a coordinate${count === 1 ? '' : ` (${counted(count, 'cell')} in all)`}`,
      hint: `Coordinates are plain decimal numbers; the columns are ${headingList(table)}.`,
    });
  }
  const system = columns.claims ?? (seen.degrees >= seen.metres ? 'EPSG:4326' : 'EPSG:27700');
  refuseWrongSystem(table, columns, system, seen);
  const notes = [columns.note];
  if (columns.claims === null) {
    const as = system === 'EPSG:4326' ? 'longitude and latitude' : 'British National Grid metres';
    notes.push(makeNote('points-by-size', table.fileName, { words: { as } }));
  }
  if (seen.missing > 0)
    notes.push(makeNote('points-without-coordinates', table.fileName, { counts: { rows: seen.missing } }));
  if (seen.ended > 0)
    notes.push(makeNote('postcodes-terminated', table.fileName, { counts: { postcodes: seen.ended } }));
  return { system, notes };
}

function refuseWrongSystem(
  table: Table,
  columns: PointColumns,
  system: string,
  seen: PointsSeen,
): void {
  const wrong = system === 'EPSG:4326' ? seen.metres : seen.degrees;
  const pair = `'${table.headings[columns.x]}' and '${table.headings[columns.y]}'`;
  const fault = (message: string, hint: string): InputError =>
    new InputError({
      id: 'coordinates-system',
      file: table.fileName,
      ...(seen.firstOdd === null ? {} : { place: seen.firstOdd }),
      message,
      hint,
    });
  if (wrong > 0) {
    const [are, should] = system === 'EPSG:4326' ? ['metres', 'degrees'] : ['degrees', 'metres'];
    throw fault(
      `${counted(wrong, 'row')} in ${pair} ${wrong === 1 ? 'holds' : 'hold'} ${are}, where ${should} are expected`,
      'Call the columns longitude and latitude, or easting and northing, by what they hold.',
    );
  }
  if (seen.swapped > 0 && seen.swapped === seen.degrees) {
    throw fault(`${pair} look swapped over: all points would lie off Africa`, 'Exchange the two headings.');
  }
}
