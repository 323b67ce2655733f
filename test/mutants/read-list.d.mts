/** A mutation as the list has it. */
export interface Mutant {
  readonly file: string;
  readonly find: string;
  readonly put: string;
  readonly breaks: string;
  readonly tests: readonly string[];
}

/** The mutations of a list, and those whose text is not in the source just once. */
export function readList(path: string): {
  readonly mutants: readonly Mutant[];
  readonly lost: readonly string[];
};
