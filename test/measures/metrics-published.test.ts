/**
 * Values that others have published, to the digits they printed.
 *
 * The count of Pennsylvania's 2018 districts by county is not here: its block file is not a small public table.
 */
import { describe, expect, it } from 'vitest';
import { entropy } from '../../src/measures/metrics/entropy.js';
import { mapcurves, mapcurvesArea } from '../../src/measures/metrics/mapcurves.js';
import { cellsOf, partsOf, transpose } from '../../src/measures/metrics/matrix.js';
import * as splits from '../../src/measures/metrics/splits.js';
import {
  completeness,
  homogeneity,
  regionInhomogeneity,
  vMeasure,
} from '../../src/measures/metrics/v-measure.js';
import { crossed, matrixOf } from './matrices.js';

const twoDigits = (actual: number): number => Math.round(actual * 100) / 100;

describe('the four solutions of Rosenberg and Hirschberg 2007, figure 2', () => {
  // Rows are clusters, columns the three classes.
  const clusters = {
    A: [[3, 1, 1], [1, 1, 3], [1, 3, 1]],
    B: [[3, 2, 0], [0, 3, 2], [2, 0, 3]],
    C: [[3, 2, 0], [2, 0, 3], [0, 3, 2], [1, 1, 0], [1, 0, 1], [0, 1, 1]],
    D: [[3, 2, 0], [2, 0, 3], [0, 3, 2], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]],
  }; // prettier-ignore

  it.each([
    ['A', 0.14],
    ['B', 0.39],
    ['C', 0.3],
    ['D', 0.41],
  ] as const)('solution %s has V-measure %d', (solution, expected) => {
    expect(twoDigits(vMeasure(matrixOf(clusters[solution])))).toBe(expected);
  });
});

describe('the two regionalisations of Nowosad and Stepinski 2018, figure 1', () => {
  // Four regions of one size by three zones. The shapes are not at hand: this is the one table in twentieths of a
  // region that gives all the printed V-measures and inhomogeneities; the Mapcurves value was not used to find it.
  const regions = matrixOf([
    [13, 3, 4],
    [4, 0, 16],
    [0, 4, 16],
    [0, 16, 4],
  ]);

  it('have V-measure 0.36, homogeneity 0.32 and completeness 0.42', () => {
    expect([vMeasure, homogeneity, completeness].map((measure) => twoDigits(measure(regions)))).toEqual([
      0.36, 0.32, 0.42,
    ]);
  });

  it('have these region inhomogeneities', () => {
    expect(Array.from(regionInhomogeneity(regions), twoDigits)).toEqual([0.86, 0.48, 0.48, 0.48]);
    expect(Array.from(regionInhomogeneity(transpose(regions)), twoDigits).sort()).toEqual([0.39, 0.59, 0.86]);
  });

  it('have Mapcurves 0.61', () => expect(twoDigits(mapcurves(regions))).toBe(0.61));
});

describe('the Mapcurves examples of the sabre package', () => {
  // Cells of a 10 by 10 map by class: B2 has class 2 of B1 in two parts, B3 is B2 with its borders moved.
  const b2b3 = matrixOf([
    [62, 2, 3, 1, 0],
    [0, 7, 0, 0, 0],
    [0, 0, 13, 0, 0],
    [0, 0, 0, 3, 0],
    [0, 1, 0, 0, 8],
  ]);
  const b1b3 = matrixOf([
    [62, 2, 3, 1, 0],
    [0, 8, 0, 0, 8],
    [0, 0, 13, 0, 0],
    [0, 0, 0, 3, 0],
  ]);

  it('fit with 0.8194291 and 0.8507659', () => {
    expect(mapcurves(b2b3)).toBeCloseTo(0.8194291, 7);
    expect(mapcurves(b1b3)).toBeCloseTo(0.8507659, 7);
  });

  it('take the coarser map as reference where a class was divided', () => {
    const b1b2 = crossed([1, 2, 2, 2, 3], [1, 2, 2, 4, 3]);
    expect(mapcurves(b1b2)).toBe(1);
    expect(mapcurvesArea(transpose(b1b2))).toBeLessThan(1);
  });
});

