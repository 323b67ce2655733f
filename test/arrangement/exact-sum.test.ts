/** Sums of areas: any order, the same bits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactSums } from '../../src/arrangement/exact-sum.js';
import { makeKernel } from '../../src/arrangement/kernel.js';
import { chance } from './chance.js';

/** Square metres from slivers to a 50° edge's distance from the equator. */
const term = fc.oneof(
  fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.double({ min: -1e11, max: 1e11, noNaN: true }),
  fc.double({ min: -5e13, max: 5e13, noNaN: true }),
  fc.integer({ min: -1000, max: 1000 }).map((n) => (n + 0.5) / 2 ** 17),
);

const sumOf = (terms: readonly number[]): number => {
  const sums = new ExactSums(1);
  for (const t of terms) sums.add(0, t);
  return sums.values()[0]!;
};

/** The kernel's sums: for every pair 2e, 2e + 1 the term of e goes to the first index and is taken from the second. */
function movedSums(count: number, index: Int32Array, terms: Float64Array): Float64Array {
  const kernel = makeKernel();
  const sums = kernel.makeSums(count);
  terms.forEach((each, e) => kernel.moveTerm(sums, index[2 * e]!, index[2 * e + 1]!, each));
  const address = kernel.take(8 * count);
  kernel.writeSums(sums, count, address);
  return new Float64Array(kernel.memory.buffer, address, count).slice();
}

describe('exact sums', () => {
  it('do not depend on the order of their terms', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 200 }), fc.integer(), (terms, seed) => {
        expect(sumOf(chance(seed).shuffled(terms))).toBe(sumOf(terms));
      }),
    );
  });

  it('are the sum of the rounded terms, in big integers, rounded once', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 200 }), (terms) => {
        const whole = terms.reduce((sum, t) => sum + BigInt(Math.round(t * 2 ** 17)), 0n);
        expect(sumOf(terms)).toBe(Number(whole) / 2 ** 17);
      }),
    );
  });

  it('of a hundred thousand huge terms lose nothing beside a small one', () => {
    const turns = Int32Array.from({ length: 200_002 }, (_, h) => (h < 200_000 ? ((h >> 1) + h) % 2 : h % 2));
    const sums = movedSums(
      2,
      turns,
      Float64Array.from({ length: 100_001 }, (_, e) => (e < 100_000 ? 4.9e13 : 0.125)),
    );
    expect([...sums]).toEqual([0.125, -0.125]);
  });

  it('do not depend on which way round an edge is told', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(4), term), { maxLength: 50 }), (moves) => {
        const ends = (turn: boolean): Int32Array =>
          Int32Array.from(moves.flatMap(([to, from]) => (turn ? [from, to] : [to, from])));
        const told = movedSums(
          5,
          ends(false),
          Float64Array.from(moves, ([, , t]) => t),
        );
        const turned = movedSums(
          5,
          ends(true),
          Float64Array.from(moves, ([, , t]) => -t),
        );
        expect(turned).toEqual(told);
      }),
    );
  });

  it('of parts moved around add up to nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(4), term), { maxLength: 100 }), (moves) => {
        const sums = movedSums(
          5,
          Int32Array.from(moves.flatMap(([to, from]) => [to, from])),
          Float64Array.from(moves, ([, , t]) => t),
        );
        const whole = [...sums].reduce((sum, value) => sum + BigInt(Math.round(value * 2 ** 10)), 0n);
        expect(Math.abs(Number(whole))).toBeLessThanOrEqual(5);
      }),
    );
  });
});
