/**
 * Values worked out by hand or by an independent program from the matrix
 *
 *     80 20  .
 *      . 50 50
 *     10  . 90
 *
 * to nine digits.
 */
import { describe, expect, it } from 'vitest';
import * as entropy from '../../src/measures/metrics/entropy.js';
import { bestFit, weakBestFits } from '../../src/measures/metrics/best-fit.js';
import { continuity, continuityShares } from '../../src/measures/metrics/continuity.js';
import { mapcurvesArea, mapcurvesRows } from '../../src/measures/metrics/mapcurves.js';
import { overlapMatrix } from '../../src/measures/metrics/matrix.js';
import { pairShares } from '../../src/measures/metrics/pair-shares.js';
import { adjustedRand, pairJaccard, rand } from '../../src/measures/metrics/pairs.js';
import { purity } from '../../src/measures/metrics/purity.js';
import * as shared from '../../src/measures/metrics/shared-units.js';
import * as splits from '../../src/measures/metrics/splits.js';
import { completeness, homogeneity, vMeasure } from '../../src/measures/metrics/v-measure.js';
import * as whole from '../../src/measures/metrics/whole-areas.js';
import { golden, matrixOf } from './matrices.js';

const nineDigits = (actual: number, expected: number): void => expect(actual).toBeCloseTo(expected, 9);

describe('the golden matrix', () => {
  it('has these entropies in bits', () => {
    nineDigits(entropy.entropyOfRows(golden), 1.584962501);
    nineDigits(entropy.entropyOfColumns(golden), 1.524097983);
    nineDigits(entropy.mutualInformation(golden), 0.793790087);
    nineDigits(entropy.conditionalEntropy(golden), 0.730307896);
    nineDigits(entropy.conditionalEntropyOfRows(golden), 0.791172414);
    nineDigits(entropy.variationOfInformation(golden), 1.52148031);
    nineDigits(entropy.symmetricConditionalEntropy(golden), 1.52148031 / 2);
    // H(A,B) = H(A) + H(B|A), to the nine digits above.
    expect(entropy.jointEntropy(golden)).toBeCloseTo(2.315270397, 8);
    expect(entropy.normalisedVariationOfInformation(golden)).toBeCloseTo(1.52148031 / 2.315270397, 8);
  });

  it('has this V-measure, homogeneity and completeness', () => {
    nineDigits(homogeneity(golden), 0.500825784);
    nineDigits(completeness(golden), 0.520826151);
    nineDigits(vMeasure(golden), 0.510630199);
  });

  it('has these splits of its rows and of the layer', () => {
    const ofRows = splits.perRow(golden, splits.effectiveSplitsOf);
    [0.470588235, 1, 0.219512195].forEach((expected, row) => nineDigits(ofRows[row]!, expected));
    nineDigits(splits.effectiveSplits(golden), (8 / 17 + 1 + 9 / 41) / 3);
    nineDigits(splits.effectiveSplitsSum(golden), 8 / 17 + 1 + 9 / 41);
    nineDigits(splits.squareRootEntropy(golden), 1.340255138);
    nineDigits(splits.splitPairs(golden), 1 / 3);
    // 1 - (80·79 + 20·19)/(100·99), 1 - 2(50·49)/(100·99), 1 - (10·9 + 90·89)/(100·99)
    nineDigits(splits.splitPairsPeople(golden), (3200 + 5000 + 1800) / 9900 / 3);
    expect([...splits.partCounts(golden)]).toEqual([2, 2, 2]);
  });

  it('has this agreement of pairs', () => {
    nineDigits(rand(golden), 0.748888889);
    nineDigits(adjustedRand(golden), 0.446982055);
    // Σn² 20,000, Σa² 30,000, Σb² 32,600
    nineDigits(pairJaccard(golden), 20_000 / (30_000 + 32_600 - 20_000));
  });

  it('has this purity, best fit and continuity', () => {
    nineDigits(purity(golden), 0.733333333);
    expect([...bestFit(golden).partner]).toEqual([0, 1, 2]);
    expect([...bestFit(golden).share]).toEqual([0.8, 0.5, 0.9]);
    expect(weakBestFits(golden, 0.8)).toEqual([1]);
    nineDigits(continuity(golden), (0.8 + 0.5 + 0.9) / 3);
    expect(continuityShares(golden).map((cell) => cell.value)).toEqual([0.8, 0.2, 0.5, 0.5, 0.1, 0.9]);
  });

  it('has these Mapcurves', () => {
    const rows = mapcurvesRows(golden);
    [0.768253968, 0.535714286, 0.58968254].forEach((expected, row) => nineDigits(rows[row]!, expected));
    // Sorted 0.5357 (share 1), 0.5897 (share ½), 0.7683 (share 0): trapezoids.
    const [high, low, middle] = rows as unknown as [number, number, number];
    nineDigits(mapcurvesArea(golden), low + ((middle - low) * 1.5) / 2 + ((high - middle) * 0.5) / 2);
  });

  it('has all three B units shared and 80 of 300 people outside their main partner', () => {
    expect(shared.unitsShared(golden)).toBe(3);
    expect([...shared.outsideMainByColumn(golden)]).toEqual([10, 20, 50]);
    expect(shared.outsideMain(golden)).toBe(80);
    nineDigits(shared.shareOutsideMain(golden), 80 / 300);
    expect(whole.shareInWholeAreas(golden)).toBe(0);
  });
});

describe('whole areas', () => {
  // A0 holds B0 whole (60) and part of B2; A1 holds B1 whole (50), part of B2, and 10 in no unit of B.
  const cells = [
    { row: 0, column: 0, value: 60 },
    { row: 0, column: 2, value: 40 },
    { row: 1, column: 1, value: 50 },
    { row: 1, column: 2, value: 40 },
  ];

  it('count for their unit of A, and land outside B does not', () => {
    const matrix = overlapMatrix(2, 3, cells, { rows: [0, 10] });
    expect([...whole.shareInWholeAreasByRow(matrix)]).toEqual([0.6, 0.5]);
    expect(whole.shareInWholeAreas(matrix)).toBe(110 / 200);
  });

  it('are not whole when part of them lies outside A', () => {
    const matrix = overlapMatrix(2, 3, cells, { rows: [0, 10], columns: [5, 0, 0] });
    expect([...whole.wholeColumns(matrix)]).toEqual([-1, 1, -1]);
    expect([...whole.shareInWholeAreasByRow(matrix)]).toEqual([0, 0.5]);
  });

  it('score 1 for an A that merely contains whole B units', () => {
    expect(whole.shareInWholeAreas(matrixOf([[3, 4, 0.1, 0.2], [0, 0, 0, 0]]))).toBe(1); // prettier-ignore
  });
});

describe('one pair', () => {
  it('matches as a Jaccard of 1 only without anything outside', () => {
    const same = overlapMatrix(1, 1, [{ row: 0, column: 0, value: 90 }]);
    const larger = overlapMatrix(1, 1, [{ row: 0, column: 0, value: 90 }], { columns: [10] });
    expect(pairShares(same)[0]!.jaccard).toBe(1);
    expect(pairShares(larger)[0]).toMatchObject({ ofRow: 1, ofColumn: 0.9, jaccard: 0.9, ofSmaller: 1 });
  });

  it('has the Mapcurves term as product of the two shares', () => {
    nineDigits(pairShares(golden)[0]!.product, (80 / 100) * (80 / 90));
    nineDigits(pairShares(golden)[0]!.jaccard, 80 / 110);
  });
});
