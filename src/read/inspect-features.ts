/**
 * What a file's features are, as far as the file shows by itself: kind, fields, system, extent.
 *
 * Nothing is refused here: where the code field or the coordinate system cannot be told, the reason is part of the
 * answer.
 */
import { accuracyOf } from '../layer/accuracy.js';
import { boundsOf, type Bounds, type CoordinateSystem } from '../layer/coordinate-system.js';
import type { FeatureTable } from '../layer/feature-table.js';
import type { Accuracy } from '../layer/layer.js';
import { kindOfEntities, kindOfStem } from '../layer/kinds.js';
import { positionCount } from '../layer/shapes.js';
import { InputError } from '../trouble/input-error.js';
import { sayNote } from '../trouble/say-notes.js';
import { downloadFindings } from './cut-download.js';
import { chooseFields, codesOf, type ChosenFields } from './choose-fields.js';
import { fieldsOf, textOf } from './field-values.js';
import { prepareToRecognise, recogniseSystem } from './systems/recognise-system.js';
import { loadProjection } from './systems/projection.js';
import { isAsItIs, toLongitudeLatitude } from './systems/to-longitude-latitude.js';
import { compareCodes } from '../trouble/order.js';

/** One field and what is in it. */
export interface InspectedField {
  readonly field: string;
  /** `text`, `number`, `true or false`, `empty`, or several of them. */
  readonly type: string;
  readonly distinct: number;
  /** Features without a value. */
  readonly blank: number;
  /** Up to three values in file order; none where samples are not wanted. */
  readonly examples: readonly string[];
}

/** One layer of a file. */
export interface InspectedLayer {
  /** Name of the inner layer, or null where the file is the layer. */
  readonly inner: string | null;
  readonly features: number;
  /** Id of the kind, and what its units are called; null where no field tells. */
  readonly kind: string | null;
  readonly kind_name: string | null;
  readonly vintage: string | null;
  /** Distinct codes. */
  readonly units: number | null;
  readonly code_field: string | null;
  readonly name_field: string | null;
  readonly ods_field: string | null;
  /** Up to three of each. */
  readonly code_examples: readonly string[];
  readonly name_examples: readonly string[];
  readonly system: string | null;
  readonly system_name: string | null;
  readonly system_known_by: string | null;
  readonly polygons: number;
  readonly rings: number;
  readonly vertices: number;
  readonly points: number;
  /** West, south, east, north in the file's own coordinates. */
  readonly bounds: readonly number[] | null;
  /** The same in degrees, where the system is known. */
  readonly bounds_degrees: readonly number[] | null;
  readonly resolution_m: number | null;
  readonly resolution_from: string | null;
  readonly fields: readonly InspectedField[];
  /** What could not be told, and what the reader set right. */
  readonly remarks: readonly string[];
}

const EXAMPLES = 3;

/** Describes the features of one layer; `samples` false leaves all values out. */
export async function inspectFeatures(
  table: FeatureTable,
  fileName: string,
  inner: string | null,
  samples: boolean,
): Promise<InspectedLayer> {
  const remarks: string[] = [];
  const fields = attempt(() => chooseFields(table, fileName, {}), remarks);
  const bounds = boundsOf(table.shapes.coordinates, table.points);
  await prepareToRecognise(table.statedSystem, bounds);
  const system =
    bounds === null ? null : attempt(() => recogniseSystem(table.statedSystem, bounds, fileName), remarks);
  if (fields?.note !== null && fields?.note !== undefined) remarks.push(sayNote(fields.note));
  if (system?.remark !== null && system?.remark !== undefined) remarks.push(sayNote(system.remark));
  const hasLand = table.shapes.polygonStart.length > 1;
  const accuracy: Accuracy | null =
    hasLand && system !== null
      ? accuracyOf(inner === null ? fileName : `${fileName}#${inner}`, table.shapes, system)
      : null;
  const kind =
    (fields?.says ? kindOfStem(fields.says.stem) : null) ??
    (fields === null ? null : kindOfEntities(withoutBlank(codesOf(table, fields))));
  return {
    inner,
    features: table.properties.length,
    kind: kind?.id ?? null,
    kind_name: kind?.many ?? null,
    vintage: fields?.says?.vintage ?? null,
    ...describeCodes(table, fields, samples),
    system: system?.id ?? null,
    system_name: system?.name ?? null,
    system_known_by: system?.howKnown ?? null,
    polygons: table.shapes.polygonStart.length - 1,
    rings: table.shapes.ringStart.length - 1,
    vertices: positionCount(table.shapes),
    points: table.points.length / 2,
    bounds: bounds === null ? null : edgesOf(bounds),
    bounds_degrees: bounds === null || system === null ? null : await inDegrees(bounds, system),
    resolution_m: accuracy?.metres ?? null,
    resolution_from: accuracy?.from ?? null,
    fields: fieldsOf(table).map((field) => describeField(table, field, samples)),
    remarks: [...remarks, ...downloadFindings(table).map(({ detail }) => detail), ...notesInWords(table)],
  };
}

