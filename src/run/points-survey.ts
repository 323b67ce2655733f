/**
 * A look through people at points, row by row: what they add up to, what is wrong with them, how they were read.
 *
 * Nothing of a row stays here, so a table may go by in pieces; what is told is the same however it was cut.
 */
import type { CoordinateSystem } from '../layer/coordinate-system.js';
import { columnTaken, rowsRead } from '../layer/columns-taken.js';
import { peopleCounted, sourceName, type Measure } from '../layer/people.js';
import { countNotes, noCountsSeen, refuseSeen, seeCounts, type CountsSeen } from '../layer/read-counts.js';
import { columnNamed, type Table } from '../layer/table.js';
import { tidyCode } from '../layer/tidy-codes.js';
import { onIrishGrid } from '../read/place-points.js';
import { knownSystemOf } from '../read/systems/recognise-system.js';
import { codeColumn, type CodeColumn, type KnownCodes } from '../read/table/code-column.js';
import { judgePoints, noPointsSeen, pointsTaken, recognisePoints, seePoints, type PointColumns, type TablePoints } from '../read/table/points.js';
import { irishRows } from '../read/table/postcode-directory.js';
import { countColumns, countedAs, oneCountColumn } from '../read/table/recognise-columns.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
import { recordReading, type FieldTaken, type ReadingRecord } from '../trouble/reading-record.js';

/** What is known of points beside where they are. */
export interface PointsTold {
  readonly system: CoordinateSystem;
  readonly method: string;
  readonly source: string;
  /** What was passed over or set right. */
  readonly notes: readonly Note[];
  /** How the table was read as points. */
  readonly reading: ReadingRecord;
}

/** Some rows as they were looked through. */
export interface SurveyedRows {
  /** x, y of each as they stand in the file; NaN for a row without coordinates. */
  readonly points: Float64Array;
  /** Rows with metres of the Irish Grid, if they are metres. */
  readonly irish: readonly number[];
  /** The numbers in each column that may be the people; NaN where one is not known. */
  readonly counts: ReadonlyMap<number, Float64Array>;
}

/** What the rows told, but for the rows themselves. */
export interface SurveyTold {
  /** The column of people, or null where each row is one. */
  readonly told: number | null;
  /** Blocks and values are left to whoever has them. */
  readonly measure: Measure;
  readonly points: PointsTold;
  /** Rows to be brought from the Irish Grid. */
  readonly irish: number;
}

/** People of a column: of all rows, and of those with coordinates. */
interface Sums {
  readonly seen: CountsSeen;
  people: number;
  placed: number;
  placedRows: number;
}

/** Codes that a sentence names. */
const NAMED = 3;

export class PointsSurvey {
  readonly columns: PointColumns;
  private readonly code: Omit<CodeColumn, 'notes'>;
  private readonly named: boolean;
  private readonly sums: ReadonlyMap<number, Sums>;
  private readonly seen = noPointsSeen();
  private readonly nowhere: string[] = [];
  private irish = 0;

  /** `first` are the first rows. Throws InputError where there is no such column, or no column of coordinates. */
  constructor(
    first: Table,
    private readonly name: string,
    column: string | null,
  ) {
    this.columns = recognisePoints(first)!;
    this.code = codesOfPoints(first);
    this.named = column !== null;
    const columns = column === null ? countColumns(first) : [columnNamed(first, column)];
    this.sums = new Map(
      columns.map((at) => [at, { seen: noCountsSeen(), people: 0, placed: 0, placedRows: 0 }]),
    );
  }

  /** The code of a row, or its number where rows have none; `firstRow` rows went by before the table. */
  codeOf(table: Table, row: number, firstRow: number): string {
    return this.code.column < 0 ? `row ${firstRow + row + 1}` : tidyCode(table.text(this.code.column, row));
  }

  /** Looks through the next rows. Damage is told at the end, by all of it. */
  add(table: Table, firstRow: number): SurveyedRows {
    const points = seePoints(table, this.columns, this.seen);
    const isPlaced = (row: number): boolean => !Number.isNaN(points[2 * row]!);
    for (let row = 0; row < table.rowCount && this.nowhere.length < NAMED; row++)
      if (!isPlaced(row)) this.nowhere.push(this.codeOf(table, row, firstRow));
    const irish = this.columns.claims === 'EPSG:4326' ? [] : irishRows(table).filter(isPlaced);
    this.irish += irish.length;
    const counts = new Map<number, Float64Array>();
    for (const [column, sums] of this.sums) {
      const { values } = seeCounts(table, column, sums.seen, this.code.column);
      counts.set(column, values);
      for (let row = 0; row < values.length; row++) {
        const value = values[row]!;
        if (Number.isNaN(value)) continue;
        sums.people += value;
        if (!isPlaced(row)) continue;
        sums.placed += value;
        sums.placedRows++;
      }
    }
    return { points, irish, counts };
  }

