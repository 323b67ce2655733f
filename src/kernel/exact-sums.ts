/**
 * Sums of terms moved between faces, that come out the same in any order. arrangement/exact-sum.ts says why it has
 * sums of its own.
 *
 * Every term is rounded to a fixed binary fraction and added as an integer, in two halves so that no partial sum
 * leaves the range where doubles are exact integers.
 */
import { CHECKED, isWithin } from './checks';
import { take } from './memory';

/** Fractions of a square metre: 2^-17, about 1e-5 m². */
const FRACTIONS: f64 = 131072;
const HALF: f64 = 16777216;

/** A row of sums: upper and lower half of each, one after the other. */
export function makeSums(count: i32): usize {
  return take((<usize>count) << 4);
}

/** Adds a term to one sum and takes it from another. A half is rounded away from zero, whichever way it moves. */
export function moveTerm(sums: usize, to: i32, from: i32, term: f64): void {
  const size = roundPositive(abs(term) * FRACTIONS);
  const whole = term < 0 ? -size : size;
  const high = Math.floor(whole / HALF);
  const low = whole - high * HALF;
  const gains = sums + ((<usize>to) << 4);
  const loses = sums + ((<usize>from) << 4);
  if (CHECKED) {
    assert(
      isWithin(sums, gains, 16) && isWithin(sums, loses, 16),
      'a term is moved between sums that there are',
    );
  }
  store<f64>(gains, load<f64>(gains) + high);
  store<f64>(gains, load<f64>(gains, 8) + low, 8);
  store<f64>(loses, load<f64>(loses) - high);
  store<f64>(loses, load<f64>(loses, 8) - low, 8);
  if (CHECKED) assert(areExact(gains) && areExact(loses), 'no half leaves the range where doubles are exact');
}

/** Adds a term to one sum: areas of faces, which are whole numbers of these fractions. */
export function addTerm(sums: usize, to: i32, term: f64): void {
  const whole = nearest<f64>(term * FRACTIONS);
  const high = Math.floor(whole / HALF);
  const sum = sums + ((<usize>to) << 4);
  if (CHECKED) assert(isWithin(sums, sum, 16), 'a term is added to a sum that there is');
  store<f64>(sum, load<f64>(sum) + high);
  store<f64>(sum, load<f64>(sum, 8) + (whole - high * HALF), 8);
  if (CHECKED) assert(areExact(sum), 'no half leaves the range where doubles are exact');
}

/** Whether both halves of a sum are integers that a double holds exactly. */
function areExact(sum: usize): bool {
  return max(abs(load<f64>(sum)), abs(load<f64>(sum, 8))) < 9007199254740992;
}

/** Writes all sums, each rounded once. */
export function writeSums(sums: usize, count: i32, to: usize): void {
  for (let i = 0; i < count; i++) {
    const sum = sums + ((<usize>i) << 4);
    if (CHECKED)
      assert(isWithin(sums, sum, 16) && isWithin(to, to + ((<usize>i) << 3), 8), 'there is no such sum');
    store<f64>(to + ((<usize>i) << 3), (load<f64>(sum) * HALF + load<f64>(sum, 8)) / FRACTIONS);
  }
}

/** The nearest whole number, a half rounded up. */
export function roundPositive(value: f64): f64 {
  const up = Math.ceil(value);
  return up - 0.5 > value ? up - 1 : up;
}
