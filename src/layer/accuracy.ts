/**
 * How accurate a layer's boundaries are: by the resolution suffix of ONS names. Where nothing states it, nothing is
 * guessed (vertices of a sketch stand far apart, and those of a straight border too): it is measured later, against the
 * layers that it meets.
 *
 * BFC and BFE are full resolution, BGC is generalised to 20 m, BSC to 200 m, BUC to 500 m (DOMAIN: ONS suffixes).
 */
import type { Accuracy } from './layer.js';
import type { CoordinateSystem } from './coordinate-system.js';
import type { Shapes } from './shapes.js';

const SUFFIXES: readonly (readonly [RegExp, number, string])[] = [
  [/(^|[^a-z])(bfc|bfe)([^a-z]|$)/i, 1, 'full resolution'],
  [/(^|[^a-z])(bgc|bge|gcb)([^a-z]|$)/i, 20, 'generalised to 20 m'],
  [/(^|[^a-z])bsc([^a-z]|$)/i, 200, 'generalised to 200 m'],
  [/(^|[^a-z])(buc|ugcb)([^a-z]|$)/i, 500, 'generalised to 500 m'],
];

const METRES_PER_DEGREE = 111_320;

/**
 * Metres up to which a last decimal tells that a map was cut to it. Round numbers that lie further apart are those of a
 * sketch: it is meant as it stands, and a gap of a tenth of a degree is a gap.
 */
const COARSEST_CUT = 20;

/** Accuracy by a file's name (its folders say nothing); how finely it is drawn by its coordinates. */
export function accuracyOf(fileName: string, shapes: Shapes, system: CoordinateSystem): Accuracy {
  const bareName = fileName.replace(/^.*[/\\]/s, '');
  const step = lastDecimal(shapes.coordinates) * (system.kind === 'geographic' ? METRES_PER_DEGREE : 1);
  const finest = step > COARSEST_CUT ? 0 : step;
  for (const [pattern, metres, words] of SUFFIXES) {
    if (!pattern.test(bareName)) continue;
    const suffix = resolutionSuffix(bareName);
    return { metres, from: `${words}, by the file name`, finest, ...(suffix === null ? {} : { suffix }) };
  }
  return { metres: null, from: 'not stated', finest };
}

/** Metres in which nothing is told apart where no accuracy is stated, unless positions are rounded more coarsely. */
const LEAST = 1;

/** Metres within which two borders of one layer are the same: as stated, or what its positions can be told apart by. */
export const sameWithin = ({ metres, finest }: Pick<Accuracy, 'metres' | 'finest'>): number =>
  metres ?? Math.max(LEAST, finest);

/** Metres that a suffix stands for, e.g. 200 for BSC; null for none that is published. */
export function metresOfSuffix(suffix: string): number | null {
  return SUFFIXES.find(([pattern]) => pattern.test(suffix))?.[1] ?? null;
}

/** Resolution suffix in a file name (`BGC`), upper case, or null. */
export function resolutionSuffix(fileName: string): string | null {
  const found = /(?:^|[^a-z])(bfc|bfe|bgc|bge|bsc|buc)(?:[^a-z]|$)/i.exec(fileName);
  return found === null ? null : found[1]!.toUpperCase();
}

/** Numbers asked for their decimals, spread evenly over the file. */
const ASKED = 2000;
const MOST_DECIMALS = 9;

/** The last decimal that any of the numbers needs: 0.01 for 52.48, 1 for whole numbers; more decimals count as exact. */
function lastDecimal(coordinates: Float64Array): number {
  // An odd step, so that both x and y are asked.
  const step = Math.max(1, Math.floor(coordinates.length / ASKED)) | 1;
  let decimals = 0;
  for (let i = 0; i < coordinates.length; i += step) {
    while (decimals <= MOST_DECIMALS && Number(coordinates[i]!.toFixed(decimals)) !== coordinates[i])
      decimals++;
    if (decimals > MOST_DECIMALS) return 0;
  }
  return 10 ** -decimals;
}
