/**
 * Decides which coordinate system the positions of a file are in.
 *
 *     stated and the numbers fit it      → as stated
 *     nothing stated, or they do not fit → what the numbers can only be, with a remark
 *     they could be several things       → refused, with the option that says which
 *
 *     degrees                |x| ≤ 180, |y| ≤ 90; never metres, which would be a stone's throw from a grid's origin
 *     longitudes beyond 180  x −180 to 360, |y| ≤ 90: refused, since a border may run on either side of the cut
 *     British National Grid  x −10 to 700 km, y −10 to 1,300 km
 *     Web Mercator           only where it would lie in the British Isles
 *
 * A wrong guess would give hectares that look right, so a guess is made only where nothing else is likely.
 */
import { InputError, type Offer } from '../../trouble/input-error.js';
import { makeNote } from '../../trouble/note.js';
import { boundsOf, type Bounds, type CoordinateSystem } from '../../layer/coordinate-system.js';
import { areDegrees, areWrappedDegrees } from '../stray-positions.js';
import { britishNationalGrid, knownSystem, longitudeLatitude, METRES } from './known-systems.js';
import type { ParsedSystem } from './parse-system.js';
import { namedSystem, parseSystem } from './parse-system.js';
import { loadProjection } from './projection.js';
import { toLongitudeLatitude } from './to-longitude-latitude.js';

const inside = (b: Bounds, minX: number, minY: number, maxX: number, maxY: number): boolean =>
  b.minX >= minX && b.minY >= minY && b.maxX <= maxX && b.maxY <= maxY;

const areSwappedDegrees = (b: Bounds): boolean => inside(b, 49, -11, 61.5, 2.5);
const areBritishGrid = (b: Bounds): boolean => inside(b, -1e4, -1e4, 7e5, 1.3e6);
const areBritishMercator = (b: Bounds): boolean => inside(b, -1.25e6, 6.3e6, 2.5e5, 8.8e6) && b.minX < 166000;

/**
 * Loads what `recogniseSystem` needs for a file; nothing where the numbers alone, or a number of the register that
 * fits them, decide.
 */
export async function prepareToRecognise(stated: string | null, bounds: Bounds | null): Promise<void> {
  const named = stated === null ? null : namedSystem(stated);
  const settled =
    (stated === null || named !== null) &&
    (bounds === null || areDegrees(bounds) || areSwappedDegrees(bounds) || areBritishGrid(bounds));
  const plain = named === null || named.kind === 'geographic' || named.isBritishNationalGrid;
  if (!settled || (!plain && bounds !== null)) await loadProjection();
}

/** Loads what `givenSystem` needs for a system in the user's words. */
export async function prepareGiven(text: string): Promise<void> {
  if (namedSystem(text) === null) await loadProjection();
}

/**
 * The system of the positions within `bounds` (null: there are none). `stated` is what the file says, or null.
 * Throws InputError with the `--crs` to give where the numbers contradict the file or could be several things.
 * `prepareToRecognise` must have been awaited.
 */
export function recogniseSystem(
  stated: string | null,
  bounds: Bounds | null,
  fileName: string,
): CoordinateSystem {
  const parsed = stated === null ? null : parseSystem(stated);
  if (stated !== null && !parsed) throw unknownSystem(stated, fileName);
  if (!bounds)
    return {
      ...(parsed ?? parsedId(longitudeLatitude)),
      howKnown: parsed ? 'stated' : 'detected',
      remark: null,
    };
  if (areSwappedDegrees(bounds) && (!parsed || parsed.kind === 'geographic')) throw swappedAxes(fileName);
  if (areWrappedDegrees(bounds) && (!parsed || parsed.units !== 'other'))
    throw wrappedLongitudes(bounds, fileName);
  if (parsed && fits(parsed, bounds)) return { ...parsed, howKnown: 'stated', remark: null };
  const detected = detect(bounds);
  if (!detected) throw parsed ? contradiction(parsed, bounds, fileName) : ambiguous(bounds, fileName);
  const isPlain = parsed === null && detected.kind === 'geographic';
  const said = parsed === null ? {} : { stated: `${parsed.id} (${parsed.name})` };
  const words = { ...said, used: detected.name };
  const remark = isPlain ? null : makeNote('system-supposed', null, { words });
  return { ...detected, howKnown: 'detected', remark };
}

/** The system a user gave with `--crs`, in any spelling, after `prepareGiven`. Throws InputError where it means nothing to us. */
export function givenSystem(text: string, fileName: string): CoordinateSystem {
  const parsed = parseSystem(text);
  if (!parsed) throw unknownSystem(text, fileName);
  return { ...parsed, howKnown: 'given', remark: null };
}

/** The system of points whose headings, or whose file, say what they are. */
export function knownSystemOf(stated: string | null, points?: Float64Array, fileName = ''): CoordinateSystem {
  return recogniseSystem(stated, points === undefined ? null : boundsOf(points), fileName);
}

function parsedId(id: string): ParsedSystem {
  return { ...knownSystem(id)!, isBritishNationalGrid: id === britishNationalGrid };
}

/** The one system that the numbers can be, or null where there is none or more than one. */
function detect(bounds: Bounds): ParsedSystem | null {
  if (areDegrees(bounds)) return parsedId(longitudeLatitude);
  if (areBritishGrid(bounds)) return parsedId(britishNationalGrid);
  return areBritishMercator(bounds) ? parsedId('EPSG:3857') : null;
}

