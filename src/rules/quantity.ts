/**
 * A quantity that a rule can be about: a name, a number, and which way is worse.
 */
export interface Quantity {
  /** As written in a rule, e.g. `shared_units`. */
  readonly name: string;
  readonly value: number;
  /** Which way is worse, for `no-worse-than-baseline`. */
  readonly worse: 'more' | 'less';
  /** What it is, for the list that is shown when a name is not known. */
  readonly what: string;
}

/** A quantity of which more is worse, or none where its value is not known. */
export const moreIsWorse = (name: string, value: number | null, what: string): Quantity[] =>
  value === null ? [] : [{ name, value, worse: 'more', what }];

/** A quantity of which less is worse, or none where its value is not known. */
export const lessIsWorse = (name: string, value: number | null, what: string): Quantity[] =>
  value === null ? [] : [{ name, value, worse: 'less', what }];

/** A name as rules compare it: lower case, with _ for hyphens and blanks. */
export const quantityKey = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
