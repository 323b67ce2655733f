/**
 * What is wished of outputs: files, formats, what is said.
 */

/** Where a result is to go. */
export interface OutputWishes {
  readonly outputs: readonly string[];
  /** Name of the table where a format holds one; null for the command's main one. */
  readonly table: string | null;
  /** Format of standard output, or null. */
  readonly format: string | null;
  readonly bom: boolean;
  /** True where a page holds every row and piece, however heavy it gets. */
  readonly fullPage: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  /** True where this run is accepted: its result is written over the baseline. */
  readonly updateBaseline: boolean;
}

/** Whether standard output is for a person: a terminal, or `--format table`. */
export function isForReading(options: Pick<OutputWishes, 'json' | 'format'>): boolean {
  if (options.json) return false;
  return options.format === 'table' || (options.format === null && process.stdout.isTTY === true);
}
