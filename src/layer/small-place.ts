/**
 * A place smaller than the units of the layers, or cut otherwise: a postcode, a small area, a ward, a town, as a table of
 * places has it. It is known by the codes that stand beside it, row by row.
 */

/** One row of a table: a postcode, a small area, a part of a ward. */
export interface SmallRow {
  /** Code of the smallest area in the row, of which people may be known; null where none stands in it. */
  readonly block: string | null;
  /** All GSS codes of areas it lies in. */
  readonly codes: ReadonlySet<string>;
  /** Where it is, in the numbers of the table; null where the table does not say. */
  readonly position: readonly [x: number, y: number] | null;
}

export interface SmallPlace {
  /** Id of its kind: `postcode`, `ward`; the word of its column where that is none. */
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  /** The file that has it. */
  readonly file: string;
  readonly rows: readonly SmallRow[];
  /** What positions are given in; null where there are none. */
  readonly system: 'EPSG:4326' | 'EPSG:27700' | null;
}

/** `LS1 4AP`, whatever its case and spaces. */
export const isPostcode = (word: string): boolean => /^[A-Z]{1,2}\d[A-Z\d]? *\d[A-Z]{2}$/i.test(word.trim());

/** A code of nine characters as the ONS makes them. */
export const isGssCode = (word: string): boolean => /^[EWSNKJ]\d{8}$/i.test(word.trim());
