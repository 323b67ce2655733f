/**
 * People at points in a text table too large to be held: it goes by twice, in pieces of whole rows.
 *
 *     1  how it is read, whether anything is wrong, what it adds up to      places and people, of some millions of rows
 *     2  which face each row is on                                          a sum for each face is kept
 *
 * The second time waits until all layers lie on one sheet; the file is read again for it where it has more rows than were kept. What comes of it is what comes of a table read whole.
 */
import type { CoordinateSystem } from '../layer/coordinate-system.js';
import type { Layer } from '../layer/layer.js';
import type { Measure } from '../layer/people.js';
import type { Table } from '../layer/table.js';
import { arrangeOnce } from '../measures/land/layer-arrangement.js';
import { CountOnFaces } from '../measures/people/count-on-faces.js';
import type { MeasureRequest } from '../measures/people/measure-request.js';
import { blockLayers } from '../measures/people/place-on-faces.js';
import { bringPoints } from '../read/common-system.js';
import { bringIrish } from '../read/place-points.js';
import { loadProjection } from '../read/systems/projection.js';
import { headOfCsv } from '../read/table/csv.js';
import { isWide, startOfText, type TextEncoding } from '../read/table/csv-encoding.js';
import { CsvPieces, type TakePiece } from '../read/table/csv-pieces.js';
import { recognisePoints } from '../read/table/points.js';
import { refuseSampled, sampleNhsNumbers, type NhsSample } from '../read/table/refuse-nhs-numbers.js';
import { InputError } from '../trouble/input-error.js';
import { nameOf } from './files.js';
import type { Input, Seal } from './input.js';
import type { Inputs, LedgerLine } from './inputs.js';
import { PointsSurvey, type PointsTold, type SurveyedRows } from './points-survey.js';
import { isTextTable } from './read-table.js';
import type { CountsSource } from './request.js';

/** Bytes on disk from which a table goes by in pieces, where the desk does not say. */
const PASSING = 64 * 2 ** 20;

/** Most bytes of places and people that are kept from the first time. */
const KEPT = 2 ** 27;

/** People that went by once. */
export interface PassingPeople {
  /** Without blocks and values. */
  readonly measure: Measure;
  readonly points: PointsTold;
  /** Has all rows go by again: their positions, all in one system, and people, NaN where not known. */
  readonly again: (take: (positions: Float64Array, people: Float64Array) => void) => Promise<void>;
}

/** Looks through a table of people at points; null where it is another table, or small enough to be read whole. */
export async function passingPeople(
  inputs: Inputs,
  source: CountsSource,
  name: string,
): Promise<(PassingPeople & { readonly line: LedgerLine }) | null> {
  const { path, column = null } = source;
  if (source.inner !== undefined || !isTextTable(path)) return null;
  const input = inputs.open(path, 'people');
  if (input.size === null || input.size <= (inputs.files.passingOver ?? PASSING)) return null;
  if (!(await holdsPoints(input))) return null;
  const look = await lookThrough(input, name, column, 'utf-8');
  const { survey, told, encoding, seal, kept } =
    look ?? (await lookThrough(input, name, column, 'windows-1252'))!;
  const line = inputs.record({ id: name, role: 'people', file: nameOf(path), format: 'csv', seal });
  if (told.irish > 0) await loadProjection();
  return {
    measure: told.measure,
    points: told.points,
    line,
    again: async (take) => {
      const takeRows = ({ points, irish, counts }: SurveyedRows): void => {
        const people =
          told.told === null ? new Float64Array(points.length / 2).fill(1) : counts.get(told.told)!;
        take(told.irish > 0 && irish.length > 0 ? bringIrish(points, irish) : points, people);
      };
      if (kept !== null) kept.forEach(takeRows);
      else await goBy(input, encoding, (table, firstRow) => takeRows(survey.add(table, firstRow)));
      inputs.done(path);
    },
  };
}

/** Whether a file begins as a text table with columns of coordinates does. */
async function holdsPoints(input: Input): Promise<boolean> {
  const start = await input.start();
  if (isWide(start)) return false;
  try {
    const { start: at, decoder } = startOfText(start, 'utf-8', input.name);
    const { headings } = headOfCsv(start.subarray(0, start.lastIndexOf(10) + 1), at, decoder, input.name);
    return recognisePoints({ headings, fileName: input.name } as Table) !== null;
  } catch (error) {
    // Whoever reads it whole tells what is wrong with it.
    if (error instanceof InputError) return false;
    throw error;
  }
}

interface Look {
  readonly survey: PointsSurvey;
  readonly told: ReturnType<PointsSurvey['tell']>;
  readonly encoding: TextEncoding;
  readonly seal: Seal;
  /** All rows, where they are few enough to be kept. */
  readonly kept: readonly SurveyedRows[] | null;
}

/** Has the file go by once; null where it is not in this encoding. Throws InputError for whatever is wrong with it. */
async function lookThrough(
  input: Input,
  name: string,
  column: string | null,
  encoding: TextEncoding,
): Promise<Look | null> {
  let survey: PointsSurvey | null = null;
  let samples: NhsSample[] = [];
  let last: Table | null = null;
  let kept: SurveyedRows[] | null = input.isBounded ? null : [];
  let bytes = 0;
  const { pieces, seal } = await goBy(input, encoding, (table, firstRow) => {
    survey ??= new PointsSurvey(table, name, column);
    const rows = survey.add(table, firstRow);
    bytes += bytesOf(rows);
    if (bytes > KEPT) kept = null;
    kept?.push(rows);
    samples = sampleNhsNumbers(table, samples);
    last = table;
  });
  if (!pieces.isUtf8) return null;
  const whole: Table = { ...last!, rowCount: pieces.rowCount, notes: pieces.notes };
  refuseSampled(whole, samples);
  return { survey: survey!, told: survey!.tell(whole), encoding, seal, kept };
}

const bytesOf = ({ points, counts }: SurveyedRows): number =>
  points.byteLength + [...counts.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);

async function goBy(
  input: Input,
  encoding: TextEncoding,
  take: TakePiece,
): Promise<{ pieces: CsvPieces; seal: Seal }> {
  const pieces = new CsvPieces(input.name, take, encoding);
  const seal = await input.feed((chunk) => pieces.add(chunk));
  pieces.end();
  return { pieces, seal };
}

/** What people that go by are counted on. */
export interface PassingGround {
  readonly layers: readonly Layer[];
  readonly planar: boolean;
  readonly grid: Uint8Array | undefined;
}

/** People that go by again, counted on the sheet of all layers and of the blocks of other measures. */
export async function countPassing(
  { measure, points, again }: PassingPeople,
  { layers, planar, grid }: PassingGround,
  others: readonly MeasureRequest[],
): Promise<MeasureRequest> {
  const { arrangement } = arrangeOnce([...layers, ...blockLayers(layers, others)], planar);
  const counts = new CountOnFaces(arrangement);
  const system: CoordinateSystem = points.system;
  await again((positions, people) => counts.add(bringPoints(positions, system, planar, grid), people));
  return counts.request(measure, points);
}
