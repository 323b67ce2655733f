/**
 * Sums that come out the same in any order.
 *
 * The kernel has such sums of its own (src/kernel/exact-sums.ts): there each term is moved from one face to another
 * and a half is rounded away from zero, so that it does not matter which way; here terms are added one by one, a half
 * up, to sums that live with rows of a table, most of them where no kernel is at work.
 *
 * Every term is rounded to a fixed binary fraction and added as an integer, in two halves so that no partial sum
 * leaves the range where doubles are exact integers. Order, threads and splitting of the work cannot matter.
 */
/** Fractions of a square metre: 2^-17, about 1e-5 m². */
const FRACTIONS = 2 ** 17;
const HALF = 2 ** 24;

/** A row of exact sums, one for each index. */
export class ExactSums {
  private readonly upper: Float64Array;
  private readonly lower: Float64Array;

  constructor(size: number) {
    this.upper = new Float64Array(size);
    this.lower = new Float64Array(size);
  }

  /** Adds a term to one sum. */
  add(index: number, term: number): void {
    const whole = Math.round(term * FRACTIONS);
    const upper = Math.floor(whole / HALF);
    this.upper[index]! += upper;
    this.lower[index]! += whole - upper * HALF;
  }

  /** The sums, each rounded once. */
  values(): Float64Array {
    const { upper, lower } = this;
    const values = new Float64Array(upper.length);
    for (let i = 0; i < values.length; i++) values[i] = (upper[i]! * HALF + lower[i]!) / FRACTIONS;
    return values;
  }
}
