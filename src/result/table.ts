/**
 * A table of the result document: columns that say what they hold, rows of cells.
 */
/** What a column holds; decides how it is written and described. */
export type ColumnKind =
  | 'code'
  | 'name'
  | 'text'
  | 'count'
  | 'hectares'
  | 'percent'
  | 'metres'
  | 'kilometres'
  | 'people'
  | 'share'
  | 'degrees'
  | 'number'
  | 'flag';

export interface Column {
  /** The heading, part of the contract. */
  readonly heading: string;
  readonly kind: ColumnKind;
  /** Decimals written; null for as many as needed (metrics). Meaningless for text. */
  readonly decimals: number | null;
  /** What the column says, one sentence, for people and for the metadata beside a CSV. */
  readonly description: string;
}

/** A cell; null is written as blank. Numbers are unrounded; writers round. */
export type Cell = string | number | boolean | null;

export interface Table {
  /** The name given to --table, e.g. `overlap`. */
  readonly name: string;
  /** One sentence: what one row is. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
