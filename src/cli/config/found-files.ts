/**
 * What a file of a folder was found to be.
 */
export interface FoundLayer {
  /** As a LAYER is written: a path, with an inner layer or the columns of a lookup. */
  readonly file: string;
  readonly id: string;
  readonly kind: string | null;
  readonly vintage: string | null;
  readonly title: string;
  /** How many; null for points, which are no units. */
  readonly units: number | null;
}

export interface FoundLookup {
  readonly file: string;
  /** The columns of codes. */
  readonly headings: readonly string[];
  /** How many different codes each of them holds. */
  readonly distinct: readonly number[];
}
