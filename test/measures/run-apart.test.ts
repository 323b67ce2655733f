/** How far apart layers run, from distances written by hand that stand on every threshold of the rule. */
import { describe, expect, it } from 'vitest';
import { noiseOf } from '../../src/measures/pairs/measure-noise.js';
import { runApart } from '../../src/measures/pairs/run-apart.js';

/** So many distances of each length. */
const distances = (...written: readonly (readonly [metres: number, count: number])[]): Float64Array =>
  Float64Array.from(written.flatMap(([metres, count]) => new Array<number>(count).fill(metres))).sort();

const apart = (metres: Float64Array, asked = metres.length, density = 0): number | null =>
  runApart({ metres, asked }, density);

describe('two layers run apart', () => {
  it('by the first distance tried that all others are within', () => {
    expect(apart(distances([4, 100]))).toBe(4);
    expect(apart(distances([4.001, 100]))).toBeCloseTo(4 * 2 ** (1 / 8), 10);
    expect(apart(distances([0.1, 100]))).toBe(0.5);
  });

  it('by at most the last distance tried that is within 500 m', () => {
    const last = 0.5 * 2 ** (79 / 8);
    expect(apart(distances([last, 100]))).toBe(last);
    expect(apart(distances([last + 0.001, 100]))).toBeNull();
  });

  it('where twice the distance adds one in fifty, or else one in ten, and not where it adds more', () => {
    // 100 at 4 m, more at 7 m, which is within twice 4 m.
    expect(apart(distances([4, 100], [7, 2]))).toBe(4);
    expect(apart(distances([4, 100], [7, 3]))).toBeGreaterThan(6.9);
    // One in ten counts only where nothing does better: here distances go on to 1,000 m.
    const tail = Array.from({ length: 300 }, (_, k): [number, number] => [2 ** (k / 30), 1]);
    const few = distances([0.4, 1000], ...tail);
    expect(apart(few)).not.toBeNull();
  });

  it('where 20 positions say so, and more than a tenth of those that are not in the same place', () => {
    expect(apart(distances([4, 19]))).toBeNull();
    expect(apart(distances([4, 20]))).toBe(4);
    expect(apart(distances([4, 100]), 1000)).toBeNull();
    expect(apart(distances([4, 101]), 1000)).toBe(4);
    expect(apart(distances([0.02, 900], [4, 100]), 1000)).toBe(4);
    expect(apart(distances([0.021, 900], [4, 10]), 910)).toBe(0.5);
  });

  it('where at least twice as many are near as by chance', () => {
    // By chance 1 − exp(−2 · 4 · density) of positions lie within 4 m: just under, and just over a quarter.
    const density = -Math.log(0.75) / 8;
    expect(apart(distances([4, 500]), 1000, density * 0.999)).toBe(4);
    expect(apart(distances([4, 500]), 1000, density * 1.001)).toBeNull();
  });
});

describe('the noise', () => {
  const widths = (count: number, metres: number): Float64Array => new Float64Array(count).fill(metres);

  it('is twice the width of the thinnest of the widest twenty slivers, at most 2.5 times what they run apart', () => {
    expect(noiseOf(10, widths(20, 3))).toBe(6);
    expect(noiseOf(10, Float64Array.from([...widths(19, 9), 3, 2]))).toBe(6);
    expect(noiseOf(10, widths(20, 12.5))).toBe(25);
    expect(noiseOf(10, widths(20, 20))).toBe(25);
  });

  it('is not known from nineteen, nor from pieces too wide to be slivers', () => {
    expect(noiseOf(10, widths(19, 3))).toBeNull();
    expect(noiseOf(10, widths(20, 24.99))).toBe(25);
    expect(noiseOf(10, widths(20, 25))).toBeNull();
  });

  it('is 500 m at most', () => {
    expect(noiseOf(400, widths(20, 499))).toBe(500);
    expect(noiseOf(400, widths(20, 500))).toBeNull();
  });
});