function attempt<T>(work: () => T, remarks: string[]): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    remarks.push(`${error.trouble.message}. ${error.trouble.hint}`);
    return null;
  }
}

function describeCodes(
  table: FeatureTable,
  fields: ChosenFields | null,
  samples: boolean,
): Pick<
  InspectedLayer,
  'units' | 'code_field' | 'name_field' | 'ods_field' | 'code_examples' | 'name_examples'
> {
  const values = (field: string | null | undefined): Set<string> =>
    field === null || field === undefined ? new Set() : distinct(table, field);
  const first = (found: Set<string>): string[] =>
    samples ? [...found].slice(0, EXAMPLES).map(shortened) : [];
  const codes = fields === null ? new Set<string>() : withoutBlank(codesOf(table, fields));
  return {
    units: fields === null ? null : codes.size,
    code_field: fields?.code ?? null,
    name_field: fields?.name ?? null,
    ods_field: fields?.ods ?? null,
    code_examples: first(codes),
    name_examples: first(values(fields?.name)),
  };
}

function distinct(table: FeatureTable, field: string): Set<string> {
  return withoutBlank(table.properties.map((properties) => textOf(properties[field])));
}

function withoutBlank(values: readonly string[]): Set<string> {
  const found = new Set(values);
  found.delete('');
  return found;
}

function describeField(table: FeatureTable, field: string, samples: boolean): InspectedField {
  const types = new Set<string>();
  let blank = 0;
  for (const properties of table.properties) {
    const value = properties[field];
    if (textOf(value) === '') blank++;
    else
      types.add(typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'true or false' : 'text');
  }
  const values = distinct(table, field);
  return {
    field,
    type: types.size === 0 ? 'empty' : [...types].sort().join(', '),
    distinct: values.size,
    blank,
    examples: samples ? [...values].slice(0, EXAMPLES).map(shortened) : [],
  };
}

/** A value cut to what fits a line; some files keep whole documents in a cell. */
const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

const edgesOf = ({ minX, minY, maxX, maxY }: Bounds): number[] => [minX, minY, maxX, maxY];

/** The bounds of the four corners and the middles of the sides in degrees; null where that cannot be computed. */
async function inDegrees(bounds: Bounds, system: CoordinateSystem): Promise<number[] | null> {
  if (isAsItIs(system)) return edgesOf(bounds);
  await loadProjection();
  const { minX, minY, maxX, maxY } = bounds;
  const [midX, midY] = [(minX + maxX) / 2, (minY + maxY) / 2];
  const around = [
    minX,
    minY,
    midX,
    minY,
    maxX,
    minY,
    maxX,
    midY,
    maxX,
    maxY,
    midX,
    maxY,
    minX,
    maxY,
    minX,
    midY,
  ];
  const { coordinates } = toLongitudeLatitude(Float64Array.from(around), system);
  const found = boundsOf(coordinates);
  if (found === null || !coordinates.every(Number.isFinite)) return null;
  return edgesOf(found).map((value) => Math.round(value * 1e5) / 1e5);
}

/** How often each kind of reading note stands in the file. */
function notesInWords(table: FeatureTable): string[] {
  const times = new Map<string, number>();
  for (const { note, count } of table.notes) times.set(note, (times.get(note) ?? 0) + count);
  return [...times].sort(([a], [b]) => compareCodes(a, b)).map(([note, count]) => `${note}: ${count}`);
}
