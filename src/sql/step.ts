/**
 * A script is a list of steps. Each makes one table of those before it, so that every engine can keep it, look at it and
 * plan with it.
 */
export interface Step {
  /** Table that it makes. */
  readonly name: string;
  /** What a row of it is, one sentence for the reader of the script. */
  readonly row: string;
  readonly query: string;
  /** Whether later steps search its column `geom`. */
  readonly isSearched?: boolean;
  /** Whether later steps join it by equal numbers, so that an engine must know how many rows it has. */
  readonly isJoined?: boolean;
}

/** A statement that stops the script where what it was given cannot be measured. */
export interface Check {
  /** What is asked, one sentence. */
  readonly about: string;
  /** A query with one cell: what is wrong, or null. */
  readonly query: string;
}