  /** What all rows told; `table` is the whole of them, of which no row is asked. Throws InputError for what is wrong. */
  tell(table: Table): SurveyTold {
    const { columns, seen, name } = this;
    const judged = judgePoints(table, columns, seen);
    const irish = judged.system === 'EPSG:27700' ? this.irish : 0;
    const notes = irish === 0 ? judged.notes : [...judged.notes, onIrishGrid(table.fileName, irish)];
    const { missing } = seen;
    const found = { system: judged.system, notes, missing, nowhere: this.nowhere };
    const points = pointsTold(table, columns, this.code.fields, found, 'point in area');
    const at = this.named
      ? [...this.sums.keys()][0]!
      : oneCountColumn(
          table,
          [...this.sums].flatMap(([column, sums]) => (sums.seen.numbers > 0 ? [column] : [])),
        );
    if (at === null) {
      const note = makeNote('points-counted', null, { words: { measure: name } });
      const measure = measureAt(`rows of ${sourceName(table)}`, name, table.rowCount);
      const reading = { ...points.reading, total: peopleCounted(points.reading.counted, 'people') };
      return { told: null, measure: { ...measure, notes: [...points.notes, note], reading }, points, irish };
    }
    const measure = this.counted(table, points, at);
    return { told: at, measure, points, irish };
  }

  private counted(table: Table, points: PointsTold, at: number): Measure {
    const { people, placed, placedRows, seen } = this.sums.get(at)!;
    refuseSeen(table, at, 'people', seen);
    const heading = table.headings[at]!;
    const unknown = points.reading.counted - placedRows;
    const notes = [
      ...points.notes.map((note) =>
        note.id === 'points-without-coordinates' ? { ...note, people: { people: people - placed } } : note,
      ),
      ...(unknown === 0
        ? []
        : [
            makeNote('rows-without-number', table.fileName, {
              counts: { rows: unknown },
              words: { column: heading },
            }),
          ]),
      makeNote('points-counted', null, { words: { measure: this.name, column: heading } }),
      ...countNotes(table, at, seen),
    ];
    return {
      ...measureAt(`${heading} in ${sourceName(table)}`, this.name, people),
      notes,
      reading: recordReading({
        fields: [
          ...columnTaken(table, 'people', at, this.named ? 'named' : 'heading'),
          ...points.reading.fields,
        ],
        read: points.reading.read,
        counted: placedRows,
        notes,
        makes: { count: placedRows, one: 'point', many: 'points' },
        total: peopleCounted(placed, countedAs(heading)),
      }),
    };
  }
}

const measureAt = (basis: string, name: string, total: number): Measure => ({
  name,
  basis,
  blocks: [],
  values: new Float64Array(0),
  blockCounts: null,
  blocksWithoutNumber: [],
  isPublic: false,
  total,
  notes: [],
});

/** Notes that say no more than the usual. */
const UNSAID: readonly string[] = ['point-columns', 'points-by-size'];

/** How a table was read as points; `nowhere` are codes of rows without coordinates, the first ones at least. */
export function pointsTold(
  table: Table,
  columns: PointColumns,
  fields: readonly FieldTaken[],
  found: Pick<TablePoints, 'system' | 'notes' | 'missing'> & { readonly nowhere: readonly string[] },
  method: string,
): PointsTold {
  const { system, missing, nowhere } = found;
  const withCodes = (note: Note): Note =>
    note.id === 'points-without-coordinates'
      ? { ...note, counts: { ...note.counts, codes: missing }, words: { codes: nowhere.slice(0, NAMED) } }
      : note;
  const notes = [...table.notes, ...found.notes.filter(({ id }) => !UNSAID.includes(id)).map(withCodes)];
  const placed = table.rowCount - missing;
  return {
    system: knownSystemOf(system),
    method,
    source: sourceName(table),
    notes,
    reading: recordReading({
      fields: [...pointsTaken(table, columns), ...fields],
      read: rowsRead(table),
      counted: placed,
      notes,
      makes: { count: placed, one: 'point', many: 'points' },
    }),
  };
}

/** The column of codes, or -1: points need none. */
export function codesOfPoints(table: Table, known: KnownCodes = new Set()): Omit<CodeColumn, 'notes'> {
  try {
    return codeColumn(table, known);
  } catch (error) {
    if (error instanceof InputError) return { column: -1, fields: [] };
    throw error;
  }
}
