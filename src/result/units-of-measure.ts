/**
 * The one place where metres, square metres and counts become what people read.
 */

/** Hectares of square metres. */
export const hectares = (squareMetres: number): number => squareMetres / 1e4;

/** Hectares of square metres, null staying null. */
export const hectaresOrNull = (squareMetres: number | null): number | null =>
  squareMetres === null ? null : squareMetres / 1e4;

/** Kilometres of metres. */
export const kilometres = (metres: number): number => metres / 1e3;

/** A share in per cent; null where there is nothing to have a share of. */
export const percent = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : (100 * part) / whole;