/** Whether metres begin at the origin of their grid, as those of a made-up map do. */
const beginAtOrigin = ({ minX, minY }: Bounds): boolean => minX === 0 || minY === 0;

/** True where positions within the bounds can be in the stated system. */
function fits(system: ParsedSystem, bounds: Bounds): boolean {
  if (system.kind === 'geographic') return areDegrees(bounds);
  if (areDegrees(bounds) && !beginAtOrigin(bounds)) return false;
  if (system.isBritishNationalGrid) return areBritishGrid(bounds);
  return cornersOf(system, bounds).every(Number.isFinite);
}

/** Longitudes and latitudes of the four corners; NaN where the projection cannot be undone there. */
function cornersOf(system: ParsedSystem, { minX, minY, maxX, maxY }: Bounds): number[] {
  const corners = Float64Array.of(minX, minY, maxX, minY, maxX, maxY, minX, maxY);
  try {
    return [...toLongitudeLatitude(corners, { ...system, howKnown: 'stated', remark: null }).coordinates];
  } catch {
    return [NaN];
  }
}

const spanOf = ({ minX, minY, maxX, maxY }: Bounds): string =>
  `x from ${rounded(minX)} to ${rounded(maxX)}, y from ${rounded(minY)} to ${rounded(maxY)}`;
const rounded = (value: number): string => String(Number(value.toPrecision(8)));

/** Where the middle would lie if it were Web Mercator, the likeliest of the nameless metre systems abroad. */
function mercatorGuess(bounds: Bounds): string {
  const corners = cornersOf(parsedId('EPSG:3857'), bounds);
  if (!corners.every(Number.isFinite) || Math.abs(bounds.minX) > 2.004e7 || Math.abs(bounds.maxX) > 2.004e7)
    return '';
  const middle = (axis: number): string => ((corners[axis]! + corners[axis + 4]!) / 2).toFixed(2);
  return ` (as EPSG:3857, Web Mercator, they would lie about longitude ${middle(0)}, latitude ${middle(1)})`;
}

/** Systems of metres that are given without a name, British ones first, of which positions could be. */
const USUAL = ['EPSG:27700', 'EPSG:3857', 'EPSG:29902', 'EPSG:2157', 'EPSG:3035'];

/** Of those the ones that put the positions into the British Isles; where none does, the ones in which they can be. */
function couldBe(bounds: Bounds): Offer[] {
  const fitting = USUAL.filter((id) => knownSystem(id) !== null && fits(parsedId(id), bounds));
  const near = fitting.filter((id) => liesNear(cornersOf(parsedId(id), bounds)));
  return [{ setting: 'crs', values: near.length > 0 ? near : fitting }];
}

/** Whether corners in degrees lie about the British Isles. */
const liesNear = (corners: readonly number[]): boolean =>
  corners.every((value, i) => (i % 2 === 0 ? value > -12 && value < 4 : value > 48 && value < 62));

const ambiguous = (bounds: Bounds, fileName: string): InputError =>
  new InputError({
    id: 'system-not-stated',
    file: fileName,
    message: `the file does not say which coordinate system it is in, and its positions (${spanOf(bounds)}) are not degrees and not British National Grid${mercatorGuess(bounds)}`,
    hint: 'Say which with --crs, for example --crs id=EPSG:27700.',
    offers: couldBe(bounds),
  });

const contradiction = (stated: ParsedSystem, bounds: Bounds, fileName: string): InputError =>
  new InputError({
    id: 'system-contradicted',
    file: fileName,
    message: `the file says ${stated.id} (${stated.name}), but its positions (${spanOf(bounds)}) cannot be${mercatorGuess(bounds)}`,
    hint: 'Say which coordinate system it is with --crs, for example --crs id=EPSG:27700.',
    offers: couldBe(bounds),
  });

const swappedAxes = (fileName: string): InputError =>
  new InputError({
    id: 'axes-swapped',
    file: fileName,
    message: 'the positions look like latitude before longitude',
    hint: 'Export the file with longitude first; if they are right as they are, say so with --crs id=EPSG:4326.',
    offers: [{ setting: 'crs', values: [longitudeLatitude] }],
  });

const wrappedLongitudes = (bounds: Bounds, fileName: string): InputError =>
  new InputError({
    id: 'longitudes-beyond-180',
    file: fileName,
    message: `longitude goes from -180 to 180; here positions read as degrees from 0 to 360 (${spanOf(bounds)})`,
    hint: 'Take 360 from the longitudes beyond 180 (ST_ShiftLongitude), and cut what crosses the antimeridian there; if these are metres, say so with --crs id=EPSG:….',
    offers: [{ setting: 'crs', values: METRES }],
  });

const unknownSystem = (text: string, fileName: string): InputError =>
  new InputError({
    id: 'system-unknown',
    file: fileName,
    message: `the coordinate system “${text.length > 80 ? `${text.slice(0, 77)}…` : text}” is not known`,
    hint: 'Give it as EPSG number, proj4 text or WKT with --crs id=…, or export the file in EPSG:4326 or EPSG:27700.',
    offers: [{ setting: 'crs', values: [longitudeLatitude, britishNationalGrid] }],
  });
