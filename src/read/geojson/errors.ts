/**
 * Every message of the GeoJSON reader, in one place.
 *
 * A place reads `feature 3, byte 1234 (line 5, column 8)`: features and lines are counted from 1, columns in
 * bytes from 1, bytes from 0.
 */
import { InputError } from '../../trouble/input-error.js';

/** Where the reader stands when it finds something wrong. */
export interface Place {
  readonly file: string;
  /** Bytes before the place. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** Number of the feature being read, from 1, or 0 outside features. */
  readonly feature: number;
  /** Code or name of that feature as far as known, or blank. */
  readonly unit: string;
}

type Fault = (place: Place, what: string) => InputError;

const MEND_FILE =
  'Save or download the file again, or have the program that wrote it write standard GeoJSON.';
const MEND_FEATURE = 'Mend or remove this feature, for example in QGIS, and save the file again.';

function fault(id: string, place: Place, message: string, hint: string): InputError {
  const { file, offset, line, column, feature, unit } = place;
  const where = `byte ${offset} (line ${line}, column ${column})`;
  return new InputError({
    id,
    file,
    ...(unit === '' ? {} : { unit }),
    place: feature === 0 ? where : `feature ${feature}, ${where}`,
    message,
    hint,
  });
}

/** Nothing but blank space. */
export const emptyFile = (file: string): InputError =>
  new InputError({ id: 'geojson-empty', file, message: 'the file is empty', hint: MEND_FILE });

/** The bytes break the JSON grammar; `what` says what was found and what should be there. */
export const notJson: Fault = (place, what) =>
  fault(
    'geojson-not-json',
    place,
    `not JSON: ${what}`,
    /NaN|Infinity|\binf\b/i.test(what)
      ? 'NaN and Infinity are not numbers of JSON: give the position real coordinates or remove the feature.'
      : MEND_FILE,
  );

/** The first byte gives away another format, named by `what`. */
export const otherFormat: Fault = (place, what) =>
  fault(
    'geojson-other-format',
    place,
    `this is ${what}, not JSON`,
    'Give the file its right ending, or save it as GeoJSON.',
  );

/** UTF-16 text, by its byte-order mark or its zero bytes. */
export const utf16 = (place: Place): InputError =>
  fault(
    'geojson-utf16',
    place,
    'the text is UTF-16, GeoJSON is UTF-8',
    'Save the file again with the encoding UTF-8.',
  );

/** The file ends too early; `what` says inside what. */
export const truncated: Fault = (place, what) =>
  fault(
    'geojson-truncated',
    place,
    `the file ends inside ${what}`,
    'It seems cut off: download or copy it again.',
  );

/** Arrays or objects inside one another beyond measure. */
export const tooDeep: Fault = (place, what) =>
  fault('geojson-too-deep', place, `${what} too deeply nested`, MEND_FILE);

/** One text or number of absurd length. */
export const tooLong: Fault = (place, what) => fault('geojson-too-long', place, what, MEND_FILE);

/** JSON, but nothing GeoJSON allows at its top; `what` says what is there. */
export const notGeoJson: Fault = (place, what) =>
  fault(
    'geojson-not-geojson',
    place,
    `JSON but not GeoJSON: ${what}`,
    'The top level should be a FeatureCollection, a Feature or a geometry.',
  );

/** What a server said in place of features, in its own words. */
export const serverReply: Fault = (place, words) =>
  fault(
    'server-error',
    place,
    `it holds no features but a server’s answer: ${words}`,
    'Mend the query or the address, and download it again.',
  );

/** A member of a GeoJSON object is not what it must be. */
export const badMember: Fault = (place, what) =>
  fault('geojson-bad-member', place, what, place.feature === 0 ? MEND_FILE : MEND_FEATURE);

/** Something in `coordinates` is not a position of numbers. */
export const badCoordinates: Fault = (place, what) =>
  fault('geojson-bad-coordinates', place, what, MEND_FEATURE);

/** The file names two coordinate systems. */
export const twoSystems: Fault = (place, what) =>
  fault(
    'geojson-two-systems',
    place,
    `the file states two coordinate systems, ${what}`,
    'Split the file by coordinate system, or remove the wrong "crs" member.',
  );