describe('redistricting examples', () => {
  it('of Wang et al. 2021: 50/50 is one split, 90/10 is 0.2195 splits and 0.469 bits', () => {
    expect(splits.effectiveSplitsOf([50, 50])).toBe(1);
    expect(splits.effectiveSplitsOf([90, 10])).toBeCloseTo(0.2195, 4);
    expect(entropy([90, 10])).toBeCloseTo(0.469, 3);
  });

  it('of Wang et al. 2021: 92/5/3 is 0.48 bits and 0.18 splits', () => {
    expect(twoDigits(entropy([0.92, 0.05, 0.03]))).toBe(0.48);
    expect(twoDigits(splits.effectiveSplitsOf([0.92, 0.05, 0.03]))).toBe(0.18);
  });

  it.each([
    [[97, 3], 1.16],
    [[88, 12], 1.28],
    [[50, 50], 1.41],
    [[96, 2, 2], 1.26],
    [[50, 25, 25], 1.71],
    [[1, 1, 1], 1.73],
    [[25, 25, 25, 25], 2],
  ])('of Duchin 2018: %j has square-root entropy %d', (parts, expected) => {
    expect(twoDigits(splits.squareRootEntropyOf(parts))).toBe(expected);
  });

  it("of Dave's Redistricting: four districts of 100 by seven and by four counties", () => {
    const left = matrixOf([
      [40, 40, 20, 0, 0, 0, 0],
      [0, 0, 20, 80, 0, 0, 0],
      [0, 0, 0, 0, 88, 12, 0],
      [0, 0, 0, 0, 0, 20, 80],
    ]);
    const right = matrixOf([
      [50, 30, 20, 0],
      [0, 60, 20, 20],
      [0, 0, 20, 80],
      [0, 0, 20, 80],
    ]);
    expect(splits.squareRootEntropy(transpose(left))).toBeCloseTo(1.0737, 4);
    expect(splits.squareRootEntropy(left)).toBeCloseTo(1.42, 4);
    expect(splits.squareRootEntropy(transpose(right))).toBeCloseTo(1.5886, 4);
    expect(splits.squareRootEntropy(right)).toBeCloseTo(1.5136, 4);
  });
});

describe("Arizona's 2011 congressional districts by county, as Dave's Redistricting scores them", () => {
  const maricopa = (people: number): number[] => [0, 0, 0, 0, 0, 0, 0, people, 0, 0, 0, 0, 0, 0, 0];
  const districts = matrixOf([
    [71518, 0, 134421, 26230, 37220, 8437, 0, 2994, 1635, 107449, 92091, 197708, 0, 30521, 0],
    [0, 131346, 0, 0, 0, 0, 0, 0, 0, 0, 578878, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 225734, 0, 0, 309294, 545, 47420, 0, 127231],
    [0, 0, 0, 27367, 0, 0, 20489, 37268, 198551, 0, 0, 177517, 0, 180512, 68520],
    ...[710224, 710224, 710224, 710225, 710224].map(maricopa),
  ]); // prettier-ignore
  const counties = transpose(districts);

  it('have square-root entropy 2.064 and 1.509 before reduction', () => {
    expect(splits.squareRootEntropy(counties)).toBeCloseTo(2.064, 2);
    expect(splits.squareRootEntropy(districts)).toBeCloseTo(1.509, 2);
  });

  it('have 1.3523 and 1.4240 once whole units are taken together', () => {
    expect(splits.squareRootEntropy(splits.reduceSplits(counties))).toBeCloseTo(1.3523, 4);
    expect(splits.squareRootEntropy(splits.reduceSplits(districts))).toBeCloseTo(1.424, 4);
  });

  it('hold five whole districts of 3,551,121 people in Maricopa', () => {
    const reduced = splits.reduceSplits(counties);
    expect([...partsOf(reduced, 7)]).toEqual([2994, 225734, 37268, 3551121]);
  });
});

describe('reduced splitting', () => {
  it('does nothing where no unit lies wholly in another', () => {
    const matrix = matrixOf([
      [50, 50, 50, 0, 0, 0],
      [50, 50, 50, 0, 0, 0],
      [0, 0, 0, 50, 50, 50],
      [0, 0, 0, 50, 50, 50],
    ]);
    expect(cellsOf(splits.reduceSplits(matrix))).toEqual(cellsOf(matrix));
  });

  it('calls a unit made of whole smaller ones unsplit', () => {
    const matrix = matrixOf([
      [100, 80, 60, 0],
      [0, 0, 0, 90],
    ]);
    expect(splits.effectiveSplits(matrix)).toBeGreaterThan(1);
    expect(splits.effectiveSplits(splits.reduceSplits(matrix))).toBe(0);
    expect(splits.squareRootEntropy(splits.reduceSplits(matrix))).toBe(1);
  });
});
