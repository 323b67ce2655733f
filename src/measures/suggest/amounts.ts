/**
 * A sum known for the units of a layer, as it was given: money, beds, places.
 */

/** A sum by unit code. */
export interface Amounts {
  readonly name: string;
  readonly file: string;
  readonly codeHeading: string;
  readonly amountHeading: string;
  readonly rows: readonly { readonly code: string; readonly amount: number }[];
}
