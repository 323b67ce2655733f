/**
 * Tables with coordinates: practices, postcodes, patients, each row at its own point.
 */
import type { Measure } from '../layer/people.js';
import type { Table } from '../layer/table.js';
import { tidyCode } from '../layer/tidy-codes.js';
import { bringIrish, placePoints } from '../read/place-points.js';
import { loadProjection } from '../read/systems/projection.js';
import type { KnownCodes } from '../read/table/code-column.js';
import { recognisePoints } from '../read/table/points.js';
import { InputError } from '../trouble/input-error.js';
import { codesOfPoints, PointsSurvey, pointsTold, type PointsTold, type SurveyedRows } from './points-survey.js';

/** Points as read, still in the system of their file. */
export interface RawPoints extends PointsTold {
  readonly codes: readonly string[];
  /** x, y of each; NaN for a point without coordinates. */
  readonly positions: Float64Array;
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
  const survey = new PointsSurvey(table, name, column);
  const rows = survey.add(table, 0);
  const { told, measure, points, irish } = survey.tell(table);
  const positions = irish === 0 ? rows.points : await broughtFromIrish(rows);
  const codes = Array.from({ length: table.rowCount }, (_, row) => survey.codeOf(table, row, 0));
  const values = told === null ? null : rows.counts.get(told)!;
  if (values === null) {
    const each = new Float64Array(table.rowCount).fill(1);
    return { measure: { ...measure, blocks: codes, values: each }, points: { ...points, codes, positions } };
  }
  const known = Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]!));
  const blocks = known.map((row) => codes[row]!);
  return {
    measure: {
      ...measure,
      blocks,
      values: Float64Array.from(known, (row) => values[row]!),
      blocksWithoutNumber: codes.filter((_, row) => Number.isNaN(values[row]!)),
    },
    points: {
      ...points,
      codes: blocks,
      positions: Float64Array.from(
        { length: 2 * known.length },
        (_, at) => positions[2 * known[at >> 1]! + (at & 1)]!,
      ),
    },
  };
}

async function broughtFromIrish({ points, irish }: SurveyedRows): Promise<Float64Array> {
  await loadProjection();
  return bringIrish(points, irish);
}

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
  const nowhere = codes.filter((_, at) => Number.isNaN(points[2 * at]!));
  const told = pointsTold(table, columns, fields, { system, notes, missing, nowhere }, method);
  return { ...told, codes, positions: points };
}

const noPoints = (table: Table): InputError =>
  new InputError({
    id: 'no-coordinates',
    file: table.fileName,
    message: 'no columns of coordinates were recognised',
    hint: 'Call them longitude and latitude, or easting and northing; polygons can be given as a boundary file',
  });
