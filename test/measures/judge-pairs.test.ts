/** Which patches are real and which are slivers, on patches written by hand: units, square metres, metres around. */
import { describe, expect, it } from 'vitest';
import { NO_UNIT } from '../../src/arrangement/labels.js';
import type { Patches } from '../../src/arrangement/patches.js';
import { findThinPatches } from '../../src/arrangement/thin-patches.js';
import { judgePairs } from '../../src/measures/pairs/judge-pairs.js';

type Written = readonly [a: number, b: number, area: number, perimeter: number];

const patchesOf = (written: readonly Written[]): Patches => ({
  count: written.length,
  unitA: Int32Array.from(written, ([a]) => a),
  unitB: Int32Array.from(written, ([, b]) => b),
  area: Float64Array.from(written, ([, , area]) => area),
  perimeter: Float64Array.from(written, ([, , , perimeter]) => perimeter),
  faceStart: new Uint32Array(1),
  ofFace: new Int32Array(0),
});

/** Pairs that are real, as `a b`; `-` for the outside. */
function realPairs(
  written: readonly Written[],
  areasA: readonly number[],
  areasB: readonly number[],
  tolerance: number,
): string[] {
  const { pairs } = judgePairs(
    patchesOf(written),
    Float64Array.from(areasA),
    Float64Array.from(areasB),
    tolerance,
  );
  return pairs.filter(({ material }) => material).map(({ a, b }) => [a, b].join(' ').replaceAll('-1', '-'));
}

describe('a patch', () => {
  // Two wide patches, and one of 2 · 100 / 40 = 5 m between them.
  const written: Written[] = [
    [0, 0, 400, 80],
    [0, 1, 100, 40],
    [1, 1, 400, 80],
  ];
  const areas = [1000, 1000];

  it.each([
    [4.99, ['0 0', '0 1', '1 1']],
    [5, ['0 0', '0 1', '1 1']],
    [5.01, ['0 0', '1 1']],
  ])('5 m wide, at a tolerance of %f m: real pairs are %j', (tolerance, real) => {
    expect(realPairs(written, areas, areas, tolerance)).toEqual(real);
  });

  it.each([
    [4.99, 0],
    [5, 0],
    [5.01, 1],
  ])('5 m wide, at a tolerance of %f m, is thin by itself: %i', (tolerance, thin) => {
    const [only] = findThinPatches(
      patchesOf(written.slice(1, 2)),
      Float64Array.of(1000),
      Float64Array.of(0, 1000),
      tolerance,
    );
    expect(only).toBe(thin);
  });
});

describe('a pair of thin patches', () => {
  // Small units that are whole in 0 of the other layer see to it that 0 is not lonely.
  const between = (area: number): Written[] => [
    [0, 0, area, 1e6],
    [0, 1, 9, 1e6],
    [1, 0, 9, 1e6],
  ];

  it.each([
    ['first', [1000, 10], [3000, 10]],
    ['second', [3000, 10], [1000, 10]],
  ])('is real with more than half of its %s unit, not with half', (_, areasA, areasB) => {
    expect(realPairs(between(499), areasA, areasB, 50)).toEqual(['0 1', '1 0']);
    expect(realPairs(between(500), areasA, areasB, 50)).toEqual(['0 1', '1 0']);
    expect(realPairs(between(501), areasA, areasB, 50)).toEqual(['0 0', '0 1', '1 0']);
  });

  it.each([
    ['first', [1000], [3000]],
    ['second', [3000], [1000]],
  ])('holds no thin patch that is itself more than half of its %s unit', (_, areasA, areasB) => {
    const thin = (area: number): number =>
      findThinPatches(
        patchesOf([[0, 0, area, 1e6]]),
        Float64Array.from(areasA),
        Float64Array.from(areasB),
        50,
      )[0]!;
    expect([499, 500, 501].map(thin)).toEqual([1, 1, 0]);
  });

  it('has all its patches for its width and number, a real one the wide ones alone', () => {
    const written: Written[] = [
      [0, 0, 400, 80],
      [0, 0, 300, 80],
      [0, 0, 10, 40],
    ];
    const judged = (tolerance: number) =>
      judgePairs(patchesOf(written), Float64Array.of(1e4), Float64Array.of(1e4), tolerance).pairs[0]!;
    expect(judged(5)).toMatchObject({ area: 710, sliverArea: 10, patches: 2, maxWidth: 10 });
    expect(judged(8)).toMatchObject({ area: 710, sliverArea: 310, patches: 1, maxWidth: 10 });
  });
});

describe('a unit without any real pair', () => {
  // Unit 0 lies in thin patches of two units, each of which has a small unit of its own; the rest is outside.
  const lonely = (outside: number): Written[] => [
    [0, 0, 100, 1e6],
    [0, 1, 100, 1e6],
    [1, 0, 9, 1e6],
    [2, 1, 9, 1e6],
    [0, NO_UNIT, outside, 1e6],
  ];
  const areas: [number[], number[]] = [
    [1000, 10, 10],
    [2000, 2000],
  ];

  it('gets its largest one, of equals the one of the lower code', () => {
    expect(realPairs(lonely(0), ...areas, 50)).toEqual(['0 0', '1 0', '2 1']);
  });

  it('gets it with half of its land outside, and none with more', () => {
    expect(realPairs(lonely(499), ...areas, 50)).toContain('0 0');
    expect(realPairs(lonely(500), ...areas, 50)).toContain('0 0');
    expect(realPairs(lonely(501), ...areas, 50)).not.toContain('0 0');
  });
});
