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
  // All of it is thin; units 1 lie each in one of the other layer, so that no more than so much of them is set aside.
  const between = (area: number): Written[] => [
    [0, 0, area, 1e6],
    [0, 1, 9, 1e6],
    [1, 0, 9, 1e6],
  ];

  it.each([
    ['first', [1500, 10], [3000, 10]],
    ['second', [3000, 10], [1500, 10]],
  ])('is real with more than a third of its %s unit set aside, not with a third', (_, areasA, areasB) => {
    // With the nine beside it that is 499, 500 and 501 of 1,500.
    expect(realPairs(between(490), areasA, areasB, 50)).toEqual(['0 1', '1 0']);
    expect(realPairs(between(500), areasA, areasB, 50)).toEqual(['0 1', '1 0']);
    expect(realPairs(between(501), areasA, areasB, 50)).toEqual(['0 0', '0 1', '1 0']);
  });

  it('is real with a little less than half of its unit, whatever has the rest', () => {
    const halves = (other: number): Written[] => [
      [0, 0, 5001, 1e6],
      [0, other, 4999, 1e6],
      [1, 1, 15_000, 1000],
    ];
    expect(realPairs(halves(1), [10_000, 15_000], [5001, 19_999], 50)).toEqual(['0 0', '0 1', '1 1']);
    expect(realPairs(halves(NO_UNIT), [10_000, 15_000], [5001, 15_000], 50)).toContain('0 -');
  });

  it('is real where it and others are too much of a unit to be set aside together, the largest first', () => {
    const many: Written[] = [
      [0, 0, 510, 1e6],
      [0, 1, 200, 1e6],
      [0, 2, 150, 1e6],
      [0, 3, 140, 1e6],
    ];
    const real = realPairs(many, [1000], [1e6, 1e6, 1e6, 1e6], 50);
    expect(real).toEqual(['0 0', '0 1']);
  });

  it.each([
    ['first', [1500], [3000]],
    ['second', [3000], [1500]],
  ])('holds no thin patch that is itself more than a third of its %s unit', (_, areasA, areasB) => {
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
    expect(judged(7.5)).toMatchObject({ area: 710, sliverArea: 10, patches: 2, maxWidth: 10 });
    expect(judged(7.51)).toMatchObject({ area: 710, sliverArea: 310, patches: 1, maxWidth: 10 });
    expect(judged(8)).toMatchObject({ area: 710, sliverArea: 310, patches: 1, maxWidth: 10 });
  });
});

describe('a unit without any real pair', () => {
  // Unit 0 lies in thin patches of two units, each of which has a small unit of its own; the rest is outside.
  const lonely = (each: number): Written[] => [
    [0, 0, each, 1e6],
    [0, 1, each, 1e6],
    [1, 0, 9, 1e6],
    [2, 1, 9, 1e6],
    [0, NO_UNIT, 1200 - 2 * each, 1e6],
  ];
  const areas: [number[], number[]] = [
    [1200, 10, 10],
    [5000, 5000],
  ];

  it('gets its largest ones, of equals the one of the lower code, until a third of it is left', () => {
    expect(realPairs(lonely(600), ...areas, 50)).toEqual(['0 0', '0 1', '1 0', '2 1']);
    expect(realPairs(lonely(400), ...areas, 50)).toEqual(['0 0', '0 1', '1 0', '2 1']);
    expect(realPairs(lonely(401), ...areas, 50)).toEqual(['0 0', '0 1', '1 0', '2 1']);
  });

  it('gets none where no more than a third of it is in the other layer', () => {
    expect(realPairs(lonely(200), ...areas, 50)).toEqual(['0 -', '1 0', '2 1']);
    expect(realPairs(lonely(201), ...areas, 50)).toEqual(['0 0', '0 -', '1 0', '2 1']);
  });
});

describe('by an estimate, a pair', () => {
  // Mean width 5 m.
  const written: Written[] = [
    [0, 0, 400, 80],
    [0, 1, 100, 40],
    [1, 1, 400, 80],
  ];
  const judged = (tolerance: number, isEstimate: boolean) => {
    const areas = Float64Array.of(1000, 1000);
    const { material, ifHalf, ifTwice } = judgePairs(patchesOf(written), areas, areas, tolerance, isEstimate)
      .pairs[1]!;
    return [ifHalf, material, ifTwice];
  };

  it.each([
    [2.5, [true, true, true]],
    [2.51, [true, true, false]],
    [5, [true, true, false]],
    [5.01, [true, false, false]],
    [10, [true, false, false]],
    [10.01, [false, false, false]],
  ])(
    '5 m wide, at a tolerance of %f m, is real by half of it, by it and by twice it: %j',
    (tolerance, real) => {
      expect(judged(tolerance, true)).toEqual(real);
    },
  );

  it('says nothing of other tolerances where its own is stated', () => {
    expect(judged(5, false)).toEqual([undefined, true, undefined]);
  });
});
